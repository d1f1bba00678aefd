package com.lotview.bench.api;

import com.lotview.bench.report.Distribution;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The same requests through the gateway and directly to the service, in turn. */
final class GatewayCost {
  private static final int[] CLIENTS = {1, 16};
  private static final int TURNS = 2;

  private final Requests requests;
  private final String gateway;
  private final String service;
  private final Duration time;

  /**
   * @param time of each turn
   */
  GatewayCost(Requests requests, String gateway, String service, Duration time) {
    this.requests = requests;
    this.gateway = gateway;
    this.service = service;
    this.time = time;
  }

  /**
   * The cost of one request.
   *
   * @param clients at the same time
   */
  record Cost(String request, int clients, Requests.Run direct, Requests.Run through) {
    String row() {
      return String.format(
          Locale.ROOT,
          "| %s | %d | %.0f | %.1f / %.1f / %.1f | %.0f | %.1f / %.1f / %.1f | %.2f | %.2f |",
          request,
          clients,
          direct.perSecond(),
          direct.millis().percentile(0.50),
          direct.millis().percentile(0.95),
          direct.millis().percentile(0.99),
          through.perSecond(),
          through.millis().percentile(0.50),
          through.millis().percentile(0.95),
          through.millis().percentile(0.99),
          through.perSecond() / direct.perSecond(),
          through.millis().percentile(0.50) / direct.millis().percentile(0.50));
    }

    Map<String, Object> json() {
      return Map.of(
          "request",
          request,
          "clients",
          clients,
          "direct",
          Map.of("perSecond", direct.perSecond(), "millis", direct.millis().json()),
          "gateway",
          Map.of("perSecond", through.perSecond(), "millis", through.millis().json()));
    }
  }

  List<Cost> measure(Map<String, String> paths) throws Exception {
    List<Cost> costs = new ArrayList<>();
    for (var path : paths.entrySet()) {
      for (int clients : CLIENTS) {
        costs.add(cost(path.getKey(), path.getValue(), clients));
      }
    }
    return costs;
  }

  // In turn, so that growing load on the machine affects both alike.
  private Cost cost(String name, String path, int clients) throws Exception {
    Map<String, List<Requests.Run>> runs = new LinkedHashMap<>();
    for (int turn = 0; turn < TURNS; turn++) {
      for (String base : List.of(service, gateway)) {
        runs.computeIfAbsent(base, each -> new ArrayList<>())
            .add(requests.many(name, URI.create(base + path), clients, time));
      }
    }
    return new Cost(
        name,
        clients,
        together(name, Objects.requireNonNull(runs.get(service))),
        together(name, Objects.requireNonNull(runs.get(gateway))));
  }

  private static Requests.Run together(String name, List<Requests.Run> runs) {
    List<Double> millis = new ArrayList<>();
    double rate = 0;
    for (Requests.Run run : runs) {
      for (double each : run.millis().sorted()) {
        millis.add(each);
      }
      rate += run.perSecond() / runs.size();
    }
    return new Requests.Run(rate, Distribution.of(name, millis));
  }
}
