package com.lotview.bench.api;

import com.lotview.bench.report.Distribution;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Sends one GET repeatedly, as one person, and measures each. */
final class Requests {
  private static final Duration DEADLINE = Duration.ofSeconds(60);
  private static final double MILLI = 1e6;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String token;

  Requests(String token) {
    this.token = token;
  }

  /** The results. */
  record Run(double perSecond, Distribution millis) {}

  /** Sends with so many clients for so long, without pauses. */
  Run many(String name, URI address, int clients, Duration time) throws Exception {
    long end = System.nanoTime() + time.toNanos();
    List<Future<List<Double>>> all = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < clients; i++) {
        all.add(threads.submit(() -> until(end, address)));
      }
    }
    List<Double> millis = new ArrayList<>();
    for (Future<List<Double>> each : all) {
      millis.addAll(each.get());
    }
    return new Run(millis.size() / (time.toNanos() / 1e9), Distribution.of(name, millis));
  }

  /** Sends with one client, so many times, or at least once until the time is up. */
  Distribution some(String name, URI address, int times, Duration limit) throws Exception {
    long end = System.nanoTime() + limit.toNanos();
    List<Double> millis = new ArrayList<>();
    do {
      millis.add(one(address));
    } while (millis.size() < times && System.nanoTime() < end);
    return Distribution.of(name, millis);
  }

  private List<Double> until(long end, URI address) throws Exception {
    List<Double> millis = new ArrayList<>();
    while (System.nanoTime() < end) {
      millis.add(one(address));
    }
    return millis;
  }

  private double one(URI address) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(DEADLINE)
            .header("Authorization", "Bearer " + token)
            .build();
    long begun = System.nanoTime();
    HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    double millis = (System.nanoTime() - begun) / MILLI;
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(address + " answered " + answer.statusCode());
    }
    return millis;
  }
}
