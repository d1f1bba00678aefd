package com.lotview.posting.account;

import com.lotview.contracts.Market;
import com.lotview.kit.audit.Audited;
import com.lotview.posting.dispatch.AccountRef;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A connected Facebook account, without its session.
 *
 * @param accountRef the account's number, masked except for its end: enough to recognise one's own
 * @param state as stored; {@link #stateAt} adds what is never stored
 * @param lastCheckedAt when the session was last seen to work or not to; null: not yet
 * @param restingUntil the end of the latest rest, also one that is over
 * @param version counts the changes that people made of label, country and users
 * @param country of its marketplace, two letters; null: the dealership's
 */
public record FbAccount(
    UUID id,
    UUID dealershipId,
    @Audited String label,
    @Audited String accountRef,
    @Audited AccountState state,
    @Nullable Instant lastCheckedAt,
    @Nullable Instant restingUntil,
    Instant createdAt,
    long version,
    @Nullable String country) {

  /** An account that nobody has changed yet. */
  public FbAccount(
      UUID id,
      UUID dealershipId,
      String label,
      String accountRef,
      AccountState state,
      @Nullable Instant lastCheckedAt,
      @Nullable Instant restingUntil,
      Instant createdAt) {
    this(
        id,
        dealershipId,
        label,
        accountRef,
        state,
        lastCheckedAt,
        restingUntil,
        createdAt,
        0,
        null);
  }

  /** The account's id together with its dealership's. */
  public AccountRef ref() {
    return AccountRef.of(dealershipId, id);
  }

  /**
   * In which currency its listings have their prices, and in which unit their mileage.
   *
   * @param dealership where the account's dealership is
   */
  public Market market(Market dealership) {
    return country == null || country.equals(dealership.country())
        ? dealership
        : Market.of(country);
  }

  /** The state at that moment. */
  public AccountState stateAt(Instant now) {
    if (state != AccountState.VALID) {
      return state;
    }
    if (restEndAt(now) != null) {
      return AccountState.RESTING;
    }
    return lastCheckedAt == null ? AccountState.CHECKING : AccountState.VALID;
  }

  /** The end of the rest; null if the account does not rest at that moment. */
  public @Nullable Instant restEndAt(Instant now) {
    return restingUntil != null && restingUntil.isAfter(now) ? restingUntil : null;
  }
}
