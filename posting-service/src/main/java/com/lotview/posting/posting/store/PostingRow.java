package com.lotview.posting.posting.store;

import com.lotview.kit.rows.Columns;
import com.lotview.posting.dispatch.AccountRef;
import com.lotview.posting.posting.lifecycle.PostingLifecycle;
import com.lotview.posting.posting.lifecycle.PostingStatus;
import com.lotview.posting.posting.lifecycle.RemovalWish;
import com.lotview.posting.posting.lifecycle.RemoveMode;
import com.lotview.posting.posting.lifecycle.RemovedListing;
import com.lotview.posting.posting.model.ListingSnapshot;
import com.lotview.posting.posting.model.ListingText;
import com.lotview.posting.posting.model.LiveListing;
import com.lotview.posting.posting.model.Posting;
import com.lotview.posting.posting.model.PostingError;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Postings to and from rows. */
@Component
class PostingRow {
  static final String COLUMNS =
      "id, dealership_id, vehicle_id, user_id, fb_account_id, bulk_id, marker, status, attempts,"
          + " failures, with_fleet, text_asked, text_since, wish_how, wish_by, wish_at,"
          + " cast(snapshot as text) as snapshot, title, description, writer, error_code,"
          + " error_message, error_field, fb_listing_id, fb_listing_url, posted_at, deleted_at,"
          + " removed_by, watch_at, scheduled_for, created_at, updated_at, open_click_at,"
          + " taken_down, by_hand";

  private final JsonMapper json;

  PostingRow(JsonMapper json) {
    // A snapshot may have been written by a newer version of this service.
    this.json = json.rebuild().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
  }

  Posting read(Columns row) {
    return new Posting(
        row.uuid("id"),
        new Posting.Origin(
            account(row),
            row.uuid("vehicle_id"),
            row.uuid("user_id"),
            row.findUuid("bulk_id"),
            row.text("marker"),
            row.findInstant("scheduled_for"),
            row.instant("created_at")),
        life(row),
        new Posting.Content(json.readValue(row.text("snapshot"), ListingSnapshot.class), text(row)),
        new Posting.Findings(error(row), live(row), removed(row)),
        row.findInstant("watch_at"),
        row.instant("updated_at"));
  }

  static AccountRef account(Columns row) {
    return AccountRef.of(row.uuid("dealership_id"), row.uuid("fb_account_id"));
  }

  /** A new posting; the names are those of the columns. */
  record Added(
      UUID id,
      UUID dealership_id,
      UUID vehicle_id,
      UUID user_id,
      UUID fb_account_id,
      @Nullable UUID bulk_id,
      String marker,
      @Nullable String vin,
      String status,
      int text_asked,
      int text_since,
      ListingSnapshot snapshot,
      @Nullable Instant watch_at,
      @Nullable Instant scheduled_for,
      Instant created_at,
      Instant updated_at) {

    static Added of(Posting posting) {
      return new Added(
          posting.id(),
          posting.dealershipId(),
          posting.vehicleId(),
          posting.userId(),
          posting.fbAccountId(),
          posting.bulkId(),
          posting.marker(),
          posting.vin(),
          posting.status().name(),
          posting.life().textAsked(),
          posting.life().textSince(),
          posting.snapshot(),
          posting.watchAt(),
          posting.scheduledFor(),
          posting.createdAt(),
          posting.updatedAt());
    }
  }

  String added(List<Posting> postings) {
    return json.writeValueAsString(postings.stream().map(Added::of).toList());
  }

  /** Binds what was ordered. */
  GenericExecuteSpec bindOrder(GenericExecuteSpec spec, Posting posting) {
    return spec.bind("snapshot", json.writeValueAsString(posting.snapshot()))
        .bind("vin", string(posting.vin()))
        .bind("account", posting.fbAccountId())
        .bind("scheduled", Columns.orNull(posting.scheduledFor(), Instant.class));
  }

