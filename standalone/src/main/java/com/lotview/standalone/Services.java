package com.lotview.standalone;

import com.lotview.auth.AuthApplication;
import com.lotview.gateway.GatewayApplication;
import com.lotview.inventory.InventoryApplication;
import com.lotview.listing.ListingApplication;
import com.lotview.notification.NotificationApplication;
import com.lotview.posting.PostingApplication;
import com.lotview.standalone.client.Progress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.springframework.context.ConfigurableApplicationContext;

/** The services in this process, started one after another and stopped in reverse. */
final class Services implements AutoCloseable {
  private final Deque<ConfigurableApplicationContext> running = new ArrayDeque<>();

  /** In the order of dependencies: auth first, the gateway last. */
  private static Map<String, Function<String[], ConfigurableApplicationContext>> all() {
    Map<String, Function<String[], ConfigurableApplicationContext>> all = new LinkedHashMap<>();
    all.put("auth", AuthApplication::start);
    all.put("inventory", InventoryApplication::start);
    all.put("listing", ListingApplication::start);
    all.put("posting", PostingApplication::start);
    all.put("notification", NotificationApplication::start);
    all.put("gateway", GatewayApplication::start);
    return all;
  }

  /** Starts them all; what a failing one has started is stopped again. */
  void start(Function<String, Map<String, String>> environment, Progress progress) {
    all()
        .forEach((name, start) -> {
          progress.step("service " + name);
          running.push(start.apply(arguments(environment.apply(name))));
        });
  }

  private static String[] arguments(Map<String, String> environment) {
    return environment.entrySet().stream()
        .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
        .toArray(String[]::new);
  }

  @Override
  public void close() {
    while (!running.isEmpty()) {
      running.pop().close();
    }
  }
}
