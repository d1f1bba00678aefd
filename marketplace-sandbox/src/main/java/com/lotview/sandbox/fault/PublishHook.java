package com.lotview.sandbox.fault;

import com.lotview.sandbox.http.Response;
import java.util.Map;
import java.util.Optional;

/** Troubles that strike round the click on Publish. */
public final class PublishHook {
  private final Faults faults;

  /** Reads from this board. */
  public PublishHook(Faults faults) {
    this.faults = faults;
  }

  /** How many milliseconds the page is to wait between the click and its request. */
  public long delayMillis(String account) {
    return faults
        .strike(FaultKind.PUBLISH_DELAY_SECONDS, account)
        .map(fault -> Math.round(fault.seconds() * 1000))
        .orElse(0L);
  }

  /** The refusal before anything is stored, if one is due. */
  public Optional<Response> before(String account) {
    return faults
        .strike(FaultKind.PUBLISH_REFUSE, account)
        .map(fault -> Response.json(500, Map.of("error", 1357004, "errorSummary", "Query Error")));
  }

  /** The answer that replaces the good one after the listing was stored, if one is due. */
  public Optional<Response> after(String account) {
    if (faults.strike(FaultKind.PUBLISH_ACCEPT_THEN_500, account).isPresent()) {
      return Optional.of(
          Response.json(
              500, Map.of("error", 1357004, "errorSummary", "Sorry, something went wrong")));
    }
    return faults
        .strike(FaultKind.PUBLISH_ACCEPT_THEN_RESET, account)
        .map(fault -> Response.brokenOff());
  }
}
