package com.lotview.faults.system;

import java.time.Duration;
import java.util.Map;

/**
 * How a suite is run.
 *
 * @param runs of each cell
 * @param seed of the order and of the site's random choices
 * @param workers at once, each with one browser
 * @param pause how long a worker is stopped: longer than a lease
 * @param limit for a posting to settle, from the fault on
 * @param afterglow how long nothing happens at the end before the ledger is read
 * @param system environment of the services
 * @param worker environment of the workers
 */
public record Rules(
    int runs,
    long seed,
    int workers,
    Duration pause,
    Duration limit,
    Duration afterglow,
    Map<String, String> system,
    Map<String, String> worker) {

  // A first check of the session would add a job to the judged account.
  private static final Map<String, String> ONLY_WHAT_IS_ORDERED =
      Map.of("POSTING_FIRST_SESSION_CHECK_AFTER", "6h", "POSTING_WATCH_POLL_INTERVAL", "5s");

  /** As delivered: lease 30 s, looks 30 s apart, retry after a minute. */
  public static Rules asDelivered() {
    return new Rules(
        Integer.parseInt(setting("LOTVIEW_FAULT_RUNS", "1")),
        Long.parseLong(setting("LOTVIEW_FAULT_SEED", "1")),
        3,
        Duration.ofSeconds(40),
        Duration.ofMinutes(9),
        Duration.ofSeconds(40),
        ONLY_WHAT_IS_ORDERED,
        Map.of());
  }

  /** The same with shorter waits. */
  public static Rules quick() {
    return new Rules(
        1,
        Long.parseLong(setting("LOTVIEW_FAULT_SEED", "1")),
        2,
        Duration.ofSeconds(10),
        Duration.ofMinutes(3),
        Duration.ofSeconds(3),
        Map.of("POSTING_RETRY_DELAY", "3s", "POSTING_FIRST_SESSION_CHECK_AFTER", "6h"),
        Map.of(
            "LOTVIEW_LEASE_DURATION", "6s",
            "LOTVIEW_LEASE_RENEWAL_INTERVAL", "2s",
            "LOTVIEW_VERIFICATION_INTERVAL", "4s",
            "LOTVIEW_SETTLING_DELAY", "8s",
            "LOTVIEW_UNREADABLE_RETRY_DELAY", "2s"));
  }

  public static String setting(String name, String otherwise) {
    String value = System.getenv(name);
    return value == null || value.isBlank() ? otherwise : value.strip();
  }
}
