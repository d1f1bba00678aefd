package com.lotview.inventory.photo.picture;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Where the compressed pixels of a PNG lie, and whether they are as many as its header says. */
final class PngPixels {
  private static final int BUFFER = 1 << 16;
  // Of the seven passes of an interlaced picture: first column and row, steps to the next.
  private static final int[][] PASSES = {
    {0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}
  };
  private static final int[][] WHOLE = {{0, 0, 1, 1}};

  private final List<Piece> pieces = new ArrayList<>();
  private final int width;
  private final int height;
  private final int bitsPerPixel;
  private final boolean interlaced;

  private record Piece(int from, int length) {}

  private PngPixels(int width, int height, int bitsPerPixel, boolean interlaced) {
    this.width = width;
    this.height = height;
    this.bitsPerPixel = bitsPerPixel;
    this.interlaced = interlaced;
  }

  /** Reads the content of the header chunk. */
  static PngPixels of(ByteBuffer data, int header) {
    int channels =
        switch (data.get(header + 9)) {
          case 0, 3 -> 1;
          case 2 -> 3;
          case 4 -> 2;
          case 6 -> 4;
          default -> throw Source.broken();
        };
    int depth = data.get(header + 8);
    if (depth < 1 || depth > 16) {
      throw Source.broken();
    }
    return new PngPixels(
        data.getInt(header), data.getInt(header + 4), channels * depth, data.get(header + 12) != 0);
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  void add(int from, int length) {
    pieces.add(new Piece(from, length));
  }

  /** Whether the stream of pixels ends by itself, with the right checksum and length. */
  boolean complete(byte[] bytes) {
    long left = expected();
    byte[] dropped = new byte[BUFFER];
    Inflater inflater = new Inflater();
    try {
      for (Piece piece : pieces) {
        inflater.setInput(bytes, piece.from(), piece.length());
        while (!inflater.needsInput() && !inflater.finished() && left >= 0) {
          int more = inflater.inflate(dropped);
          left -= more;
          if (more == 0 && inflater.needsDictionary()) {
            return false;
          }
        }
      }
      return inflater.finished() && left == 0;
    } catch (DataFormatException e) {
      return false;
    } finally {
      inflater.end();
    }
  }

  private long expected() {
    long bytes = 0;
    for (int[] pass : interlaced ? PASSES : WHOLE) {
      long columns = steps(width, pass[0], pass[2]);
      long rows = steps(height, pass[1], pass[3]);
      bytes += columns == 0 ? 0 : rows * (1 + (columns * bitsPerPixel + 7) / 8);
    }
    return bytes;
  }

  private static long steps(int size, int first, int step) {
    return size <= first ? 0 : (size - first + step - 1L) / step;
  }
}
