package com.lotview.inventory.imports;

import java.util.UUID;

/**
 * One import.
 *
 * @param fileName as the sender named it
 * @param rows in the file
 */
public record ImportJob(UUID id, UUID dealershipId, UUID userId, String fileName, int rows) {}
