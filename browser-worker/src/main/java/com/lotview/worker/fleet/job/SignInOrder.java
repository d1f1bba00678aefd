package com.lotview.worker.fleet.job;

import java.util.UUID;

/**
 * A browser that is to be shown to an account's owner, who signs in.
 *
 * @param taskId of the sign-in
 * @param fbAccountId the account's, or the one that a new account gets
 */
public record SignInOrder(
    String jobId,
    UUID taskId,
    UUID dealershipId,
    UUID fbAccountId,
    int attempt,
    int deadlineSeconds)
    implements JobOrder {}
