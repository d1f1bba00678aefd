package com.lotview.worker.fleet.job;

import java.util.UUID;

/**
 * A sign-in of an account's owner in a browser of the fleet.
 *
 * @param taskId of the sign-in
 * @param fbAccountId id of the account, or the id that a new account gets
 */
public record SignInOrder(
    String jobId,
    UUID taskId,
    UUID dealershipId,
    UUID fbAccountId,
    int attempt,
    int deadlineSeconds)
    implements JobOrder {}
