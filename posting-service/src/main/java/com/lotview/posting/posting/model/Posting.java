package com.lotview.posting.posting.model;

import com.lotview.kit.audit.Audited;
import com.lotview.kit.audit.Change;
import com.lotview.kit.audit.Changes;
import com.lotview.posting.dispatch.AccountRef;
import com.lotview.posting.dispatch.JobKind;
import com.lotview.posting.dispatch.JobRef;
import com.lotview.posting.posting.lifecycle.PostingLifecycle;
import com.lotview.posting.posting.lifecycle.PostingStatus;
import com.lotview.posting.posting.lifecycle.RemoveMode;
import com.lotview.posting.posting.lifecycle.RemovedListing;
import com.lotview.posting.posting.lifecycle.Transition;
import com.lotview.posting.posting.lifecycle.Trigger;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A vehicle on its way to a listing. Immutable; its {@link PostingLifecycle} alone decides where it
 * goes.
 *
 * @param watchAt when the poller must check why nothing has come; null while a person decides or
 *     the posting waits for its turn
 */
public record Posting(
    UUID id,
    Origin origin,
    PostingLifecycle life,
    Content content,
    Findings findings,
    @Nullable Instant watchAt,
    Instant updatedAt) {

  /**
   * What was ordered; a person may change account and time until a worker has it.
   *
   * @param bulkId the bulk order that it belongs to
   * @param marker stands in the listing's text, so that the listing can be found again
   */
  public record Origin(
      AccountRef account,
      UUID vehicleId,
      UUID userId,
      @Nullable UUID bulkId,
      String marker,
      @Nullable Instant scheduledFor,
      Instant createdAt) {

    Origin through(AccountRef newAccount, @Nullable Instant newTime) {
      return new Origin(newAccount, vehicleId, userId, bulkId, marker, newTime, createdAt);
    }

    Origin marked(String newMarker) {
      return new Origin(account, vehicleId, userId, bulkId, newMarker, scheduledFor, createdAt);
    }
  }

  /** What the listing says. */
  public record Content(ListingSnapshot snapshot, @Nullable ListingText text) {}

  /**
   * What workers and people found out.
   *
   * @param removed null while nothing was removed
   */
  public record Findings(
      @Nullable PostingError lastError,
      @Nullable LiveListing live,
      @Nullable RemovedListing removed) {
    /** Nothing so far. */
    public static final Findings NONE = new Findings(null, null, null);
  }

  /** The fields of a posting that the audit trail keeps, named as in the API. */
  @Audited
  private record Noted(
      PostingStatus status,
      UUID fbAccountId,
      UUID vehicleId,
      @Nullable Instant scheduledFor,
      @Nullable Long price,
      @Nullable String title,
      @Nullable String description,
      @Nullable String listingUrl) {

    static Noted of(Posting posting) {
      ListingText text = posting.text();
      LiveListing live = posting.live();
      return new Noted(
          posting.status(),
          posting.fbAccountId(),
          posting.vehicleId(),
          posting.scheduledFor(),
          posting.snapshot().vehicle().priceCents(),
          text == null ? null : text.title(),
          text == null ? null : text.description(),
          live == null ? null : live.url());
    }
  }

  /**
   * What of the posting changed, for the audit trail.
   *
   * @param before null: it was ordered just now
   */
  public List<Change> changesSince(@Nullable Posting before) {
    return Changes.between(before == null ? null : Noted.of(before), Noted.of(this));
  }

  public AccountRef account() {
    return origin.account();
  }

  public UUID dealershipId() {
    return origin.account().dealershipId();
  }

  public UUID fbAccountId() {
    return origin.account().fbAccountId();
  }

  public UUID vehicleId() {
    return origin.vehicleId();
  }

  public UUID userId() {
    return origin.userId();
  }

  public @Nullable UUID bulkId() {
    return origin.bulkId();
  }

  public String marker() {
    return origin.marker();
  }

  public @Nullable Instant scheduledFor() {
    return origin.scheduledFor();
  }

  public Instant createdAt() {
    return origin.createdAt();
  }

  /** The moment for which it was ordered; without one, the moment of the order. */
  public Instant startsAt() {
    Instant scheduled = scheduledFor();
    return scheduled == null ? createdAt() : scheduled;
  }

  public ListingSnapshot snapshot() {
    return content.snapshot();
  }

  public @Nullable ListingText text() {
    return content.text();
  }

  public @Nullable PostingError lastError() {
    return findings.lastError();
  }

  public @Nullable LiveListing live() {
    return findings.live();
  }

  public @Nullable RemovedListing removed() {
    return findings.removed();
  }

  public PostingStatus status() {
    return life.status();
  }

  /** Times a worker was asked. */
  public int attempts() {
    return life.attempts();
  }

  /** The vehicle's number, normalised; null if it has none that identifies it. */
  public @Nullable String vin() {
    return Vin.normalised(snapshot().vehicle().vin());
  }

  /** The posting as a job that waits for its turn. */
  public JobRef job() {
    return new JobRef(JobKind.POST, id);
  }

  /** The job of the attempt under way, or of the next one. */
  public String jobId() {
    return job().attemptId(Math.max(1, attempts()));
  }

  /** The moment from which it may run. */
  public Instant due(Instant now) {
    Instant scheduled = scheduledFor();
    return scheduled != null && scheduled.isAfter(now) ? scheduled : now;
  }

  /**
   * The posting whose listing was seen to be gone; one that is DELETED already stays as it is.
   *
   * @param how null: it was found to be gone
   * @throws IllegalStateException if it is not POSTED
   */
  public Posting deleted(Instant now, @Nullable RemoveMode how) {
    return switch (life.after(new Trigger.Removed())) {
      case Transition.Changed(PostingLifecycle next, Transition.FollowUp then) ->
          new Posting(
              id,
              origin,
              next,
              content,
              new Findings(null, live(), new RemovedListing(now, how)),
              null,
              now);
      case Transition.Kept kept -> this;
      case Transition.Refused(var code, String why) -> throw new IllegalStateException(why);
    };
  }

  /** The posting whose listing the site took down: it has none any more. */
  public Posting rejected(PostingLifecycle next, PostingError why, Instant now) {
    RemovedListing gone =
        next.status() == PostingStatus.DELETED ? new RemovedListing(now, null) : null;
    return new Posting(id, origin, next, content, new Findings(why, null, gone), null, now);
  }

  /** The posting with its new order. */
  public Posting ordered(
      AccountRef account, @Nullable Instant time, ListingSnapshot snapshot, Instant now) {
    return new Posting(
        id,
        origin.through(account, time),
        life,
        new Content(snapshot, text()),
        findings,
        watchAt,
        now);
  }

  /** The posting whose listing shows another price. */
  public Posting priced(long priceCents, Instant now) {
    return with(new Content(snapshot().at(priceCents), text()), now);
  }

  public Posting in(PostingLifecycle next, Instant now) {
    return new Posting(id, origin, next, content, findings, watchAt, now);
  }

  public Posting with(Content newContent, Instant now) {
    return new Posting(id, origin, life, newContent, findings, watchAt, now);
  }

  public Posting with(ListingText newText) {
    return with(new Content(snapshot(), newText), updatedAt);
  }

  public Posting with(@Nullable PostingError newError) {
    return with(new Findings(newError, live(), removed()));
  }

  public Posting with(LiveListing newLive) {
    return with(new Findings(lastError(), newLive, removed()));
  }

  private Posting with(Findings newFindings) {
    return new Posting(id, origin, life, content, newFindings, watchAt, updatedAt);
  }

  Posting watched(@Nullable Instant at) {
    return new Posting(id, origin, life, content, findings, at, updatedAt);
  }

  public Posting marked(String newMarker) {
    return new Posting(id, origin.marked(newMarker), life, content, findings, watchAt, updatedAt);
  }
}
