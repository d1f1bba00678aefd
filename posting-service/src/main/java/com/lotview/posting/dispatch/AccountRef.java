package com.lotview.posting.dispatch;

import java.util.UUID;

/** Names a Facebook account. */
public record AccountRef(UUID dealershipId, UUID fbAccountId) {}
