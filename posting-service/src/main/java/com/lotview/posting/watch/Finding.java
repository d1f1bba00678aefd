package com.lotview.posting.watch;

import java.util.List;

/** New information from a look; names as in {@code listing.seen}. */
public enum Finding {
  /** Seen for the first time. */
  APPEARED,
  /** Not seen within a day of the site's answer. */
  NEVER_APPEARED,
  /** The site reviews it. */
  IN_REVIEW,
  REVIEW_PASSED,
  /** The site took it down. */
  REJECTED,
  /** Marked as sold, and not by this system. */
  SOLD,
  /** Missed once; the next look decides. */
  MISSING,
  /** Gone, and not by this system. */
  REMOVED,
  /** It shows another price than the one that this system gave it. */
  PRICE_CHANGED,
  /** It shows that price again. */
  PRICE_AS_ORDERED,
  /** The site offers to renew it. */
  RENEWABLE;

  /** What a person can do about it. */
  public List<Action> actions() {
    return switch (this) {
      case NEVER_APPEARED -> List.of(Action.RESOLVE);
      case REJECTED -> List.of(Action.RETRY);
      case SOLD, REMOVED -> List.of(Action.POST_AGAIN);
      case PRICE_CHANGED -> List.of(Action.ACCEPT_PRICE, Action.RESTORE_PRICE);
      case RENEWABLE -> List.of(Action.RENEW);
      case APPEARED, IN_REVIEW, REVIEW_PASSED, MISSING, PRICE_AS_ORDERED -> List.of();
    };
  }

  /** What a person can do. */
  public enum Action {
    /** {@code POST /v1/postings/{id}/retry}. */
    RETRY,
    /** {@code POST /v1/postings}, of the same vehicle. */
    POST_AGAIN,
    /** {@code POST /v1/postings/{id}/resolve}. */
    RESOLVE,
    /** {@code POST /v1/postings/{id}/listing-price}. */
    ACCEPT_PRICE,
    /** {@code POST /v1/postings/{id}/listing-price}. */
    RESTORE_PRICE,
    /** {@code POST /v1/postings/{id}/renew}. */
    RENEW
  }
}
