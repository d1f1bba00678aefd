package com.lotview.posting.vehicle;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.UUID;

/**
 * A photo of a vehicle; its bytes are with the inventory service.
 *
 * @param sha256 of the bytes, in hexadecimal
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Photo(UUID id, String sha256, String contentType, long bytes) {}
