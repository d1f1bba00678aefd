package com.lotview.notification.notice;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that people must know or do.
 *
 * @param ordered who placed the order concerned; they get the notice in addition to the people of
 *     the roles; null: no one
 * @param title one line
 * @param text a sentence or two
 * @param path of the dashboard's page where it is seen and settled
 */
public record Concern(
    NoticeKind kind, @Nullable UUID ordered, String title, String text, String path) {}
