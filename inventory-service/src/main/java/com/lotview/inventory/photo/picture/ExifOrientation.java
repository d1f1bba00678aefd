package com.lotview.inventory.photo.picture;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The one value of Exif that is used: how the photo is to be turned, 1 to 8 (1: not at all). */
final class ExifOrientation {
  private static final int TAG = 0x0112;
  private static final int ENTRY = 12;
  private static final int NAME = 6;

  private ExifOrientation() {}

  /** Reads it from Exif data, with or without its name before it; 1 if it is not there. */
  static int in(byte[] exif) {
    try {
      ByteBuffer data = ByteBuffer.wrap(exif);
      if (Source.text(exif, 0).equals("Exif")) {
        data = data.slice(NAME, exif.length - NAME);
      }
      data.order(data.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
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
}
