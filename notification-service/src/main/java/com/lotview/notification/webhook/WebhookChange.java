package com.lotview.notification.webhook;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A change of a web hook; null leaves a field unchanged. */
public record WebhookChange(
    @Nullable URI url,
    @Nullable String description,
    @Nullable List<String> events,
    @Nullable Boolean active) {

  /** The web hook afterwards; one that is activated begins without failures. */
  Webhook of(Webhook hook) {
    boolean now = active == null ? hook.active() : active;
    boolean begins = now && !hook.active();
    return new Webhook(
        hook.id(),
        url == null ? hook.url() : url,
        description == null ? hook.description() : description,
        events == null ? hook.events() : events,
        now,
        now ? null : hook.disabledReason(),
        begins ? null : hook.failingSince(),
        hook.oldSecretUntil(),
        hook.createdAt());
  }
}
