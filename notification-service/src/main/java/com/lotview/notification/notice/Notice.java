package com.lotview.notification.notice;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A notice of one person.
 *
 * @param id rises
 * @param path of the dashboard's page where it is seen and settled
 * @param readAt null: unread
 */
public record Notice(
    UUID id,
    NoticeKind kind,
    String title,
    String text,
    String path,
    Instant createdAt,
    @Nullable Instant readAt) {}
