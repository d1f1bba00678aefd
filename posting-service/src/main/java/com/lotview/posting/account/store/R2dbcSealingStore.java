package com.lotview.posting.account.store;

import com.lotview.contracts.SessionOwner;
import com.lotview.kit.rows.Columns;
import com.lotview.posting.account.sealing.Sealing;
import com.lotview.posting.account.sealing.SealingStore;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcSealingStore implements SealingStore {
  private final DatabaseClient database;

  R2dbcSealingStore(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public Mono<Void> forget(UUID userId, Instant now) {
    return database
        .sql("delete from sealing where mark is null and (user_id = :user or until < :now)")
        .bind("user", userId)
        .bind("now", now)
        .then();
  }

  @Override
  public Mono<Void> insert(Sealing sealing) {
    return database
        .sql(
            """
            insert into sealing (dealership_id, id, user_id, fb_account_id, label, account_ref,
              identity_hash, fingerprint, until)
            values (:dealership, :id, :user, :account, :label, :ref, :hash, :fingerprint, :until)
            """)
        .bind("dealership", sealing.dealershipId())
        .bind("id", sealing.id())
        .bind("user", sealing.userId())
        .bind("account", sealing.accountId())
        .bind("label", sealing.label())
        .bind("ref", sealing.owner().ref())
        .bind("hash", sealing.owner().hash())
        .bind("fingerprint", sealing.owner().fingerprint())
        .bind("until", sealing.until())
        .then();
  }

  @Override
  public Mono<Sealing> findLocked(UUID id) {
    return database
        .sql("select * from sealing where id = :id for update")
        .bind("id", id)
        .map(row -> sealing(new Columns(row)))
        .one();
  }

  @Override
  public Mono<Void> use(UUID id, byte[] mark) {
    return database
        .sql("update sealing set mark = :mark, fingerprint = null where id = :id")
        .bind("mark", mark)
        .bind("id", id)
        .then();
  }

  @Override
  public Mono<Boolean> belongs(UUID fbAccountId, SessionOwner owner) {
    return database
        .sql(
            """
            select exists (
              select from fb_account a
                join connected_identity c on c.fb_account_id = a.id
                cross join identity_key k
              where a.id = :id and a.account_ref = :ref and a.identity_hash = :hash
                and c.identity_hash = sha256(k.key || :fingerprint)) as own
            """)
        .bind("id", fbAccountId)
        .bind("ref", owner.ref())
        .bind("hash", owner.hash())
        .bind("fingerprint", HexFormat.of().parseHex(owner.fingerprint()))
        .map(row -> new Columns(row).flag("own"))
        .one();
  }

  private static Sealing sealing(Columns row) {
    String fingerprint = row.findText("fingerprint");
    return new Sealing(
        row.uuid("id"),
        row.uuid("dealership_id"),
        row.uuid("user_id"),
        row.uuid("fb_account_id"),
        row.text("label"),
        new SessionOwner(
            row.text("account_ref"),
            row.text("identity_hash"),
            fingerprint == null ? "" : fingerprint),
        row.instant("until"),
        row.find("mark", byte[].class));
  }
}
