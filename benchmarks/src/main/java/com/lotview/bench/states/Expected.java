package com.lotview.bench.states;

import com.lotview.bench.form.Stops;
import com.lotview.worker.marketplace.listings.change.EditPriceResult;
import com.lotview.worker.marketplace.listings.change.RemoveResult;
import com.lotview.worker.marketplace.page.PostingOutcome;
import com.lotview.worker.marketplace.page.PostingOutcome.BlockKind;
import com.lotview.worker.marketplace.page.PostingOutcome.Blocked;
import com.lotview.worker.marketplace.page.PostingOutcome.NeedsLogin;
import com.lotview.worker.marketplace.page.PostingOutcome.Posted;
import com.lotview.worker.marketplace.page.PostingOutcome.Unknown;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * An expected end state.
 *
 * @param words for people
 */
record Expected(String words, Predicate<End> holds) {

  /**
   * How it ended.
   *
   * @param result {@link PostingOutcome}, {@link RemoveResult} or {@link EditPriceResult}
   * @param settled what the looks after an open click found
   * @param listed how many listings of the account are live
   * @param wrong differences between the ledger and the order
   * @param clicks how often Publish was pressed
   */
  record End(
      Object result,
      Settled settled,
      int listed,
      List<String> wrong,
      List<String> leftOut,
      int heals,
      long clicks) {
    boolean none() {
      return listed == 0;
    }

    boolean right() {
      return listed == 1 && wrong.isEmpty();
    }

    boolean posted() {
      return result instanceof Posted;
    }

    String told() {
      String words =
          result instanceof PostingOutcome outcome ? Stops.words(outcome) : result.toString();
      return words + settled.words();
    }
  }

  static Expected posted() {
    return new Expected(
        "POSTED, seen, one listing, right",
        end ->
            end.result() instanceof Posted posted
                && posted.seen()
                && end.right()
                && end.clicks() == 1);
  }

  static Expected whole() {
    return new Expected(
        "POSTED, right, nothing left out",
        end -> end.posted() && end.right() && end.leftOut().isEmpty());
  }

  static Expected postedShowing(String field) {
    return new Expected(
        "POSTED, the difference of " + field + " told",
        end ->
            end.result() instanceof Posted posted
                && end.listed() == 1
                && posted.differences().stream().anyMatch(one -> one.field().equals(field)));
  }

  static Expected postedSaying(String word) {
    return new Expected(
        "POSTED, \"" + word + "\" told, one listing",
        end ->
            end.result() instanceof Posted posted
                && end.right()
                && posted.notes().stream()
                    .anyMatch(note -> note.toLowerCase(Locale.ROOT).contains(word)));
  }

  static Expected blocked(BlockKind kind) {
    return new Expected(
        "BLOCKED " + kind + ", nothing listed",
        end -> end.result() instanceof Blocked blocked && blocked.kind() == kind && end.none());
  }

  static Expected blockedUnclicked(BlockKind kind) {
    return new Expected(
        "BLOCKED " + kind + ", Publish not pressed",
        end -> blocked(kind).holds().test(end) && end.clicks() == 0);
  }

  static Expected login() {
    return new Expected(
        "NEEDS LOGIN, nothing listed",
        end -> end.result() instanceof NeedsLogin login && !login.twoFactor() && end.none());
  }

  static Expected twoFactor() {
    return new Expected(
        "NEEDS LOGIN, second factor; nothing listed",
        end -> end.result() instanceof NeedsLogin login && login.twoFactor() && end.none());
  }

  static Expected unknown() {
    return new Expected(
        "UNKNOWN, then not found; one click, nothing listed",
        end ->
            end.result() instanceof Unknown unknown
                && !unknown.ownerNeeded()
                && end.settled() == Settled.ABSENT
                && end.none()
                && end.clicks() <= 1);
  }

  static Expected unknownToOwner() {
    return new Expected(
        "UNKNOWN, NEEDS LOGIN; not found after the sign-in; one click",
        end ->
            end.result() instanceof Unknown unknown
                && unknown.ownerNeeded()
                && end.settled() == Settled.ABSENT_AFTER_SIGN_IN
                && end.none()
                && end.clicks() == 1);
  }

  static Expected foundAfterOwner() {
    return new Expected(
        "UNKNOWN, NEEDS LOGIN; POSTED after the sign-in",
        end -> end.settled() == Settled.FOUND_AFTER_SIGN_IN && end.right() && end.clicks() == 1);
  }

  static Expected person() {
    return new Expected(
        "UNKNOWN, then NEEDS REVIEW; one click",
        end ->
            end.result() instanceof Unknown
                && end.settled() == Settled.PERSON
                && end.clicks() <= 1);
  }

  static Expected declined() {
    return new Expected(
        "REFUSED, then not found: FAILED; one click",
        end ->
            end.result() instanceof Blocked blocked
                && blocked.kind() == BlockKind.REFUSED
                && end.settled() == Settled.ABSENT
                && end.none()
                && end.clicks() == 1);
  }

  static Expected limited() {
    return new Expected(
        "LIMIT, then not found; one click",
        end ->
            end.result() instanceof Blocked blocked
                && blocked.kind() == BlockKind.LIMIT
                && end.settled() == Settled.ABSENT
                && end.none()
                && end.clicks() == 1);
  }

  static Expected unseen() {
    return new Expected(
        "POSTED, not seen; nothing listed",
        end -> end.result() instanceof Posted posted && !posted.seen() && end.none());
  }

  /** Its page is public, so it can be read despite the stop. */
  static Expected postedPastTheStop() {
    return new Expected(
        "POSTED, seen on its page, the stop noted",
        end ->
            end.result() instanceof Posted posted
                && posted.seen()
                && posted.notes().stream().anyMatch(note -> note.contains("could not be read"))
                && end.right()
                && end.clicks() == 1);
  }

  static Expected stops(String field) {
    return new Expected(
        "stops at " + field + ", nothing listed",
        end ->
            end.result() instanceof PostingOutcome outcome
                && Stops.name(outcome).equals(field)
                && end.none());
  }

  static Expected postedOrStops(String field) {
    return new Expected(
        "POSTED, right, or stops at " + field,
        end -> (end.posted() && end.right()) || stops(field).holds().test(end));
  }

  static Expected gone() {
    return new Expected(
        "GONE, and the other of its name there",
        end -> end.result() instanceof RemoveResult.Gone && end.wrong().isEmpty());
  }

  static Expected stillThere() {
    return new Expected(
        "STILL THERE",
        end ->
            end.result() instanceof RemoveResult.StillThere
                && !end.wrong().isEmpty()
                && end.listed() == 2);
  }

  static Expected blockedAsBefore() {
    return new Expected(
        "BLOCKED TEMPORARY, both listings as before",
        end ->
            end.result() instanceof Blocked blocked
                && blocked.kind() == BlockKind.TEMPORARY
                && end.wrong().size() == 1
                && end.listed() == 2);
  }

  static Expected priced() {
    return new Expected(
        "the new price SHOWN, only there",
        end -> end.result() instanceof EditPriceResult.Shown && end.wrong().isEmpty());
  }

  static Expected notPriced() {
    return new Expected(
        "NOT CHANGED",
        end -> end.result() instanceof EditPriceResult.NotChanged && !end.wrong().isEmpty());
  }
}
