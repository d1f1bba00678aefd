package com.lotview.auth.link;

import java.util.UUID;

/** The person to whom a link was sent. */
public record LinkOwner(UUID dealershipId, UUID userId) {}
