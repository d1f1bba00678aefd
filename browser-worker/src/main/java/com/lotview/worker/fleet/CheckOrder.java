package com.lotview.worker.fleet;

import java.util.UUID;

/** A session that is to be looked at: whether the account is still signed in with it. */
public record CheckOrder(
    String jobId,
    UUID taskId,
    UUID dealershipId,
    UUID fbAccountId,
    int attempt,
    int deadlineSeconds)
    implements JobOrder {}
