package com.lotview.bench.engine;

import com.lotview.standalone.client.ApiClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Orders postings through the public API, from a few threads, and records when each was answered.
 */
final class OrderLoad {
  private final ApiClient api;
  private final Map<String, Instant> answered = new ConcurrentHashMap<>();
  private final List<Double> acceptMillis =
      java.util.Collections.synchronizedList(new ArrayList<>());

  OrderLoad(ApiClient api) {
    this.api = api;
  }

  /** One vehicle on one account. */
  record Order(String vehicle, String account) {
    /** The vehicles on the accounts, at most so many each. */
    static List<Order> spread(List<String> vehicles, List<String> accounts, int each) {
      if (vehicles.size() > accounts.size() * each) {
        throw new IllegalArgumentException("Too few accounts for the hourly limit");
      }
      List<Order> orders = new ArrayList<>();
      for (int i = 0; i < vehicles.size(); i++) {
        orders.add(new Order(vehicles.get(i), accounts.get(i % accounts.size())));
      }
      return orders;
    }
  }

  /** All orders as fast as the clients get answers. */
  void atOnce(List<Order> orders, int clients) throws InterruptedException {
    AtomicInteger next = new AtomicInteger();
    List<Thread> threads = new ArrayList<>();
    List<Throwable> errors = java.util.Collections.synchronizedList(new ArrayList<>());
    for (int client = 0; client < clients; client++) {
      threads.add(
          Thread.ofPlatform()
              .uncaughtExceptionHandler((thread, error) -> errors.add(error))
              .start(() -> {
                for (int i = next.getAndIncrement();
                    i < orders.size();
                    i = next.getAndIncrement()) {
                  send(orders.get(i));
                }
              }));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    if (!errors.isEmpty()) {
      throw new IllegalStateException("An order was not taken", errors.getFirst());
    }
  }

  /** One order after another at a steady pace, independent of the earlier ones. */
  void steady(List<Order> orders, Duration pace) throws InterruptedException {
    try (ScheduledExecutorService clients = Executors.newScheduledThreadPool(4)) {
      for (int i = 0; i < orders.size(); i++) {
        Order order = orders.get(i);
        var _ = clients.schedule(() -> send(order), i * pace.toNanos(), TimeUnit.NANOSECONDS);
      }
    }
  }

  private void send(Order order) {
    long began = System.nanoTime();
    String id =
        api.post(
                "/v1/postings",
                Map.of("vehicleId", order.vehicle(), "fbAccountId", order.account()))
            .orFail("Ordering")
            .get("id")
            .asString();
    Instant now = Instant.now();
    acceptMillis.add((System.nanoTime() - began) / 1e6);
    answered.put(id, now);
  }

  /** When each posting's order was answered. */
  Map<String, Instant> answered() {
    return answered;
  }

  /** How long each order took to be answered. */
  List<Double> acceptMillis() {
    return acceptMillis;
  }
}
