package com.lotview.inventory.photo.picture;

import java.awt.image.BufferedImage;

/**
 * A picture that was decoded and encoded again: right way up, sRGB, without metadata, in three
 * sizes.
 *
 * @param whole what is posted; the longer side has at most 2048 pixels
 * @param list for lists; at most 800
 * @param thumbnail at most 320
 * @param look what the picture looks like, to find it again
 */
public record Picture(Rendition whole, Rendition list, Rendition thumbnail, Look look) {
  /** The content type of every rendition. */
  public static final String CONTENT_TYPE = "image/jpeg";

  // The largest size that Facebook keeps of a photo.
  private static final int WHOLE = 2048;
  private static final int LIST = 800;
  private static final int THUMBNAIL = 320;

  /**
   * Decodes and encodes again. Blocking, up to a second or two of a processor; at most about 150
   * MB.
   *
   * @throws UnusableImageException if this is no whole JPEG, PNG or WebP within the limits
   */
  public static Picture of(byte[] bytes) {
    BufferedImage pixels = Decoder.decode(Source.of(bytes), WHOLE);
    return new Picture(
        Rendition.of(pixels, WHOLE),
        Rendition.of(pixels, LIST),
        Rendition.of(pixels, THUMBNAIL),
        Look.of(pixels));
  }
}
