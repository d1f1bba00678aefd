package com.lotview.posting.posting.store;

import com.lotview.posting.posting.ListingSnapshot;
import com.lotview.posting.posting.ListingText;
import com.lotview.posting.posting.LiveListing;
import com.lotview.posting.posting.Posting;
import com.lotview.posting.posting.PostingError;
import com.lotview.posting.posting.PostingStatus;
import com.lotview.posting.rows.Columns;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Postings to and from rows. */
@Component
class PostingRow {
  static final String COLUMNS =
      "id, dealership_id, vehicle_id, user_id, fb_account_id, marker, status, attempts, failures,"
          + " cast(snapshot as text) as snapshot, title, description, writer, error_code,"
          + " error_message, error_field, fb_listing_id, fb_listing_url, posted_at, scheduled_for,"
          + " created_at, updated_at";

  private final JsonMapper json;

  PostingRow(JsonMapper json) {
    // A snapshot may have been written by a newer version of this service.
    this.json = json.rebuild().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
  }

  Posting read(Columns row) {
    return new Posting(
        row.uuid("id"),
        row.uuid("dealership_id"),
        row.uuid("vehicle_id"),
        row.uuid("user_id"),
        row.uuid("fb_account_id"),
        row.text("marker"),
        PostingStatus.valueOf(row.text("status")),
        row.number("attempts"),
        row.number("failures"),
        json.readValue(row.text("snapshot"), ListingSnapshot.class),
        text(row),
        error(row),
        live(row),
        row.findInstant("scheduled_for"),
        row.instant("created_at"),
        row.instant("updated_at"));
  }

  /** Binds what never changes. */
  GenericExecuteSpec bindOrder(GenericExecuteSpec spec, Posting posting) {
    return spec.bind("dealership", posting.dealershipId())
        .bind("vehicle", posting.vehicleId())
        .bind("user", posting.userId())
        .bind("account", posting.fbAccountId())
        .bind("marker", posting.marker())
        .bind("snapshot", json.writeValueAsString(posting.snapshot()))
        .bind("scheduled", Columns.orNull(posting.scheduledFor(), Instant.class))
        .bind("created", posting.createdAt());
  }

  /** Binds the identity and what changes. */
  GenericExecuteSpec bindState(GenericExecuteSpec spec, Posting posting) {
    ListingText text = posting.text();
    PostingError error = posting.lastError();
    LiveListing live = posting.live();
    return spec.bind("id", posting.id())
        .bind("status", posting.status().name())
        .bind("attempts", posting.attempts())
        .bind("failures", posting.failures())
        .bind("title", string(text == null ? null : text.title()))
        .bind("description", string(text == null ? null : text.description()))
        .bind("writer", string(text == null ? null : text.writer()))
        .bind("code", string(error == null ? null : error.code()))
        .bind("error", string(error == null ? null : error.message()))
        .bind("field", string(error == null ? null : error.field()))
        .bind("listing", string(live == null ? null : live.id()))
        .bind("url", string(live == null ? null : live.url()))
        .bind("posted", Columns.orNull(live == null ? null : live.postedAt(), Instant.class))
        .bind("updated", posting.updatedAt());
  }

  private static Object string(@Nullable String value) {
    return Columns.orNull(value, String.class);
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
}
