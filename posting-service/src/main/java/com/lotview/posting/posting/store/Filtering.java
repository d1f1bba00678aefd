package com.lotview.posting.posting.store;

import com.lotview.posting.posting.lifecycle.PostingStatus;
import com.lotview.posting.posting.model.PostingFilter;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/** A filter as a where clause and its values. */
final class Filtering {
  private Filtering() {}

  static String where(PostingFilter filter) {
    return " where true"
        + (filter.statuses().isEmpty() ? "" : " and status = any(:statuses)")
        + (filter.vehicleId() == null ? "" : " and vehicle_id = :vehicle")
        + (filter.fbAccountId() == null ? "" : " and fb_account_id = :account")
        + (filter.bulkId() == null ? "" : " and bulk_id = :bulk")
        + (filter.from() == null ? "" : " and created_at >= :from")
        + (filter.to() == null ? "" : " and created_at < :to");
  }

  static GenericExecuteSpec bind(GenericExecuteSpec spec, PostingFilter filter) {
    GenericExecuteSpec bound =
        filter.statuses().isEmpty() ? spec : spec.bind("statuses", names(filter.statuses()));
    bound = bind(bound, "vehicle", filter.vehicleId());
    bound = bind(bound, "account", filter.fbAccountId());
    bound = bind(bound, "bulk", filter.bulkId());
    bound = bind(bound, "from", filter.from());
    return bind(bound, "to", filter.to());
  }

  static String[] names(Collection<PostingStatus> statuses) {
    return statuses.stream().map(PostingStatus::name).toArray(String[]::new);
  }

  private static GenericExecuteSpec bind(
      GenericExecuteSpec spec, String name, @Nullable Object value) {
    return value == null ? spec : spec.bind(name, value);
  }
}
