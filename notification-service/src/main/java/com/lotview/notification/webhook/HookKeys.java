package com.lotview.notification.webhook;

import com.lotview.contracts.ErrorCode;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.seal.Keysets;
import com.lotview.kit.seal.Opener;
import com.lotview.kit.seal.Sealer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Seals the secrets of web hooks, each to its web hook, and opens them. */
@Component
class HookKeys {
  private static final String SETTING = "WEBHOOK_ENCRYPTION_KEY";

  private final @Nullable Sealer sealer;
  private final @Nullable Opener opener;

  HookKeys(WebhookProperties properties) {
    String key = properties.encryptionKey();
    this.sealer = key.isBlank() ? null : new Sealer(SETTING, Keysets.publicHalf(SETTING, key));
    this.opener = key.isBlank() ? null : new Opener(SETTING, key);
  }

  /** Fails with {@code SERVICE_UNAVAILABLE} if this installation has no key. */
  String seal(HookSecret secret, UUID hookId) {
    if (sealer == null) {
      throw new RefusalException(
          ErrorCode.SERVICE_UNAVAILABLE,
          "This server has no key for web hooks: its operator must set " + SETTING);
    }
    return sealer.seal(secret.value().getBytes(StandardCharsets.UTF_8), hookId.toString());
  }

  /** Throws an {@link IllegalStateException} if it was sealed with another key. */
  HookSecret open(String sealed, UUID hookId) {
    if (opener == null) {
      throw new IllegalStateException(SETTING + " is not set");
    }
    return opener
        .open(sealed, hookId.toString())
        .map(value -> HookSecret.of(new String(value, StandardCharsets.UTF_8)))
        .orElseThrow(() -> new IllegalStateException("The secret was sealed with another key"));
  }
}
