package com.lotview.inventory.photo.picture;

import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;

/**
 * Brings a checked file to upright sRGB pixels of a limited size. Of a large picture only every
 * second, third ... pixel is kept while it is read: at most {@link #MAX_KEPT} are in memory.
 */
final class Decoder {
  /** Pixels in memory at most; three bytes each, eight for 16 bits a channel, of which half. */
  private static final int MAX_KEPT = 12_500_000;

  private static final int STRIP = 64;
  // Warnings of the JPEG decoder about made-up pixels. "Extraneous bytes" lose no pixels.
  private static final Pattern MADE_UP =
      Pattern.compile("(?i)premature end|bad huffman|inconsistent progression|invalid scan");

  private static final ImageReaderSpi JPEG = registered(new JPEGImageReaderSpi());
  private static final ImageReaderSpi WEBP = registered(new WebPImageReaderSpi());

  private Decoder() {}

  // By name, because a scan of the class path depends on the thread that comes first.
  private static ImageReaderSpi registered(ImageReaderSpi spi) {
    ImageIO.setUseCache(false);
    IIORegistry registry = IIORegistry.getDefaultInstance();
    registry.registerServiceProvider(spi, ImageReaderSpi.class);
    return registry.getServiceProviderByClass(spi.getClass());
  }

  /**
   * Decodes.
   *
   * @param maxSide the longer side has at most that many pixels
   * @throws UnusableImageException if it cannot be decoded to its last pixel
   */
  static BufferedImage decode(Source source, int maxSide) {
    try {
      BufferedImage read = read(source);
      return Upright.turn(shrink(read, source, maxSide), source.orientation());
    } catch (IOException | RuntimeException e) {
      if (e instanceof UnusableImageException known) {
        throw known;
      }
      throw new UnusableImageException("cannot be decoded");
    }
  }

  private static BufferedImage read(Source source) throws IOException {
    ImageReader reader = reader(source.format());
    AtomicBoolean madeUp = new AtomicBoolean();
    reader.addIIOReadWarningListener(
        (from, warning) -> madeUp.compareAndSet(false, MADE_UP.matcher(warning).find()));
    try (ImageInputStream in = new EndingInput(source.content())) {
      reader.setInput(in, true, true);
      if (reader.getWidth(0) != source.width() || reader.getHeight(0) != source.height()) {
        throw Source.broken();
      }
      ImageReadParam param = reader.getDefaultReadParam();
      int step = step(source, reader);
      param.setSourceSubsampling(step, step, 0, 0);
      BufferedImage image = reader.read(0, param);
      if (madeUp.get()) {
        throw Source.broken();
      }
      return image;
    } finally {
      reader.dispose();
    }
  }

  private static ImageReader reader(Source.Format format) throws IOException {
    return switch (format) {
      case JPEG -> JPEG.createReaderInstance();
      case WEBP -> WEBP.createReaderInstance();
      case PNG -> ImageIO.getImageReadersByFormatName("png").next();
    };
  }

  private static int step(Source source, ImageReader reader) throws IOException {
    boolean deep = reader.getImageTypes(0).next().getSampleModel().getSampleSize(0) > Byte.SIZE;
    int most = deep ? MAX_KEPT / 2 : MAX_KEPT;
    int step = 1;
    while ((long) (source.width() / step) * (source.height() / step) > most) {
      step++;
    }
    return step;
  }

  // In strips: converting the whole at once would need the memory of another copy.
  private static BufferedImage shrink(BufferedImage image, Source source, int maxSide) {
    int width = image.getWidth();
    int height = image.getHeight();
    double scale = Math.min(1, (double) maxSide / Math.max(width, height));
    Shrink shrink = new Shrink(width, height, scaled(width, scale), scaled(height, scale));
    Profile profile = Profile.of(source.profile());
    int[] row = new int[width];
    for (int top = 0; top < height; top += STRIP) {
      BufferedImage strip = strip(image, top, Math.min(STRIP, height - top));
      if (profile != null) {
        profile.toSrgb(strip);
      }
      for (int y = 0; y < strip.getHeight(); y++) {
        strip.getRGB(0, y, width, 1, row, 0, width);
        shrink.add(row);
      }
    }
    return shrink.done();
  }

  // What is transparent becomes white.
  private static BufferedImage strip(BufferedImage image, int top, int rows) {
    BufferedImage strip = new BufferedImage(image.getWidth(), rows, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = strip.createGraphics();
    pen.drawImage(image.getSubimage(0, top, image.getWidth(), rows), 0, 0, Color.WHITE, null);
    pen.dispose();
    return strip;
  }

  static int scaled(int side, double scale) {
    return Math.max(1, (int) Math.round(side * scale));
  }
}
