package com.lotview.bench.api;

import com.lotview.bench.report.Distribution;
import com.lotview.bench.report.ProcessMemory;
import com.lotview.bench.stock.BenchStock;
import com.lotview.bench.tables.AuthTables;
import com.lotview.bench.tables.BenchDatabase;
import com.lotview.bench.tables.InventoryTables;
import com.lotview.standalone.client.ApiClient;
import com.lotview.standalone.client.Installation;
import com.lotview.standalone.client.Progress;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code ./lotview bench api}: the cost of the gateway; lists of one dealership's vehicles alone,
 * among those of thousands of others, and without row-level security; and the latency of events to
 * thousands of sockets. Clients run in this process, the system in a separate one.
 */
public final class BenchApi {
  private final Installation installation;
  private final ApiLoad load;
  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final Progress progress = new Progress(out);
  private final ApiClient api;
  private final BenchDatabase database;
  private final String dealership;
  private final Map<String, Object> json = new LinkedHashMap<>();

  private BenchApi(Installation installation, ApiLoad load) throws IOException, SQLException {
    this.installation = installation;
    this.load = load;
    this.api = new ApiClient(installation.url());
    this.database = BenchDatabase.of(installation.home());
    this.dealership = new AuthTables(database).dealershipOf(installation.email());
    api.signIn(installation.email(), installation.password());
    json.put("bench", "api");
    json.put("load", load);
  }

  /**
   * Runs it on a fresh installation without workers.
   *
   * @param json where the figures go
   * @return whether every event came on every socket of its dealership
   */
  public static boolean run(Installation installation, Path json, ApiLoad load) throws Exception {
    BenchApi bench = new BenchApi(installation, load);
    try (bench.database) {
      boolean good = bench.sockets();
      bench.lists();
      String text = JsonMapper.builder().build().writeValueAsString(bench.json);
      Files.writeString(json, text);
      return good;
    }
  }

  private void lists() throws Exception {
    String vehicle = new BenchStock(api, installation).vehicles(1).getFirst();
    InventoryTables stock = new InventoryTables(database);
    Requests requests = new Requests(api.token());
    StockLists lists = new StockLists(requests, service());
    progress.step(load.each() + " vehicles of one dealership");
    stock.fill(vehicle, List.of(dealership), load.each());
    gateway(requests, vehicle);
    Map<String, Distribution> alone = lists.measure();
    alone.values().forEach(list -> out.println(list.row()));
    progress.step("%,d vehicles of %,d others".formatted(load.vehicles(), load.dealerships() - 1));
    stock.fill(vehicle, others(), load.each());
    Map<String, Distribution> among = lists.measure();
    among.values().forEach(list -> out.println(list.row()));
    progress.step("without row-level security");
    stock.openOnly(dealership);
    List<StockLists.Row> rows = StockLists.rows(alone, among, lists.measure());
    out.println(
        """
        | list, p50 / p99 ms | alone | among all | without RLS | among ÷ alone | RLS ÷ without |
        |---|---|---|---|---|---|\
        """);
    rows.forEach(row -> out.println(row.text()));
    json.put("lists", rows.stream().map(StockLists.Row::json).toList());
  }

  private List<String> others() {
    return IntStream.range(1, load.dealerships())
        .mapToObj(i -> UUID.randomUUID().toString())
        .toList();
  }

  private void gateway(Requests requests, String vehicle) throws Exception {
    progress.step("through the gateway and straight");
    GatewayCost cost =
        new GatewayCost(
            requests, installation.url(), service(), Duration.ofSeconds(load.seconds()));
    List<GatewayCost.Cost> costs =
        cost.measure(
            Map.of("one vehicle", "/v1/vehicles/" + vehicle, "50 vehicles", "/v1/vehicles"));
    out.println(
        """
        | request | clients | direct/s | p50 / p95 / p99 ms | gateway/s | p50 / p95 / p99 ms | rate | p50 |
        |---|---|---|---|---|---|---|---|\
        """);
    costs.forEach(each -> out.println(each.row()));
    json.put("gateway", costs.stream().map(GatewayCost.Cost::json).toList());
  }

  private boolean sockets() throws Exception {
    SocketLoad sockets = new SocketLoad(installation, database, load);
    progress.step("%d sockets of %d dealerships".formatted(load.sockets(), load.rooms()));
    sockets.signIn(dealership);
    double heap = ProcessMemory.servicesHeap(installation.home());
    double whole = services();
    try (Sockets open = sockets.open()) {
      double heapEach = (ProcessMemory.servicesHeap(installation.home()) - heap) * 1024;
      double wholeEach = (services() - whole) * 1024;
      progress.step(load.events() + " events a second");
      SocketLoad.Heard heard = sockets.send(open);
      report(open, heard, heapEach, wholeEach);
      return heard.millis().sorted().length == heard.expected() && open.closed() == 0;
    }
  }

  private void report(Sockets open, SocketLoad.Heard heard, double heapEach, double wholeEach) {
    out.println("| event → frame, ms | n | p50 | p95 | p99 | max |\n|---|---|---|---|---|---|");
    out.println(heard.millis().row());
    out.printf(
        Locale.ROOT,
        "%d sockets, %.1f KiB heap and %.1f KiB memory each; %d of %d frames, %d sockets closed%n",
        open.count(),
        heapEach / open.count(),
        wholeEach / open.count(),
        heard.millis().sorted().length,
        heard.expected(),
        open.closed());
    json.put("frames", heard.millis().json());
    json.put("framesExpected", heard.expected());
    json.put("heapKiBPerSocket", heapEach / open.count());
    json.put("memoryKiBPerSocket", wholeEach / open.count());
  }

  private double services() {
    return Objects.requireNonNull(
        ProcessMemory.of(installation.home()).get(ProcessMemory.SERVICES));
  }

  private String service() throws IOException {
    Properties ports = new Properties();
    try (var file = Files.newBufferedReader(installation.home().resolve("run/ports.properties"))) {
      ports.load(file);
    }
    return "http://127.0.0.1:" + ports.getProperty("inventory");
  }
}
