package com.lotview.inventory.photo;

import com.lotview.inventory.photo.picture.Picture;
import com.lotview.inventory.photo.picture.Rendition;
import com.lotview.kit.hash.Sha256;

/**
 * What is known of the stored bytes of a photo.
 *
 * @param sha256 hex
 * @param width pixels
 */
public record PhotoFile(String contentType, String sha256, int bytes, int width, int height) {
  static PhotoFile of(Rendition file) {
    return new PhotoFile(
        Picture.CONTENT_TYPE,
        Sha256.hex(file.content()),
        file.content().length,
        file.width(),
        file.height());
  }
}
