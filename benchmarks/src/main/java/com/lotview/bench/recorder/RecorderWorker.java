package com.lotview.bench.recorder;

import com.lotview.worker.WorkerApplication;
import com.lotview.worker.fleet.port.SiteBrowsers;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.support.GenericApplicationContext;

/**
 * The worker process of measurements: the unchanged browser worker, with {@link SiteBrowsers} of
 * this package. Further settings: {@code RECORDER_SITE} is {@code record} (answers at once and
 * records its calls in the folder {@code RECORDER_BOOK}) or {@code http} (uses the sandbox as its
 * pages do); {@code RECORDER_WORK_MS} is how long filling a form takes, and {@code
 * RECORDER_STUCK_MS} how long the first form of {@code RECORDER_STUCK_ACCOUNT} does.
 */
public final class RecorderWorker {
  private RecorderWorker() {}

  public static void main(String[] args) {
    SiteBrowsers site = site(System.getenv());
    new SpringApplicationBuilder(WorkerApplication.class)
        .properties("spring.config.name=worker")
        .initializers(context ->
            ((GenericApplicationContext) context).registerBean(SiteBrowsers.class, () -> site))
        .run(args);
  }

  private static SiteBrowsers site(Map<String, String> env) {
    Work work = Work.of(env);
    String url = env.getOrDefault("MARKETPLACE_URL", "");
    String kind = env.getOrDefault("RECORDER_SITE", "record");
    return switch (kind) {
      case "record" -> {
        RecordBook book = new RecordBook(Path.of(env.getOrDefault("RECORDER_BOOK", "book")));
        yield new RecordedBrowsers(folder -> new RecordedBrowser(book, work, url));
      }
      case "http" -> new RecordedBrowsers(folder -> new HttpBrowser(url, folder, work));
      default ->
          throw new IllegalArgumentException("RECORDER_SITE must be record or http, not " + kind);
    };
  }
}
