package com.lotview.inventory.photo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Decodes a JPEG only to see whether its data is all there. */
final class Decoding {
  // Every row is read, few are kept: 40 megapixels would take 120 MB.
  private static final int SAMPLING = 16;

  private Decoding() {}

  /** Whether the image decodes to its last row without a complaint. */
  static boolean isWhole(byte[] jpeg) {
    ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
    AtomicBoolean complained = new AtomicBoolean();
    reader.addIIOReadWarningListener((source, warning) -> complained.set(true));
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(jpeg))) {
      reader.setInput(in, true, true);
      ImageReadParam few = reader.getDefaultReadParam();
      few.setSourceSubsampling(SAMPLING, SAMPLING, 0, 0);
      // As stored, without conversion: this reader knows no conversion of CMYK.
      reader.readRaster(0, few);
      return !complained.get();
    } catch (IIOException notReadable) {
      return false;
    } catch (IOException e) {
      throw new IllegalStateException("Memory can be read", e);
    } finally {
      reader.dispose();
    }
  }
}
