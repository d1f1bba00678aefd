package com.lotview.posting.change;

import com.lotview.posting.dispatch.JobKind;
import com.lotview.posting.dispatch.JobRef;
import com.lotview.posting.posting.lifecycle.HowRemoved;
import com.lotview.posting.posting.model.Posting;
import com.lotview.posting.posting.model.PostingError;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change of a live listing. Immutable; every change of state goes through {@link #to}.
 *
 * @param kind REMOVE or EDIT_PRICE
 * @param how of a REMOVE
 * @param priceCents that an EDIT_PRICE gives the listing
 * @param nextCents wanted since a worker has the EDIT_PRICE
 * @param attempts times a worker was asked
 * @param failures attempts that failed in a way that another try can cure
 * @param requestedBy null: the inventory
 * @param importId the import whose file lacks the vehicle
 */
public record ListingChange(
    UUID id,
    UUID dealershipId,
    UUID postingId,
    UUID fbAccountId,
    JobKind kind,
    @Nullable HowRemoved how,
    @Nullable Long priceCents,
    @Nullable Long nextCents,
    ChangeState state,
    int attempts,
    int failures,
    @Nullable PostingError error,
    @Nullable UUID requestedBy,
    @Nullable UUID importId,
    Instant createdAt,
    Instant updatedAt) {

  static ListingChange removal(
      UUID id,
      Posting posting,
      HowRemoved how,
      @Nullable UUID by,
      @Nullable UUID heldUnder,
      Instant now) {
    ChangeState state = heldUnder == null ? ChangeState.WAITING : ChangeState.HELD;
    return new ListingChange(
        id,
        posting.dealershipId(),
        posting.id(),
        posting.fbAccountId(),
        JobKind.REMOVE,
        how,
        null,
        null,
        state,
        0,
        0,
        null,
        by,
        heldUnder,
        now,
        now);
  }

  static ListingChange edit(UUID id, Posting posting, long cents, Instant now) {
    return new ListingChange(
        id,
        posting.dealershipId(),
        posting.id(),
        posting.fbAccountId(),
        JobKind.EDIT_PRICE,
        null,
        cents,
        null,
        ChangeState.WAITING,
        0,
        0,
        null,
        null,
        null,
        now,
        now);
  }

  /** The change as a job that waits for its turn. */
  JobRef job() {
    return new JobRef(kind, id);
  }

  /** The job of the attempt under way. */
  public String jobId() {
    return job().attemptId(attempts);
  }

  /** Whether it takes the listing down. */
  public boolean isRemoval() {
    return kind == JobKind.REMOVE;
  }

  /** Whether nobody but the inventory wants it. */
  boolean isOfInventory() {
    return requestedBy == null;
  }

  /**
   * The change in its next state.
   *
   * @throws IllegalStateException if there is no such way
   */
  ListingChange to(ChangeState next, Instant now) {
    if (!state.canBecome(next)) {
      throw new IllegalStateException("No change goes from " + state + " to " + next);
    }
    return with(next, attempts, failures, error, now);
  }

  ListingChange departing(Instant now) {
    ListingChange next = to(ChangeState.RUNNING, now);
    return next.with(next.state, attempts + 1, failures, null, now);
  }

  ListingChange done(Instant now) {
    ListingChange next = to(ChangeState.DONE, now);
    return next.with(next.state, attempts, failures, null, now);
  }

  ListingChange stopped(ChangeState state, PostingError why, Instant now) {
    ListingChange next = to(state, now);
    return next.with(next.state, attempts, failures, why, now);
  }

  ListingChange tryingAgain(boolean counted, PostingError why, Instant now) {
    ListingChange next = to(ChangeState.WAITING, now);
    return next.with(next.state, attempts, counted ? failures + 1 : failures, why, now);
  }

  /** The held or waiting removal, now wanted like this. */
  ListingChange wanted(HowRemoved newHow, @Nullable UUID by, Instant now) {
    ChangeState next = state == ChangeState.HELD ? to(ChangeState.WAITING, now).state : state;
    return new ListingChange(
        id,
        dealershipId,
        postingId,
        fbAccountId,
        kind,
        newHow,
        null,
        null,
        next,
        attempts,
        failures,
        error,
        by == null ? requestedBy : by,
        importId,
        createdAt,
        now);
  }

  ListingChange priced(@Nullable Long cents, @Nullable Long next, Instant now) {
    return new ListingChange(
        id,
        dealershipId,
        postingId,
        fbAccountId,
        kind,
        how,
        cents,
        next,
        state,
        attempts,
        failures,
        error,
        requestedBy,
        importId,
        createdAt,
        now);
  }

  private ListingChange with(
      ChangeState newState,
      int newAttempts,
      int newFailures,
      @Nullable PostingError newError,
      Instant now) {
    return new ListingChange(
        id,
        dealershipId,
        postingId,
        fbAccountId,
        kind,
        how,
        priceCents,
        nextCents,
        newState,
        newAttempts,
        newFailures,
        newError,
        requestedBy,
        importId,
        createdAt,
        now);
  }
}
