package com.lotview.bench.live;

import com.lotview.standalone.client.ApiClient;
import com.lotview.standalone.client.Installation;
import com.lotview.standalone.client.OwnersBrowser;
import com.lotview.standalone.client.Progress;
import com.lotview.worker.browser.chrome.ChromeInstallation;
import com.lotview.worker.fleet.port.OwnerView;
import com.lotview.worker.live.LiveRules;
import com.lotview.worker.live.LiveView;
import com.lotview.worker.live.LiveViews;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code ./lotview bench live}: the delays that an owner sees in a live view. Typing goes from a
 * second real browser through the gateway to the fleet's browser and back; a moving page is shown
 * to viewers with the given delays, and shows which pictures a slow viewer does not get.
 */
public final class BenchLive {
  private static final int KEYS = 80;
  private static final Duration BETWEEN_KEYS = Duration.ofMillis(125);
  private static final Duration STILL = Duration.ofSeconds(3);
  private static final Duration MOVING = Duration.ofSeconds(5);
  private static final int[] FAR_MILLIS = {0, 50, 200};
  private static final LiveRules RULES =
      new LiveRules(
          URI.create("http://127.0.0.1"),
          Duration.ofMinutes(1),
          Duration.ofMinutes(1),
          Duration.ZERO);

  private static final String KEY_TO_PICTURE =
      """
      window.waits = [];
      let pressed = 0;
      document.getElementById('keys').addEventListener('keydown', () => { pressed ||= performance.now(); });
      new MutationObserver(() => { if (pressed) { waits.push(performance.now() - pressed); pressed = 0; } })
        .observe(document.getElementById('screen'), { attributes: true, attributeFilter: ['data-frames'] });
      """;

  private static final String MOVING_PAGE =
      "data:text/html,<body style='margin:0;background:white'><h1>Moving</h1><div id=a"
          + " style='position:absolute;width:200px;height:200px;background:steelblue'></div><script>"
          + "const f=t=>{a.style.left=400+300*Math.sin(t/300)+'px';a.style.top=300+200*Math.cos(t/300)"
          + "+'px';requestAnimationFrame(f)};requestAnimationFrame(f)</script>";

  private BenchLive() {}

  /** The results of one scene; waits in milliseconds from a key to the next picture. */
  record Scene(
      String scene,
      double seconds,
      long frames,
      double framesPerSecond,
      double kilobytesPerFrame,
      @Nullable Double waitMedian,
      @Nullable Double waitWorst) {

    static Scene of(String name, Duration time, long frames, long bytes, List<Double> waits) {
      double seconds = time.toNanos() / 1e9;
      List<Double> sorted = waits.stream().sorted().toList();
      return new Scene(
          name,
          seconds,
          frames,
          frames / seconds,
          frames == 0 ? 0 : bytes / 1000.0 / frames,
          sorted.isEmpty() ? null : sorted.get(sorted.size() / 2),
          sorted.isEmpty() ? null : sorted.getLast());
    }

    String row() {
      return String.format(
          Locale.ROOT,
          "| %s | %.1f | %d | %.1f | %.1f | %s |",
          scene,
          seconds,
          frames,
          framesPerSecond,
          kilobytesPerFrame,
          waitMedian == null
              ? ""
              : String.format(Locale.ROOT, "%.0f / %.0f", waitMedian, waitWorst));
    }
  }

  /**
   * Runs it on a fresh installation.
   *
   * @param target where the figures go
   */
  public static boolean run(Installation installation, Path target) throws Exception {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Progress progress = new Progress(out);
    List<Scene> scenes = new ArrayList<>();
    progress.step("an owner types, through gateway and worker");
    scenes.addAll(typing(installation));
    for (int far : FAR_MILLIS) {
      progress.step("a moving page, " + far + " ms away");
      scenes.add(moving(far));
    }
    out.println("| scene | s | pictures | per s | KB each | key to picture ms, median / worst |");
    out.println("|---|---|---|---|---|---|");
    scenes.forEach(scene -> out.println(scene.row()));
    String json = JsonMapper.shared().writeValueAsString(Map.of("bench", "live", "scenes", scenes));
    Files.writeString(target, json);
    out.println(json);
    return true;
  }

  private static OwnersBrowser browser() {
    ChromeInstallation chrome = ChromeInstallation.find(System.getenv());
    return OwnersBrowser.open(chrome.binary(), chrome.driver());
  }

  private static List<Scene> typing(Installation installation) throws Exception {
    ApiClient api = new ApiClient(installation.url());
    api.signIn(installation.email(), installation.password());
    JsonNode begun = api.post("/v1/fb-accounts", Map.of("label", "Bench")).orFail("Signing in");
    try (OwnersBrowser owner = browser()) {
      owner.look(installation.url() + begun.at("/liveView/url").asString());
      owner.driver().executeScript(KEY_TO_PICTURE);
      Scene still = scene(owner, "still", () -> TimeUnit.NANOSECONDS.sleep(STILL.toNanos()));
      Scene typing = scene(owner, "typing, 8 keys a second", () -> type(owner));
      return List.of(still, typing);
    }
  }

  private static void type(OwnersBrowser owner) throws InterruptedException {
    long next = System.nanoTime();
    for (int key = 0; key < KEYS; key++) {
      owner.type(String.valueOf((char) ('a' + key % 26)));
      next += BETWEEN_KEYS.toNanos();
      TimeUnit.NANOSECONDS.sleep(Math.max(0, next - System.nanoTime()));
    }
  }

  /** An action that takes some time. */
  private interface Act {
    void play() throws InterruptedException;
  }

  private static Scene scene(OwnersBrowser owner, String name, Act act)
      throws InterruptedException {
    long frames = owner.frames();
    long bytes = owner.bytes();
    owner.driver().executeScript("waits.length = 0");
    long began = System.nanoTime();
    act.play();
    Duration time = Duration.ofNanos(System.nanoTime() - began);
    List<Double> waits = new ArrayList<>();
    if (owner.driver().executeScript("return waits") instanceof List<?> all) {
      all.forEach(one -> waits.add(((Number) one).doubleValue()));
    }
    return Scene.of(name, time, owner.frames() - frames, owner.bytes() - bytes, waits);
  }

  private static Scene moving(int farMillis) throws InterruptedException {
    try (OwnersBrowser shown = browser()) {
      shown.driver().get(MOVING_PAGE);
      LiveViews views = new LiveViews(RULES);
      UUID id = UUID.randomUUID();
      try (OwnerView own = views.show(id, shown.pageSocket());
          FarViewer viewer = new FarViewer(views.find(id).orElseThrow(), farMillis)) {
        LiveView view = views.find(id).orElseThrow();
        view.attach(viewer);
        TimeUnit.SECONDS.sleep(1);
        viewer.forget();
        long began = System.nanoTime();
        TimeUnit.NANOSECONDS.sleep(MOVING.toNanos());
        return Scene.of(
            "moving at 60 Hz, viewer "
                + farMillis
                + " ms away"
                + (own.over().isPresent() ? ", over" : ""),
            Duration.ofNanos(System.nanoTime() - began),
            viewer.frames(),
            viewer.bytes(),
            List.of());
      }
    }
  }
}
