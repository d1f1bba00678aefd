package com.lotview.posting.account.web;

import com.lotview.posting.account.AccountState;
import com.lotview.posting.account.FbAccount;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An account as people see it; nothing of its session. */
record FbAccountResponse(
    UUID id,
    String label,
    String accountRef,
    AccountState state,
    boolean sessionValid,
    @Nullable Instant lastCheckedAt,
    Instant createdAt) {

  static FbAccountResponse of(FbAccount account) {
    return new FbAccountResponse(
        account.id(),
        account.label(),
        account.accountRef(),
        account.state(),
        account.state() == AccountState.VALID,
        account.lastCheckedAt(),
        account.createdAt());
  }

  /** All accounts of a dealership; few, so without pages. */
  record All(List<FbAccountResponse> data) {}
}
