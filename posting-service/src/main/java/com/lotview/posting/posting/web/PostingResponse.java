package com.lotview.posting.posting.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.lotview.kit.web.Pagination;
import com.lotview.posting.dispatch.JobResult.Difference;
import com.lotview.posting.posting.Names;
import com.lotview.posting.posting.PostingQueries;
import com.lotview.posting.posting.Wait;
import com.lotview.posting.posting.lifecycle.PostingStatus;
import com.lotview.posting.posting.lifecycle.RemoveMode;
import com.lotview.posting.posting.lifecycle.RemovedListing;
import com.lotview.posting.posting.model.ListingSight;
import com.lotview.posting.posting.model.ListingText;
import com.lotview.posting.posting.model.LiveListing;
import com.lotview.posting.posting.model.Posting;
import com.lotview.posting.posting.model.PostingError;
import com.lotview.posting.posting.remove.RemovalView;
import com.lotview.posting.vehicle.VehicleFacts;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A posting as people see it; the last look at its listing, differences, timeline and evidence only
 * if one posting is requested.
 */
record PostingResponse(
    UUID id,
    UUID vehicleId,
    UUID userId,
    Person user,
    UUID fbAccountId,
    Account account,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UUID bulkId,
    String platform,
    PostingStatus status,
    String jobId,
    int attempts,
    boolean byHand,
    VehicleName vehicle,
    @Nullable String title,
    @Nullable String description,
    @Nullable String writer,
    String marker,
    @Nullable Long price,
    String priceCurrency,
    String location,
    @Nullable String fbListingId,
    @Nullable String fbListingUrl,
    @Nullable PostingError lastError,
    @Nullable Instant scheduledFor,
    @JsonInclude(JsonInclude.Include.NON_NULL) Wait.@Nullable Reason waitsFor,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer placeInLine,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant expectedStart,
    @Nullable Instant postedAt,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant deletedAt,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable RemoveMode removedBy,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable RemovalView removal,
    Instant createdAt,
    Instant updatedAt,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ListingSight listing,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Difference> differences,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<TimelineLine> timeline,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Picture> evidence) {

  /** The vehicle in words. */
  record VehicleName(@Nullable Integer year, @Nullable String make, @Nullable String model) {}

  /**
   * Who ordered it.
   *
   * @param name null: not available now
   */
  record Person(UUID id, @Nullable String name) {}

  /** Through which account. */
  record Account(UUID id, @Nullable String label) {}

  /** A picture behind a link that ends. */
  record Picture(String kind, int attempt, URI url, Instant takenAt) {}

  /** Without what only one posting's answer has. */
  static PostingResponse of(
      Posting posting, @Nullable RemovalView removal, @Nullable Wait wait, Names names) {
    return of(posting, removal, wait, names, null, null, null, null);
  }

  static PostingResponse of(PostingQueries.Story story, List<Picture> evidence) {
    return of(
        story.posting(),
        story.removal(),
        story.waiting(),
        story.names(),
        story.sight(),
        story.differences(),
        TimelineLine.of(story.timeline(), evidence),
        evidence);
  }

  private static PostingResponse of(
      Posting posting,
      @Nullable RemovalView removal,
      @Nullable Wait wait,
      Names names,
      @Nullable ListingSight sight,
      @Nullable List<Difference> differences,
      @Nullable List<TimelineLine> timeline,
      @Nullable List<Picture> evidence) {
    VehicleFacts vehicle = posting.snapshot().vehicle();
    ListingText text = posting.text();
    LiveListing live = posting.live();
    RemovedListing removed = posting.removed();
    return new PostingResponse(
        posting.id(),
        posting.vehicleId(),
        posting.userId(),
        new Person(posting.userId(), names.person(posting.userId())),
        posting.fbAccountId(),
        new Account(posting.fbAccountId(), names.account(posting.fbAccountId())),
        posting.bulkId(),
        "FACEBOOK",
        posting.status(),
        posting.jobId(),
        posting.attempts(),
        posting.life().byHand(),
        new VehicleName(vehicle.year(), vehicle.make(), vehicle.model()),
        text == null ? null : text.title(),
        text == null ? null : text.description(),
        text == null ? null : text.writer(),
        posting.marker(),
        vehicle.priceCents(),
        posting.snapshot().form().currency(),
        posting.snapshot().place().toString(),
        live == null ? null : live.id(),
        live == null ? null : live.url(),
        posting.lastError(),
        posting.scheduledFor(),
        wait == null ? null : wait.reason(),
        wait == null ? null : wait.place(),
        wait == null ? null : wait.expectedStart(),
        live == null ? null : live.postedAt(),
        removed == null ? null : removed.at(),
        removed == null ? null : removed.by(),
        removal,
        posting.createdAt(),
        posting.updatedAt(),
        sight,
        differences,
        timeline,
        evidence);
  }

  /**
   * A part of a list.
   *
   * @param nextCursor null: it is the last
   */
  record Page(List<PostingResponse> data, Pagination pagination, @Nullable String nextCursor) {}
}
