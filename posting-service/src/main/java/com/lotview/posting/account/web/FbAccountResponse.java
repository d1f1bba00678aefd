package com.lotview.posting.account.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.lotview.posting.account.AccountState;
import com.lotview.posting.account.FbAccount;
import com.lotview.posting.account.FbAccounts;
import com.lotview.posting.account.SessionCheck;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account as people see it, without its session. Waiting jobs and check only if one account is
 * requested.
 *
 * @param country of the account's marketplace, two letters; null: the dealership's
 */
record FbAccountResponse(
    UUID id,
    String label,
    String accountRef,
    AccountState state,
    boolean sessionValid,
    @Nullable Instant lastCheckedAt,
    @Nullable Instant restingUntil,
    Instant createdAt,
    @Nullable String country,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long waitingJobs,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Check check) {

  /**
   * The account's latest check.
   *
   * @param state {@code CHECKING} until its result is known
   */
  record Check(
      UUID checkId,
      String state,
      @Nullable Instant askedAt,
      @Nullable Instant endedAt,
      @Nullable String error) {

    static @Nullable Check of(@Nullable SessionCheck check) {
      if (check == null || check.state() == SessionCheck.State.NONE) {
        return null;
      }
      return new Check(
          check.id(),
          check.state().isChecking() ? "CHECKING" : check.state().name(),
          check.askedAt(),
          check.endedAt(),
          check.error());
    }
  }

  static FbAccountResponse of(FbAccount account, Instant now) {
    return of(account, now, null, null);
  }

  static FbAccountResponse of(FbAccounts.View view, Instant now) {
    return of(view.account(), now, view.waitingJobs(), Check.of(view.check()));
  }

  private static FbAccountResponse of(
      FbAccount account, Instant now, @Nullable Long waitingJobs, @Nullable Check check) {
    AccountState state = account.stateAt(now);
    return new FbAccountResponse(
        account.id(),
        account.label(),
        account.accountRef(),
        state,
        state == AccountState.VALID || state == AccountState.RESTING,
        account.lastCheckedAt(),
        account.restEndAt(now),
        account.createdAt(),
        account.country(),
        waitingJobs,
        check);
  }

  /** All accounts of a dealership; few, so without pages. */
  record All(List<FbAccountResponse> data) {
    static All of(List<FbAccount> accounts, Instant now) {
      return new All(accounts.stream().map(one -> FbAccountResponse.of(one, now)).toList());
    }
  }

  /**
   * An account that was given up.
   *
   * @param liveListings stay live; they can be removed when the account is connected again
   */
  record Gone(UUID id, AccountState state, long liveListings) {}
}
