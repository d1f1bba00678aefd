package com.lotview.auth.twofactor;

/** Base32 of RFC 4648 without padding: what authenticator apps read and people can type. */
final class Base32 {
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int BITS = 5;

  private Base32() {}

  /**
   * Encodes.
   *
   * @param bytes a multiple of five, so that nothing is padded
   */
  static String encode(byte[] bytes) {
    if (bytes.length % BITS != 0) {
      throw new IllegalArgumentException("Not a multiple of five: " + bytes.length);
    }
    StringBuilder text = new StringBuilder();
    int buffer = 0;
    int held = 0;
    for (byte next : bytes) {
      buffer = (buffer << Byte.SIZE | Byte.toUnsignedInt(next)) & 0xFFF;
      held += Byte.SIZE;
      while (held >= BITS) {
        held -= BITS;
        text.append(ALPHABET.charAt(buffer >> held & 31));
      }
    }
    return text.toString();
  }
}
