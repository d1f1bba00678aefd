package com.lotview.notification.webhook;

import com.lotview.kit.audit.Audited;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An address of another system that gets events.
 *
 * @param events names of the events
 * @param active whether it gets them; false after it was disabled, by a person or for its failures
 * @param disabledReason why it was disabled; null: by a person, or not at all
 * @param failingSince since when nothing was delivered; null: the last try was accepted
 * @param oldSecretUntil until when the older secret signs too; null: there is none
 */
public record Webhook(
    UUID id,
    @Audited URI url,
    @Audited String description,
    @Audited List<String> events,
    @Audited boolean active,
    @Nullable String disabledReason,
    @Nullable Instant failingSince,
    @Nullable Instant oldSecretUntil,
    Instant createdAt) {}