  /** Binds the identity and what changes. */
  GenericExecuteSpec bindState(GenericExecuteSpec spec, Posting posting) {
    PostingLifecycle life = posting.life();
    RemovalWish wish = life.wish();
    RemovedListing removed = posting.removed();
    return bindFindings(spec, posting)
        .bind("id", posting.id())
        .bind("status", posting.status().name())
        .bind("attempts", life.attempts())
        .bind("failures", life.failures())
        .bind("fleet", life.withFleet())
        .bind("asked", life.textAsked())
        .bind("since", life.textSince())
        .bind("wish", string(wish == null ? null : wish.how().name()))
        .bind("wisher", Columns.orNull(wish == null ? null : wish.by(), UUID.class))
        .bind("wished", Columns.orNull(wish == null ? null : wish.at(), Instant.class))
        .bind("deleted", Columns.orNull(removed == null ? null : removed.at(), Instant.class))
        .bind("remover", string(how(removed)))
        .bind("takendown", life.takenDown())
        .bind("byhand", life.byHand())
        .bind("openclick", Columns.orNull(life.openClick(), Instant.class))
        .bind("watch", Columns.orNull(posting.watchAt(), Instant.class))
        .bind("updated", posting.updatedAt());
  }

  private static GenericExecuteSpec bindFindings(GenericExecuteSpec spec, Posting posting) {
    ListingText text = posting.text();
    PostingError error = posting.lastError();
    LiveListing live = posting.live();
    return spec.bind("title", string(text == null ? null : text.title()))
        .bind("description", string(text == null ? null : text.description()))
        .bind("writer", string(text == null ? null : text.writer()))
        .bind("code", string(error == null ? null : error.code()))
        .bind("error", string(error == null ? null : error.message()))
        .bind("field", string(error == null ? null : error.field()))
        .bind("listing", string(live == null ? null : live.id()))
        .bind("url", string(live == null ? null : live.url()))
        .bind("posted", Columns.orNull(live == null ? null : live.postedAt(), Instant.class));
  }

  private static Object string(@Nullable String value) {
    return Columns.orNull(value, String.class);
  }

  private static @Nullable String how(@Nullable RemovedListing removed) {
    return removed == null || removed.by() == null ? null : removed.by().name();
  }

  private static PostingLifecycle life(Columns row) {
    Instant wished = row.findInstant("wish_at");
    PostingStatus status = PostingStatus.valueOf(row.text("status"));
    boolean denied = status == PostingStatus.FAILED || status == PostingStatus.CANCELLED;
    return new PostingLifecycle(
        status,
        row.number("attempts"),
        row.number("failures"),
        row.flag("with_fleet"),
        row.number("text_asked"),
        row.number("text_since"),
        wished == null
            ? null
            : new RemovalWish(
                RemoveMode.valueOf(row.text("wish_how")), row.findUuid("wish_by"), wished),
        denied && row.findInstant("posted_at") != null,
        row.findInstant("open_click_at"),
        row.flag("taken_down"),
        row.flag("by_hand"));
  }

  private static @Nullable ListingText text(Columns row) {
    String title = row.findText("title");
    return title == null
        ? null
        : new ListingText(title, row.text("description"), row.text("writer"));
  }

  private static @Nullable PostingError error(Columns row) {
    String message = row.findText("error_message");
    return message == null
        ? null
        : new PostingError(row.findText("error_code"), message, row.findText("error_field"));
  }

  private static @Nullable LiveListing live(Columns row) {
    Instant posted = row.findInstant("posted_at");
    return posted == null
        ? null
        : new LiveListing(row.findText("fb_listing_id"), row.findText("fb_listing_url"), posted);
  }

  private static @Nullable RemovedListing removed(Columns row) {
    Instant at = row.findInstant("deleted_at");
    String by = row.findText("removed_by");
    return at == null ? null : new RemovedListing(at, by == null ? null : RemoveMode.valueOf(by));
  }
}
