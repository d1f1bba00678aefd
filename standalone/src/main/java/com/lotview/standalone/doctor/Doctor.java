package com.lotview.standalone.doctor;

import com.lotview.standalone.StartupException;
import com.lotview.standalone.doctor.Finding.Unknown;
import com.lotview.standalone.doctor.Finding.Well;
import com.lotview.standalone.doctor.Finding.Wrong;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code ./lotview doctor} after the script's part: looks at the system that runs on {@code
 * LOTVIEW_HOME}, or with {@code --cluster FILE} at one with the variables in the file. Prints what
 * it found; ends with 1 if something is wrong. Changes nothing except one small object, which it
 * removes again.
 */
public final class Doctor {
  private Doctor() {}

  public static void main(String[] args) throws InterruptedException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try {
      System.exit(look(args, out) ? 0 : 1);
    } catch (StartupException e) {
      out.println("BAD   " + e.getMessage());
      System.exit(1);
    }
  }

  private static boolean look(String[] args, PrintStream out) throws InterruptedException {
    if (args.length == 2 && args[0].equals("--cluster")) {
      return shown(examine(Variables.of(Path.of(args[1])).surroundings(), Clock.systemUTC()), out);
    }
    if (args.length > 0) {
      throw new StartupException("usage: ./lotview doctor [--cluster FILE]");
    }
    String home = System.getenv().getOrDefault("LOTVIEW_HOME", ".lotview");
    return shown(ofHome(new RunningHome(Path.of(home).toAbsolutePath()), Clock.systemUTC()), out);
  }

  /** What is found on a folder. */
  static List<Finding> ofHome(RunningHome home, Clock clock) throws InterruptedException {
    if (!home.runs()) {
      return List.of(
          new Unknown("LotView does not run on " + home.home(), "./lotview up starts it"));
    }
    if (!home.ready()) {
      return List.of(
          new Unknown(
              "LotView starts or stops on " + home.home(),
              "ask again when it says that it is ready"));
    }
    return examine(home.variables().surroundings(), clock);
  }

  /** All checks that the surroundings allow. */
  static List<Finding> examine(Surroundings surroundings, Clock clock) throws InterruptedException {
    List<Check> checks = new ArrayList<>(new DatabaseChecks(surroundings, clock).all());
    Surroundings.Kafka kafka = surroundings.kafka();
    if (kafka != null) {
      checks.addAll(new KafkaChecks(kafka).all());
    }
    var storage = surroundings.storage();
    if (storage != null) {
      checks.add(
          new Check("object store at " + storage.endpoint(), new StorageCheck(storage)::findings));
    }
    checks.addAll(new ServiceChecks(surroundings.services()).all());
    if (surroundings.databases().containsKey("posting")) {
      checks.add(new Check("the workers", new FleetCheck(surroundings.databases())::findings));
    }
    checks.addAll(new KeyChecks(surroundings).all());
    checks.addAll(new CertificateChecks(surroundings, clock).all());
    if (checks.isEmpty()) {
      throw new StartupException(
          "the file names no server; docs/operations.md lists what is looked for");
    }
    return Examination.of(checks);
  }

  /** Prints them; whether nothing is wrong. */
  static boolean shown(List<Finding> findings, PrintStream out) {
    boolean well = true;
    for (Finding finding : findings) {
      switch (finding) {
        case Well(String what) -> out.println("ok    " + what);
        case Unknown(String what, String why) -> out.println("none  " + what + "\n      " + why);
        case Wrong(String what, String cure) -> {
          out.println("BAD   " + what + "\n      " + cure);
          well = false;
        }
      }
    }
    return well;
  }
}
