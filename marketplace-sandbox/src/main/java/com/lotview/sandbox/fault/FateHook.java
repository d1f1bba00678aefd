package com.lotview.sandbox.fault;

import com.lotview.sandbox.http.BadRequest;
import com.lotview.sandbox.ledger.Ledger;
import java.util.EnumSet;
import java.util.Set;

/** Changes of a listing some time after it was listed, without its seller's browser. */
public final class FateHook {
  private static final Set<FaultKind> FATES =
      EnumSet.of(
          FaultKind.LISTING_REJECTED,
          FaultKind.LISTING_REMOVED,
          FaultKind.LISTING_SOLD,
          FaultKind.LISTING_REPRICED);

  private final Faults faults;
  private final Ledger ledger;

  /** Reads from this board, and changes listings of this ledger. */
  public FateHook(Faults faults, Ledger ledger) {
    this.faults = faults;
    this.ledger = ledger;
  }

  /** The account's new listing is live; its due change comes later. A restart cancels it. */
  public void listed(String account, String id) {
    FATES.forEach(kind ->
        faults
            .strike(kind, account)
            .ifPresent(fault ->
                Thread.ofVirtual()
                    .start(() -> {
                      fault.sleep();
                      befall(id, fault);
                    })));
  }

  private void befall(String id, Fault fault) {
    switch (fault.kind()) {
      case LISTING_REJECTED -> ledger.notice(id, "rejected");
      case LISTING_REMOVED -> ledger.delete(id);
      case LISTING_SOLD -> ledger.mark(id, true);
      case LISTING_REPRICED -> ledger.price(id, price(fault));
      default -> throw new IllegalArgumentException(fault.kind() + " is no fate");
    }
  }

  private static long price(Fault fault) {
    String text = fault.text();
    if (text == null || !text.matches("\\d{1,9}")) {
      throw new BadRequest("listing.repriced needs its price as text");
    }
    return Long.parseLong(text);
  }
}
