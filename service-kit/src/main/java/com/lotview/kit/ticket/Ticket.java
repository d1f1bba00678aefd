package com.lotview.kit.ticket;

import com.lotview.kit.hash.Sha256;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * A ticket: the dealership's id and 32 random bytes. The id lets it be looked up inside the
 * dealership's own rows, without a role that sees all; only its hash is kept.
 */
public final class Ticket {
  private static final int RANDOM_BYTES = 32;
  private static final int ID_BYTES = 16;

  private final byte[] bytes;

  private Ticket(byte[] bytes) {
    this.bytes = bytes;
  }

  /** A new ticket. */
  public static Ticket fresh(UUID dealershipId, SecureRandom random) {
    byte[] secret = new byte[RANDOM_BYTES];
    random.nextBytes(secret);
    return new Ticket(
        ByteBuffer.allocate(ID_BYTES + RANDOM_BYTES)
            .putLong(dealershipId.getMostSignificantBits())
            .putLong(dealershipId.getLeastSignificantBits())
            .put(secret)
            .array());
  }

  /** A presented ticket; empty if the text does not have its form. */
  public static Optional<Ticket> read(String text) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(text);
      return bytes.length == ID_BYTES + RANDOM_BYTES
          ? Optional.of(new Ticket(bytes))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * A ticket of the same dealership that is derived from this one: the same each time, and this one
   * cannot be computed from it.
   *
   * @param purpose different purposes give different tickets
   */
  public Ticket derived(String purpose) {
    byte[] secret = Sha256.of(purpose + ":" + text());
    return new Ticket(
        ByteBuffer.allocate(ID_BYTES + RANDOM_BYTES).put(bytes, 0, ID_BYTES).put(secret).array());
  }

  /** The dealership whose rows hold it. */
  public UUID dealershipId() {
    ByteBuffer id = ByteBuffer.wrap(bytes);
    return new UUID(id.getLong(), id.getLong());
  }

  /** The text for its holder. */
  public String text() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** The hash for the database. */
  public ByteBuffer hash() {
    return ByteBuffer.wrap(Sha256.of(bytes));
  }

  /** Never the ticket itself. */
  @Override
  public String toString() {
    return "Ticket[" + dealershipId() + "]";
  }
}
