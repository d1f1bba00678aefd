package com.lotview.posting.account.store;

import com.lotview.kit.rows.Columns;
import com.lotview.posting.account.AccountState;
import com.lotview.posting.account.FbAccount;
import com.lotview.posting.account.SealedSession;
import io.r2dbc.spi.Readable;

/** A row of the table {@code fb_account}. */
final class FbAccountRow {
  static final String COLUMNS =
      "id, dealership_id, label, account_ref, state, last_checked_at, resting_until,"
          + " created_at, version, country";

  static final String SELECT = from("fb_account");

  private FbAccountRow() {}

  static String from(String rows) {
    return "select " + COLUMNS + " from " + rows;
  }

  static SealedSession session(Readable readable) {
    Columns row = new Columns(readable);
    return new SealedSession(
        account(readable),
        row.text("sealed_session"),
        row.big("session_version"),
        row.flag("unseen"));
  }

  static FbAccount account(Readable readable) {
    Columns row = new Columns(readable);
    return new FbAccount(
        row.uuid("id"),
        row.uuid("dealership_id"),
        row.text("label"),
        row.text("account_ref"),
        AccountState.valueOf(row.text("state")),
        row.findInstant("last_checked_at"),
        row.findInstant("resting_until"),
        row.instant("created_at"),
        row.big("version"),
        row.findText("country"));
  }
}
