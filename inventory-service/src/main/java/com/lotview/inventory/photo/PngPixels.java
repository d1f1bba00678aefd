package com.lotview.inventory.photo;

import java.util.ArrayList;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Where the compressed pixels of a PNG lie, and whether they are all there. */
final class PngPixels {
  private static final int BUFFER = 1 << 16;

  private final List<Piece> pieces = new ArrayList<>();

  private record Piece(int from, int length) {}

  void add(int from, int length) {
    pieces.add(new Piece(from, length));
  }

  boolean none() {
    return pieces.isEmpty();
  }

  /** Whether the stream of pixels ends by itself, with the right checksum. */
  boolean complete(byte[] bytes) {
    byte[] dropped = new byte[BUFFER];
    Inflater inflater = new Inflater();
    try {
      for (Piece piece : pieces) {
        inflater.setInput(bytes, piece.from(), piece.length());
        while (!inflater.needsInput() && !inflater.finished()) {
          if (inflater.inflate(dropped) == 0 && inflater.needsDictionary()) {
            return false;
          }
        }
      }
      return inflater.finished();
    } catch (DataFormatException e) {
      return false;
    } finally {
      inflater.end();
    }
  }
}
