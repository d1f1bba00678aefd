package com.lotview.worker.fleet.lease;

import java.util.UUID;

/**
 * Where a new run will work.
 *
 * @param folder stored in the database before any process works in it
 */
public record RunLocation(UUID runId, String folder) {}
