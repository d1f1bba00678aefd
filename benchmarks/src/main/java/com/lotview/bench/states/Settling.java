package com.lotview.bench.states;

import com.lotview.bench.form.FormSite;
import com.lotview.bench.form.FormSite.Visitor;
import com.lotview.bench.form.FormVisit;
import com.lotview.form.mapping.ListingOrder;
import com.lotview.worker.marketplace.listings.Search;
import com.lotview.worker.marketplace.page.PostingOutcome;
import com.lotview.worker.marketplace.page.PostingOutcome.Blocked;
import com.lotview.worker.marketplace.page.PostingOutcome.Unknown;
import com.lotview.worker.marketplace.page.StoppedException;

/**
 * Settles a click as the fleet's recovery does, without its waits: it never clicks; two looks that
 * find nothing prove that nothing was published; two unreadable looks mean that a person must
 * decide; the owner passes pages that only the owner can pass.
 */
final class Settling {
  private static final int MAX_LOOKS = 8;
  private static final int NEEDED = 2;

  private final FormSite site;
  private final FormVisit visit;
  private final Visitor visitor;
  private final ListingOrder order;

  Settling(FormSite site, FormVisit visit, Visitor visitor, ListingOrder order) {
    this.site = site;
    this.visit = visit;
    this.visitor = visitor;
    this.order = order;
  }

  /** Looks at the site if the outcome of a click is open. */
  Settled settle(PostingOutcome outcome, long clicks) {
    boolean open = outcome instanceof Unknown || (outcome instanceof Blocked && clicks > 0);
    return open ? look() : Settled.NOT_NEEDED;
  }

  private Settled look() {
    boolean signedIn = false;
    int absent = 0;
    int unreadable = 0;
    for (int i = 0; i < MAX_LOOKS && absent < NEEDED && unreadable < NEEDED; i++) {
      try {
        switch (visit.marketplace().find(order, order.photos().size(), null)) {
          case Search.Found _ -> {
            return signedIn ? Settled.FOUND_AFTER_SIGN_IN : Settled.FOUND;
          }
          case Search.Absent _ -> absent++;
          case Search.Unreadable _ -> unreadable++;
        }
      } catch (StoppedException stopped) {
        if (stopped.outcome().needsOwner() && !signedIn) {
          visit.signIn(site.url(), site.pass(visitor));
          signedIn = true;
        } else {
          unreadable++;
        }
      }
    }
    Settled end = absent >= NEEDED ? Settled.ABSENT : Settled.PERSON;
    return signedIn ? end.afterSignIn() : end;
  }
}
