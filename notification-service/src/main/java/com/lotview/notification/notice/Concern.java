package com.lotview.notification.notice;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What people must know or do.
 *
 * @param ordered who ordered what it is about; they get the notice besides those whom it concerns
 *     by their role; null: nobody
 * @param title one line
 * @param text a sentence or two
 * @param path of the dashboard's page where it is seen and settled
 */
public record Concern(
    NoticeKind kind, @Nullable UUID ordered, String title, String text, String path) {}
