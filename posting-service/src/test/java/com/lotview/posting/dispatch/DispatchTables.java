package com.lotview.posting.dispatch;

import com.lotview.kit.id.Ids;
import com.lotview.posting.id.DealershipId;
import com.lotview.posting.id.FbAccountId;
import com.lotview.testkit.TestServers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

/** Rows for the dispatcher's tables, written beside the service. */
public final class DispatchTables {
  private DispatchTables() {}

  /** An account with an open slot. */
  public static AccountRef account(UUID dealership) {
    UUID id = Ids.next();
    run(
        """
        insert into posting.fb_account (dealership_id, id, label, identity_hash, account_ref, state,
          sealed_session, created_at, updated_at)
        values (?, ?, 'Account', gen_random_uuid()::text, 'ref', 'VALID', 'sealed', now(), now())
        """,
        dealership,
        id);
    run(
        "insert into posting.account_slot (dealership_id, fb_account_id, open) values (?, ?, true)",
        dealership,
        id);
    return new AccountRef(new DealershipId(dealership), new FbAccountId(id));
  }

  /** Leaves no slot and no job behind. */
  public static void clear() {
    run("truncate posting.dispatch, posting.post_slot, posting.account_slot");
  }

  public static void run(String sql, Object... values) {
    try (Connection connection = TestServers.superuser();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.execute();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
