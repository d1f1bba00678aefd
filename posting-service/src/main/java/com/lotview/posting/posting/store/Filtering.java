package com.lotview.posting.posting.store;

import com.lotview.kit.rows.Columns;
import com.lotview.posting.posting.lifecycle.PostingStatus;
import com.lotview.posting.posting.model.PostingFilter;
import com.lotview.posting.posting.model.PostingSlice;
import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/** A filter and a slice as clauses and their values. */
final class Filtering {
  private static final String STARTS = "coalesce(scheduled_for, created_at)";

  private Filtering() {}

  static String where(PostingFilter filter) {
    return " where true"
        + (filter.statuses().isEmpty() ? "" : " and status = any(:statuses)")
        + (filter.vehicleId() == null ? "" : " and vehicle_id = :vehicle")
        + (filter.fbAccountId() == null ? "" : " and fb_account_id = :account")
        + (filter.bulkId() == null ? "" : " and bulk_id = :bulk")
        + (filter.userId() == null ? "" : " and user_id = :user")
        + (filter.words().isEmpty()
            ? ""
            : " and not exists (select from unnest(cast(:words as text[])) w (word)"
                + " where strpos(search_text, word) = 0)")
        + between("created_at", filter.created(), "from", "to")
        + between(STARTS, filter.starts(), "startsfrom", "startsto");
  }

  private static String between(String column, PostingFilter.Span span, String from, String to) {
    return (span.from() == null ? "" : " and " + column + " >= :" + from)
        + (span.to() == null ? "" : " and " + column + " < :" + to);
  }

  static GenericExecuteSpec bind(GenericExecuteSpec spec, PostingFilter filter) {
    GenericExecuteSpec bound =
        filter.statuses().isEmpty() ? spec : spec.bind("statuses", names(filter.statuses()));
    if (!filter.words().isEmpty()) {
      // As the column has it: in lower case.
      bound =
          bound.bind(
              "words",
              filter.words().stream()
                  .map(word -> word.toLowerCase(Locale.ROOT))
                  .toArray(String[]::new));
    }
    bound = bind(bound, "vehicle", filter.vehicleId());
    bound = bind(bound, "account", filter.fbAccountId());
    bound = bind(bound, "bulk", filter.bulkId());
    bound = bind(bound, "user", filter.userId());
    bound = bind(bound, "from", filter.created().from());
    bound = bind(bound, "to", filter.created().to());
    bound = bind(bound, "startsfrom", filter.starts().from());
    return bind(bound, "startsto", filter.starts().to());
  }

  /** The rest of the statement behind its {@code where}. */
  static String slice(PostingSlice slice) {
    PostingSlice.Sort sort = slice.sort();
    String way = sort.descending() ? " desc" : "";
    String beyond = sort.descending() ? " < " : " > ";
    String behind =
        sort.byStart()
            ? " and (" + STARTS + ", id)" + beyond + "(:afterstart, :afterid)"
            : " and id" + beyond + ":afterid";
    return (slice.after() == null ? "" : behind)
        + " order by "
        + (sort.byStart() ? STARTS + way + ", " : "")
        + "id"
        + way
        + " limit :limit offset :offset";
  }

  static GenericExecuteSpec bind(GenericExecuteSpec spec, PostingSlice slice) {
    GenericExecuteSpec bound = spec.bind("limit", slice.limit()).bind("offset", slice.offset());
    PostingSlice.After after = slice.after();
    if (after == null) {
      return bound;
    }
    bound = bound.bind("afterid", after.id());
    return slice.sort().byStart() ? bound.bind("afterstart", after.startsAt()) : bound;
  }

  static String[] names(Collection<PostingStatus> statuses) {
    return statuses.stream().map(PostingStatus::name).toArray(String[]::new);
  }

  static PostingStatus status(Columns row) {
    return PostingStatus.valueOf(row.text("status"));
  }

  private static GenericExecuteSpec bind(
      GenericExecuteSpec spec, String name, @Nullable Object value) {
    return value == null ? spec : spec.bind(name, value);
  }
}
