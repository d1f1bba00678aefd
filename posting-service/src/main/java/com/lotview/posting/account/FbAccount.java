package com.lotview.posting.account;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A connected Facebook account, without its session.
 *
 * @param accountRef the account's number, masked except for its end: enough to recognise one's own
 */
public record FbAccount(
    UUID id,
    UUID dealershipId,
    String label,
    String accountRef,
    AccountState state,
    @Nullable Instant lastCheckedAt,
    Instant createdAt) {}
