package com.lotview.worker.fleet.lease;

import java.util.UUID;

/**
 * The right to act for an account. A higher fence makes it void.
 *
 * @param fence rises with every new holder of the account's lease
 */
public record Lease(UUID dealershipId, UUID accountId, String holder, long fence) {}
