package com.lotview.auth.link;

import java.util.UUID;

/** Whom a link was sent to. */
public record LinkOwner(UUID dealershipId, UUID userId) {}
