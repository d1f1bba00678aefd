package com.lotview.inventory.photo.picture;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * An input that limits reads beyond its end. The WebP decoder treats the end as zeros and reads
 * again for each bit of each pixel: a file of 100 bytes that promises 16 megapixels kept it busy
 * for minutes. A complete picture is read beyond its end only a few times, for the last bits.
 */
final class EndingInput extends MemoryCacheImageInputStream {
  private static final int MOST_TIMES = 1_000;

  private int beyond;

  EndingInput(byte[] content) {
    super(new ByteArrayInputStream(content));
  }

  @Override
  public int read() throws IOException {
    return counted(super.read());
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    return counted(super.read(into, from, length));
  }

  private int counted(int found) throws IOException {
    if (found < 0) {
      beyond++;
      if (beyond > MOST_TIMES) {
        throw new IOException("The picture goes on where the file ends");
      }
    }
    return found;
  }
}
