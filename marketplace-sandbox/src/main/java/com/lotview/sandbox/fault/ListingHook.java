package com.lotview.sandbox.fault;

import com.lotview.sandbox.http.Response;
import java.util.Optional;

/** Troubles that strike when a listing is deleted, marked as sold, renewed or edited. */
public final class ListingHook {
  private final Faults faults;

  /** Reads from this board. */
  public ListingHook(Faults faults) {
    this.faults = faults;
  }

  /** The refusal before anything is changed, if one is due. */
  public Optional<Response> before(Moment moment, String account) {
    return switch (moment) {
      case DELETE -> error(FaultKind.DELETE_FAILS, account);
      case SOLD -> error(FaultKind.SOLD_FAILS, account);
      case RENEW -> error(FaultKind.RENEW_FAILS, account);
      default -> Optional.empty();
    };
  }

  /** True when the change must be dropped but answered with success. */
  public boolean ignores(String account) {
    return faults.strike(FaultKind.EDIT_IGNORED, account).isPresent();
  }

  /** The answer that replaces the good one after the change, if one is due. */
  public Optional<Response> after(Moment moment, String account) {
    return switch (moment) {
      case DELETE -> error(FaultKind.DELETE_ACCEPT_THEN_500, account);
      case SOLD -> error(FaultKind.SOLD_ACCEPT_THEN_500, account);
      case RENEW -> error(FaultKind.RENEW_ACCEPT_THEN_500, account);
      case UPDATE -> error(FaultKind.EDIT_ACCEPT_THEN_500, account);
      default -> Optional.empty();
    };
  }

  private Optional<Response> error(FaultKind kind, String account) {
    return faults.strike(kind, account).map(fault -> Answers.error("Sorry, something went wrong"));
  }
}
