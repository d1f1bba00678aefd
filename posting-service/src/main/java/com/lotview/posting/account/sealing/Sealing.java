package com.lotview.posting.account.sealing;

import com.lotview.contracts.SessionOwner;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The permission to seal one session for one account; never compared.
 *
 * @param userId who asked for it; a person has one unused at a time
 * @param accountId of an account, or of the one that is to be
 * @param owner as stated; its fingerprint is empty once the sealing is used
 * @param mark hash of the delivered session; null: not used yet
 */
@SuppressWarnings("ArrayRecordComponent")
public record Sealing(
    UUID id,
    UUID dealershipId,
    UUID userId,
    UUID accountId,
    String label,
    SessionOwner owner,
    Instant until,
    byte @Nullable [] mark) {

  /** What the seal is to be bound to. */
  public String context() {
    return SessionOwner.sealContext(dealershipId, accountId);
  }

  boolean usedFor(byte[] delivered) {
    return Arrays.equals(mark, delivered);
  }

  @Override
  public String toString() {
    return "Sealing[" + id + ", account=" + accountId + "]";
  }
}
