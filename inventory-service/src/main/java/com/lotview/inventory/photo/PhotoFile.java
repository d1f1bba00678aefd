package com.lotview.inventory.photo;

/**
 * What is known of the stored bytes of a photo.
 *
 * @param sha256 hex
 * @param width pixels, as stored (a turned photo is turned by its viewer)
 */
public record PhotoFile(String contentType, String sha256, int bytes, int width, int height) {}
