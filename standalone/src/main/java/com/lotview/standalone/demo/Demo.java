package com.lotview.standalone.demo;

import com.lotview.standalone.client.ClientException;
import com.lotview.standalone.client.Installation;
import com.lotview.standalone.client.Progress;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** {@code ./lotview demo}: ends with 0 only if every posting is live and correct. */
public final class Demo {
  private static final Duration TIMEOUT = Duration.ofMinutes(10);

  private Demo() {}

  public static void main(String[] args) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try {
      DemoOptions options = DemoOptions.of(args);
      DemoRun run = new DemoRun(Installation.running(), new Progress(out));
      boolean good = post(run, options, out);
      if (options.livedIn()) {
        run.furnish();
      }
      System.exit(good ? 0 : 1);
    } catch (ClientException e) {
      out.println("The demo stops: " + e.getMessage());
      System.exit(1);
    }
  }

  private static boolean post(DemoRun run, DemoOptions options, PrintStream out) {
    List<PostedVehicle> posted;
    try (LiveSteps live = run.live()) {
      posted = run.order(options, live).stream().map(order -> order.await(TIMEOUT)).toList();
    }
    posted.forEach(vehicle -> out.println(vehicle.line()));
    int missing = options.vehicles() - posted.size();
    if (missing > 0) {
      out.printf(
          "Nothing was posted for %d of %d: no further vehicle has what a listing needs (%d refused)%n",
          missing, options.vehicles(), run.refused());
    }
    return missing == 0 && posted.stream().allMatch(PostedVehicle::good);
  }
}
