package com.lotview.kit.database;

import java.util.Map;

/** Settings that a service gives each of its sessions when it connects. */
public final class SessionSettings {
  /**
   * By name. Connections live long: a plan cached for a small table reads all of a large one
   * (measured: 104 ms instead of 0.1). A paused process keeps the locks of its transaction, which
   * block others; the times are longer than the deadline of any call.
   */
  public static final Map<String, String> ALL =
      Map.of(
          "plan_cache_mode",
          "force_custom_plan",
          "idle_in_transaction_session_timeout",
          "30s",
          "statement_timeout",
          "60s");

  private SessionSettings() {}
}
