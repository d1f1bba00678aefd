package com.lotview.inventory.photo.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** A picture in one size, as a JPEG file that holds its pixels and nothing else. */
public final class Rendition {
  // Above this quality, files grow without a visible improvement.
  private static final float QUALITY = 0.88f;

  private final byte[] content;
  private final int width;
  private final int height;

  private Rendition(byte[] content, int width, int height) {
    this.content = content;
    this.width = width;
    this.height = height;
  }

  static Rendition of(BufferedImage image, int maxSide) {
    double scale = Math.min(1, (double) maxSide / Math.max(image.getWidth(), image.getHeight()));
    BufferedImage sized =
        Shrink.of(
            image,
            Decoder.scaled(image.getWidth(), scale),
            Decoder.scaled(image.getHeight(), scale));
    return new Rendition(jpeg(sized), sized.getWidth(), sized.getHeight());
  }

  private static byte[] jpeg(BufferedImage image) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream to = new MemoryCacheImageOutputStream(out)) {
      ImageWriteParam how = writer.getDefaultWriteParam();
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionQuality(QUALITY);
      writer.setOutput(to);
      writer.write(null, new IIOImage(image, null, null), how);
    } catch (IOException e) {
      throw new IllegalStateException("Memory can be written", e);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }

  /** Not copied, not to be changed. */
  public byte[] content() {
    return content;
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }
}
