package com.lotview.inventory.photo;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The one value of Exif that is kept: how the photo is to be turned, 1 to 8 (1: not at all). */
final class ExifOrientation {
  private static final int TAG = 0x0112;
  private static final int SHORT = 3;
  private static final int ENTRY = 12;

  private ExifOrientation() {}

  /** Reads it from Exif data after its header; 1 if it is not there or makes no sense. */
  static int in(byte[] tiff) {
    try {
      ByteBuffer data = ByteBuffer.wrap(tiff);
      data.order(
          tiff.length > 0 && tiff[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
      int directory = data.getInt(4);
      int entries = data.getShort(directory) & 0xFFFF;
      for (int i = 0; i < entries; i++) {
        int entry = directory + 2 + i * ENTRY;
        if ((data.getShort(entry) & 0xFFFF) == TAG) {
          int value = data.getShort(entry + 8);
          return value >= 1 && value <= 8 ? value : 1;
        }
      }
      return 1;
    } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
      return 1;
    }
  }

  /** A whole APP1 segment that holds this value and nothing else. */
  static byte[] segment(int orientation) {
    int tiff = 8 + 2 + ENTRY + 4;
    ByteBuffer segment = ByteBuffer.allocate(4 + 6 + tiff);
    segment.put((byte) 0xFF).put((byte) 0xE1).putShort((short) (2 + 6 + tiff));
    segment.put(new byte[] {'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42}).putInt(8);
    segment.putShort((short) 1);
    segment.putShort((short) TAG).putShort((short) SHORT).putInt(1);
    segment.putShort((short) orientation).putShort((short) 0);
    segment.putInt(0);
    return segment.array();
  }
}
