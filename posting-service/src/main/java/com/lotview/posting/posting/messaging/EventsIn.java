package com.lotview.posting.posting.messaging;

import com.lotview.posting.dispatch.AccountRef;
import com.lotview.posting.dispatch.JobKind;
import com.lotview.posting.dispatch.JobRef;
import com.lotview.posting.dispatch.JobResult;
import com.lotview.posting.dispatch.ListingSurvey;
import com.lotview.posting.posting.model.ListingText;
import com.lotview.posting.posting.model.TimelineEntry;
import com.lotview.posting.texts.DealerTexts;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Bodies of the events that this service reads. */
final class EventsIn {
  private EventsIn() {}

  /** Body of {@code listing.generated}. */
  record ListingGenerated(
      UUID postingId,
      UUID dealershipId,
      int attempt,
      String title,
      String description,
      String writer,
      @Nullable List<String> rejected) {

    ListingText text() {
      return new ListingText(title, description, writer);
    }

    List<String> reasons() {
      return orNone(rejected);
    }
  }

  /** Body of {@code posting.step}; without a posting it is about a session check. */
  record PostingStep(
      @Nullable UUID postingId,
      UUID dealershipId,
      int attempt,
      int step,
      int total,
      String message) {

    TimelineEntry entry(Instant at) {
      return TimelineEntry.step(at, step, total, message, attempt);
    }
  }

  /** Body of {@code form.healed}; without a posting it is about a form check. */
  record FormHealed(
      @Nullable UUID postingId,
      UUID dealershipId,
      int attempt,
      String field,
      String wanted,
      String used,
      double score,
      String language,
      int mapVersion) {

    TimelineEntry entry(Instant at) {
      String message = DealerTexts.healed(field, wanted, used, score, language, mapVersion);
      return TimelineEntry.heal(at, message, attempt);
    }
  }

  /** Body of {@code posting.completed}; its fields are null where they do not concern the kind. */
  record JobCompleted(
      String jobId,
      @Nullable String kind,
      @Nullable UUID taskId,
      @Nullable UUID postingId,
      UUID dealershipId,
      UUID fbAccountId,
      int attempt,
      JobResult.Outcome outcome,
      boolean retryable,
      @Nullable String code,
      @Nullable String reason,
      @Nullable String field,
      @Nullable String fbListingId,
      @Nullable String fbListingUrl,
      @Nullable List<JobResult.Difference> differences,
      @Nullable List<String> notes,
      List<JobResult.Picture> evidence,
      JobResult.@Nullable Form form,
      @Nullable Instant openClickAt,
      @Nullable Boolean seen,
      @Nullable ListingSurvey listings) {

    JobResult result() {
      return new JobResult(
          job(),
          AccountRef.of(dealershipId, fbAccountId),
          postingId,
          attempt,
          outcome,
          new JobResult.Cause(retryable, code, reason, field),
          new JobResult.Listing(
              fbListingId,
              fbListingUrl,
              !Boolean.FALSE.equals(seen),
              orNone(differences),
              orNone(notes)),
          evidence,
          form,
          openClickAt,
          listings);
    }

    private JobRef job() {
      JobKind known = JobKind.ofPublished(kind, jobId);
      UUID id = known == JobKind.POST ? postingId : taskId;
      if (id == null) {
        throw new IllegalArgumentException(jobId + " names no task");
      }
      return new JobRef(known, id);
    }
  }

  private static <T> List<T> orNone(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }
}
