package com.lotview.auth.twofactor;

import com.lotview.contracts.ErrorCode;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.seal.Vault;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Seals secrets for the database, each bound to its person. */
@Component
class SecretSeal {
  private final @Nullable Vault vault;

  SecretSeal(TwoFactorProperties properties) {
    this.vault = properties.key().isBlank() ? null : new Vault("TWO_FACTOR_KEY", properties.key());
  }

  String seal(byte[] secret, UUID userId) {
    return vault().seal(secret, context(userId));
  }

  /** Fails with {@code SERVICE_UNAVAILABLE} if no key of the set opens it. */
  byte[] open(String sealed, UUID userId) {
    return vault().open(sealed, context(userId)).orElseThrow(SecretSeal::unavailable);
  }

  /** Whether this server has a key at all. */
  boolean available() {
    return vault != null;
  }

  /** The beginning of every secret that the present key sealed. */
  String beginning() {
    return vault().beginning();
  }

  /** The same secret under the present key; fails as {@link #open} does. */
  String renew(String sealed, UUID userId) {
    return vault().renew(sealed, context(userId)).orElseThrow(SecretSeal::unavailable);
  }

  private Vault vault() {
    if (vault == null) {
      throw unavailable();
    }
    return vault;
  }

  private static String context(UUID userId) {
    return "two-factor|" + userId;
  }

  private static RefusalException unavailable() {
    return new RefusalException(
        ErrorCode.SERVICE_UNAVAILABLE,
        "This server cannot use two-factor sign-in: its operator must set TWO_FACTOR_KEY");
  }
}
