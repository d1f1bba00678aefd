package com.lotview.posting.dispatch;

import java.util.UUID;

/** An account that runs nothing and has a posting due. */
public record FreeAccount(UUID dealershipId, UUID fbAccountId) {}
