package com.lotview.notification.notice;

import java.util.UUID;

/** A person who is to be told, in the app, by mail, or both. */
public record Recipient(UUID userId, boolean inApp, boolean mail) {}
