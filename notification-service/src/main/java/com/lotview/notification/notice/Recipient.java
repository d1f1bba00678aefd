package com.lotview.notification.notice;

import java.util.UUID;

/** A person who gets a notice in the app, by mail, or both. */
public record Recipient(UUID userId, boolean inApp, boolean mail) {}
