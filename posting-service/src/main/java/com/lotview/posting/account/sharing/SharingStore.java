package com.lotview.posting.account.sharing;

import com.lotview.posting.account.FbAccount;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Label and users of accounts. Every method joins the running transaction of a dealership. */
public interface SharingStore {

  /** The account, locked until the transaction ends, unless it is disconnected. */
  Mono<FbAccount> findLocked(UUID fbAccountId);

  /** Who may post through the account. */
  Mono<AccountUsers> users(UUID fbAccountId);

  /** Replaces who may; the account has a new version. */
  Mono<Void> share(FbAccount account, AccountUsers users, Instant now);

  /**
   * Moves the account to another country and gives it a new version.
   *
   * @param country null: the dealership's
   */
  Mono<Void> move(UUID fbAccountId, @Nullable String country, Instant now);

  /** Gives the account another label and a new version. */
  Mono<Void> rename(UUID fbAccountId, String label, Instant now);
}
