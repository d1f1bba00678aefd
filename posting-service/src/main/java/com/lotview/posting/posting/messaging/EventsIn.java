package com.lotview.posting.posting.messaging;

import com.lotview.posting.dispatch.JobEnd;
import com.lotview.posting.dispatch.JobKind;
import com.lotview.posting.dispatch.JobRef;
import com.lotview.posting.posting.model.Difference;
import com.lotview.posting.posting.model.Evidence;
import com.lotview.posting.posting.model.ListingText;
import com.lotview.posting.posting.model.TimelineEntry;
import com.lotview.posting.posting.progress.Completion;
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
      return rejected == null ? List.of() : rejected;
    }
  }

  /** Body of {@code posting.step}; without a posting it tells of a session's check. */
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

  /** Body of {@code form.healed}; without a posting it tells of a check of the form. */
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
      String message =
          "%s: \"%s\" is gone from the form, \"%s\" was used (%.2f, map %s %d)"
              .formatted(field, wanted, used, score, language, mapVersion);
      return TimelineEntry.heal(at, message, attempt);
    }
  }

  /** What of {@code posting.completed} is there for every kind of job. */
  record JobCompleted(
      @Nullable String kind,
      @Nullable UUID taskId,
      UUID dealershipId,
      UUID fbAccountId,
      int attempt,
      JobEnd.Outcome outcome,
      boolean retryable,
      @Nullable String code,
      @Nullable String reason,
      List<Picture> evidence,
      JobEnd.@Nullable Form form) {

    /** Jobs of other kinds have no posting of their own. */
    boolean isPost() {
      return kind == null || kind.equals(JobKind.POST.name());
    }

    JobEnd end() {
      if (kind == null || taskId == null) {
        throw new IllegalArgumentException("A " + kind + " without a task cannot be handled");
      }
      return new JobEnd(
          new JobRef(JobKind.valueOf(kind), taskId),
          dealershipId,
          fbAccountId,
          attempt,
          outcome,
          retryable,
          code,
          reason,
          evidence.stream().map(Picture::taken).toList(),
          form);
    }
  }

  /** Body of {@code posting.completed} for a POST. */
  record PostingCompleted(
      UUID postingId,
      UUID dealershipId,
      UUID fbAccountId,
      int attempt,
      Completion.Outcome outcome,
      boolean retryable,
      @Nullable String code,
      @Nullable String reason,
      @Nullable String field,
      @Nullable String fbListingId,
      @Nullable String fbListingUrl,
      @Nullable List<Difference> differences,
      @Nullable List<String> notes,
      List<Picture> evidence) {

    Completion completion() {
      return new Completion(
          postingId,
          dealershipId,
          fbAccountId,
          attempt,
          outcome,
          retryable,
          code,
          reason,
          field,
          fbListingId,
          fbListingUrl,
          differences == null ? List.of() : differences,
          notes == null ? List.of() : notes,
          evidence.stream().map(picture -> picture.of(attempt)).toList());
    }
  }

  /** A picture, as the worker names it. */
  record Picture(String kind, String key, @Nullable String sha256, Instant takenAt) {
    JobEnd.Picture taken() {
      return new JobEnd.Picture(kind, key, sha256, takenAt);
    }

    Evidence of(int attempt) {
      return new Evidence(attempt, kind, key, sha256, takenAt);
    }
  }
}
