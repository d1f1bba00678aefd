package com.lotview.posting.account.store;

import com.lotview.kit.rows.Columns;
import com.lotview.posting.account.FbAccount;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Which dealership has which Facebook account: an account is connected in one dealership only. */
final class ConnectedIdentities {
  private final DatabaseClient database;

  ConnectedIdentities(DatabaseClient database) {
    this.database = database;
  }

  Mono<Boolean> claim(FbAccount account, byte[] fingerprint) {
    return database
        .sql(
            """
            insert into connected_identity (identity_hash, dealership_id, fb_account_id)
            select sha256(key || :fingerprint), :dealership, :id from identity_key
            on conflict do nothing
            """)
        .bind("fingerprint", fingerprint)
        .bind("dealership", account.dealershipId())
        .bind("id", account.id())
        .fetch()
        .rowsUpdated()
        .then(isOwn(account, fingerprint));
  }

  // The dealership's own claim is visible, that of another is not.
  private Mono<Boolean> isOwn(FbAccount account, byte[] fingerprint) {
    return database
        .sql(
            """
            select exists (select from connected_identity, identity_key
                            where fb_account_id = :id
                              and identity_hash = sha256(key || :fingerprint)) as own
            """)
        .bind("id", account.id())
        .bind("fingerprint", fingerprint)
        .map(row -> new Columns(row).flag("own"))
        .one();
  }

  Mono<Void> release(UUID id) {
    return database
        .sql("delete from connected_identity where fb_account_id = :id")
        .bind("id", id)
        .then();
  }
}
