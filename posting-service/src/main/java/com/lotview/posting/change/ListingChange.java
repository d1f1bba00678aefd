package com.lotview.posting.change;

import com.lotview.posting.dispatch.AccountRef;
import com.lotview.posting.dispatch.JobKind;
import com.lotview.posting.dispatch.JobRef;
import com.lotview.posting.posting.lifecycle.RemoveMode;
import com.lotview.posting.posting.model.Posting;
import com.lotview.posting.posting.model.PostingError;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A change of a live listing. Immutable; every change of state goes through {@link #to}. */
public record ListingChange(
    UUID id,
    AccountRef account,
    UUID postingId,
    Wanted wanted,
    Progress progress,
    Instant createdAt,
    Instant updatedAt) {

  /**
   * What is wanted.
   *
   * @param kind REMOVE, EDIT_PRICE or RENEW
   * @param how of a REMOVE
   * @param priceCents that an EDIT_PRICE gives the listing
   * @param nextCents wanted since a worker has the EDIT_PRICE
   * @param requestedBy null: the inventory
   * @param importId the import whose file lacks the vehicle
   */
  public record Wanted(
      JobKind kind,
      @Nullable RemoveMode how,
      @Nullable Long priceCents,
      @Nullable Long nextCents,
      @Nullable UUID requestedBy,
      @Nullable UUID importId) {}

  /**
   * How far it is.
   *
   * @param attempts times that a worker was asked
   * @param failures attempts that failed for a reason that a retry can overcome
   */
  public record Progress(
      ChangeState state, int attempts, int failures, @Nullable PostingError error) {
    static Progress first(ChangeState state) {
      return new Progress(state, 0, 0, null);
    }
  }

  static ListingChange removal(
      UUID id,
      Posting posting,
      RemoveMode how,
      @Nullable UUID by,
      @Nullable UUID heldUnder,
      Instant now) {
    return new ListingChange(
        id,
        posting.account(),
        posting.id(),
        new Wanted(JobKind.REMOVE, how, null, null, by, heldUnder),
        Progress.first(heldUnder == null ? ChangeState.WAITING : ChangeState.HELD),
        now,
        now);
  }

  static ListingChange edit(UUID id, Posting posting, long cents, Instant now) {
    return new ListingChange(
        id,
        posting.account(),
        posting.id(),
        new Wanted(JobKind.EDIT_PRICE, null, cents, null, null, null),
        Progress.first(ChangeState.WAITING),
        now,
        now);
  }

  static ListingChange renewal(UUID id, Posting posting, UUID by, Instant now) {
    return new ListingChange(
        id,
        posting.account(),
        posting.id(),
        new Wanted(JobKind.RENEW, null, null, null, by, null),
        Progress.first(ChangeState.WAITING),
        now,
        now);
  }

  public UUID dealershipId() {
    return account.dealershipId();
  }

  public UUID fbAccountId() {
    return account.fbAccountId();
  }

  public JobKind kind() {
    return wanted.kind();
  }

  public @Nullable RemoveMode how() {
    return wanted.how();
  }

  public @Nullable Long priceCents() {
    return wanted.priceCents();
  }

  public @Nullable Long nextCents() {
    return wanted.nextCents();
  }

  public @Nullable UUID requestedBy() {
    return wanted.requestedBy();
  }

  public @Nullable UUID importId() {
    return wanted.importId();
  }

  public ChangeState state() {
    return progress.state();
  }

  public int attempts() {
    return progress.attempts();
  }

  public int failures() {
    return progress.failures();
  }

  public @Nullable PostingError error() {
    return progress.error();
  }

  /** The change as a job that waits for its turn. */
  JobRef job() {
    return new JobRef(kind(), id);
  }

  /** The job of the attempt under way. */
  public String jobId() {
    return job().attemptId(attempts());
  }

  /** Whether it takes the listing down. */
  public boolean isRemoval() {
    return kind() == JobKind.REMOVE;
  }

  /** Whether only the inventory wants it. */
  boolean isOfInventory() {
    return requestedBy() == null;
  }

  /**
   * The change in its next state.
   *
   * @throws IllegalStateException if there is no such way
   */
  ListingChange to(ChangeState next, Instant now) {
    return to(next, attempts(), failures(), error(), now);
  }

  ListingChange started(Instant now) {
    return to(ChangeState.RUNNING, attempts() + 1, failures(), null, now);
  }

  ListingChange done(Instant now) {
    return to(ChangeState.DONE, attempts(), failures(), null, now);
  }

  ListingChange stopped(ChangeState next, PostingError why, Instant now) {
    return to(next, attempts(), failures(), why, now);
  }

  ListingChange tryingAgain(boolean counted, PostingError why, Instant now) {
    return to(ChangeState.WAITING, attempts(), counted ? failures() + 1 : failures(), why, now);
  }

  private ListingChange to(
      ChangeState next, int attempts, int failures, @Nullable PostingError error, Instant now) {
    if (!state().canBecome(next)) {
      throw new IllegalStateException("No change goes from " + state() + " to " + next);
    }
    return with(wanted, new Progress(next, attempts, failures, error), now);
  }

  /** The held or waiting removal, now wanted like this. */
  ListingChange wanted(RemoveMode newHow, @Nullable UUID by, Instant now) {
    ListingChange waiting = state() == ChangeState.HELD ? to(ChangeState.WAITING, now) : this;
    Wanted removal =
        new Wanted(kind(), newHow, null, null, by == null ? requestedBy() : by, importId());
    return with(removal, waiting.progress, now);
  }

  ListingChange priced(@Nullable Long cents, @Nullable Long next, Instant now) {
    Wanted price = new Wanted(kind(), how(), cents, next, requestedBy(), importId());
    return with(price, progress, now);
  }

  private ListingChange with(Wanted newWanted, Progress newProgress, Instant now) {
    return new ListingChange(id, account, postingId, newWanted, newProgress, createdAt, now);
  }
}
