package com.lotview.worker.fleet.lease;

import java.util.UUID;

/**
 * Where a run is going to work.
 *
 * @param folder known to the database before any process works in it
 */
public record RunLocation(UUID runId, String folder) {}
