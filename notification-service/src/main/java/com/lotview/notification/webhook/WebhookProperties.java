package com.lotview.notification.webhook;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Web hooks; see the settings file.
 *
 * @param encryptionKey private set of keys; empty: no web hooks
 * @param allowHttp whether addresses without TLS are accepted
 * @param disableAfter how long a web hook may fail before it is disabled
 * @param retention how long deliveries are kept
 */
@Validated
@ConfigurationProperties("lotview.webhooks")
public record WebhookProperties(
    @DefaultValue("") String encryptionKey,
    @DefaultValue("false") boolean allowHttp,
    @NotNull @DefaultValue("5d") Duration disableAfter,
    @NotNull @DefaultValue("30d") Duration retention) {

  @Override
  public String toString() {
    return "WebhookProperties[encryptionKey=***, disableAfter=" + disableAfter + "]";
  }
}
