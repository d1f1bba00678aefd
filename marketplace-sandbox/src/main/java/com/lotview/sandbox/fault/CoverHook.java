package com.lotview.sandbox.fault;

import java.util.LinkedHashMap;
import java.util.Map;

/** Questions that cover a page. */
public final class CoverHook {
  private static final Map<FaultKind, String> COVERS =
      Map.of(FaultKind.COVER_SAVE_LOGIN, "saveLogin", FaultKind.COVER_COOKIE_CONSENT, "consent");

  private final Faults faults;

  /** Reads from this board. */
  public CoverHook(Faults faults) {
    this.faults = faults;
  }

  /**
   * The covers of one page load: after how many milliseconds each comes, 0 for the site's own time.
   *
   * @param account whose page; empty for a stranger's
   */
  public Map<String, Long> over(String account, Moment moment) {
    Map<String, Long> covers = new LinkedHashMap<>();
    COVERS.forEach((kind, name) ->
        faults.strike(kind, account, moment).ifPresent(fault -> covers.put(name, fault.millis())));
    return covers;
  }
}
