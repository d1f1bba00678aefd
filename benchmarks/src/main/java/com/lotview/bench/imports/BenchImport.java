package com.lotview.bench.imports;

import com.lotview.bench.report.ProcessMemory;
import com.lotview.bench.tables.BenchDatabase;
import com.lotview.bench.tables.CopyFloor;
import com.lotview.standalone.client.ApiClient;
import com.lotview.standalone.client.ApiClient.Upload;
import com.lotview.standalone.client.Installation;
import com.lotview.standalone.client.Progress;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code ./lotview bench import 10000,100000}: rows a second of new vehicles and of the same file
 * again, beside PostgreSQL's own COPY of the same columns with the same indexes; the heap that is
 * left after a collection at a tenth, at half and at the end; photos a second on one processor.
 */
public final class BenchImport {
  private static final Duration POLL = Duration.ofMillis(100);
  private static final List<Integer> SHARES = List.of(10, 50, 100);

  private final Installation installation;
  private final ApiClient api;
  private final BenchDatabase database;
  private final Progress progress;

  private BenchImport(Installation installation, BenchDatabase database, Progress progress) {
    this.installation = installation;
    this.api = new ApiClient(installation.url());
    this.database = database;
    this.progress = progress;
  }

  /**
   * What one size gave.
   *
   * @param ratio of the import's rows a second to those of COPY
   * @param heapMebibytes at each share of {@code SHARES}, in an import of its own
   */
  record Result(
      int rows,
      double rowsPerSecond,
      double againPerSecond,
      double copyPerSecond,
      double ratio,
      List<Double> heapMebibytes) {}

  /** Runs it; true if every row of every file was stored. */
  public static boolean run(Installation installation, Path json, List<Integer> sizes)
      throws Exception {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Map<String, Object> figures = new LinkedHashMap<>();
    List<Result> results = new ArrayList<>();
    try (BenchDatabase database = BenchDatabase.of(installation.home())) {
      BenchImport bench = new BenchImport(installation, database, new Progress(out));
      bench.api.signIn(installation.email(), installation.password());
      bench.once("W", StockText.of("W", 2_000), null);
      for (int rows : sizes) {
        results.add(bench.measure(rows));
      }
    }
    PhotoRate photos = new PhotoRate();
    double own = photos.own();
    Double vips = photos.vips(json.resolveSibling("bench-import-photos"));
    print(out, results, own, vips);
    figures.put("bench", "import");
    figures.put("results", results);
    figures.put("photosPerSecond", own);
    figures.put("vipsPhotosPerSecond", vips == null ? "not installed" : vips);
    Files.writeString(json, JsonMapper.shared().writeValueAsString(figures));
    return true;
  }

  private Result measure(int rows) throws IOException, InterruptedException, SQLException {
    String prefix = "N" + rows + "-";
    byte[] file = StockText.of(prefix, rows);
    progress.step(rows + " rows, new");
    double fresh = once(prefix, file, null);
    progress.step(rows + " rows, the same again");
    double again = once(prefix, file, null);
    progress.step(rows + " rows by COPY");
    double copy = new CopyFloor(database).seconds(prefix);
    progress.step(rows + " rows, with a look at the heap");
    List<Double> heap = new ArrayList<>();
    String other = "H" + rows + "-";
    once(other, StockText.of(other, rows), heap);
    return new Result(rows, rows / fresh, rows / again, rows / copy, copy / fresh, heap);
  }

  /** Seconds of one import. */
  private double once(String name, byte[] file, @Nullable List<Double> heap)
      throws IOException, InterruptedException {
    Upload upload = new Upload(name + ".csv", "text/csv", file);
    String id =
        api.upload("/v1/vehicles/import", "file", List.of(upload))
            .orFail("The import")
            .get("importId")
            .asString();
    JsonNode state = api.get("/v1/vehicles/imports/" + id).orFail("Its state");
    while (state.get("finishedAt").isNull()) {
      look(state, heap);
      TimeUnit.MILLISECONDS.sleep(POLL.toMillis());
      state = api.get("/v1/vehicles/imports/" + id).orFail("Its state");
    }
    look(state, heap);
    if (!state.get("state").asString().equals("DONE") || state.get("rejected").asInt() > 0) {
      throw new IllegalStateException("Not all rows were stored: " + state);
    }
    return seconds(state);
  }

  private void look(JsonNode state, @Nullable List<Double> heap)
      throws IOException, InterruptedException {
    int rows = state.get("rows").asInt();
    if (heap != null
        && rows > 0
        && heap.size() < SHARES.size()
        && state.get("done").asInt() * 100L >= (long) rows * SHARES.get(heap.size())) {
      heap.add(ProcessMemory.servicesHeap(installation.home()));
    }
  }

  private static double seconds(JsonNode state) {
    Duration took =
        Duration.between(
            Instant.parse(state.get("startedAt").asString()),
            Instant.parse(state.get("finishedAt").asString()));
    return took.toMillis() / 1000.0;
  }

  private static void print(
      PrintStream out, List<Result> results, double own, @Nullable Double vips) {
    out.println("| rows | new, rows/s | again, rows/s | COPY, rows/s | ratio | heap, MiB |");
    out.println("|---|---|---|---|---|---|");
    for (Result one : results) {
      out.printf(
          "| %d | %.0f | %.0f | %.0f | %.2f | %s |%n",
          one.rows(),
          one.rowsPerSecond(),
          one.againPerSecond(),
          one.copyPerSecond(),
          one.ratio(),
          one.heapMebibytes().stream().map("%.0f"::formatted).toList());
    }
    out.printf(
        "Photos a second on one processor: %.1f; libvips: %s%n",
        own, vips == null ? "not installed" : "%.1f".formatted(vips));
  }
}
