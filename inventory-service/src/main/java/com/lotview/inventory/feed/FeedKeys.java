package com.lotview.inventory.feed;

import com.lotview.contracts.ErrorCode;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.seal.Vault;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Seals the secrets of feeds' logins, each to its feed, and opens them. */
@Component
public class FeedKeys {
  private static final String SETTING = "FEED_ENCRYPTION_KEY";

  private final @Nullable Vault vault;

  FeedKeys(FeedProperties properties) {
    String key = properties.encryptionKey();
    this.vault = key.isBlank() ? null : new Vault(SETTING, key);
  }

  /** Fails with {@code SERVICE_UNAVAILABLE} if this installation has no key. */
  String seal(String secret, UUID feedId) {
    if (vault == null) {
      throw new RefusalException(
          ErrorCode.SERVICE_UNAVAILABLE,
          "This server has no key for logins of feeds: its operator must set " + SETTING);
    }
    return vault.seal(secret.getBytes(StandardCharsets.UTF_8), context(feedId));
  }

  /** Empty if it was sealed with another key. */
  public Optional<String> open(String sealed, UUID feedId) {
    return vault == null
        ? Optional.empty()
        : vault
            .open(sealed, context(feedId))
            .map(secret -> new String(secret, StandardCharsets.UTF_8));
  }

  private static String context(UUID feedId) {
    return "stock-feed/" + feedId;
  }
}
