package com.lotview.inventory.photo;

import java.time.Instant;
import java.util.UUID;

/**
 * A photo of a vehicle.
 *
 * @param key where its bytes are in the object store
 * @param sortOrder rises with the order of upload
 * @param primary whether it is the one shown first
 */
public record Photo(
    UUID id,
    UUID dealershipId,
    UUID vehicleId,
    String key,
    PhotoFile file,
    int sortOrder,
    boolean primary,
    Instant createdAt) {}
