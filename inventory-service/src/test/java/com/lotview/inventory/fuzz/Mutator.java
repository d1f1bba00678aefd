package com.lotview.inventory.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Makes a wrong file of a good one: the same number makes the same file. */
final class Mutator {
  private static final int MAX_BYTES = 1 << 16;
  private static final List<String> WORDS =
      List.of(
          "\"",
          "\"\"",
          "\",\"",
          ",",
          ";",
          "\t",
          "|",
          "\r\n",
          "\n",
          "\r",
          "\0",
          "\uFEFF",
          "=\"1\"",
          "<",
          ">",
          "</a>",
          "<![CDATA[",
          "]]>",
          "<!--",
          "-->",
          "&amp;",
          "&#0;",
          "&#x110000;",
          "&#xD800;",
          "{",
          "}",
          "[",
          "]",
          ":",
          "null",
          "1e999",
          "-1e-999",
          "\\u0000",
          "\\uD800",
          "\\",
          "0",
          "-0",
          "00000000000000000000",
          "99999999999999999999",
          "9999999999.99",
          "0x1F",
          "NaN",
          "Infinity",
          "1.234,56",
          "1,234.56",
          "1'234",
          "12.500,00 €",
          "419000 SEK",
          "USD",
          "$",
          "kr",
          ":-",
          "km",
          "mil",
          "mi",
          "2020",
          "31/12/2020",
          "2020-02-30",
          "0000-00-00",
          "\u00A0",
          "\u202F",
          "\u0660\u0661\u0662",
          "\u2212",
          "İ",
          "ß",
          "\uD83D\uDE97",
          "sep=;",
          "Stock",
          "VIN",
          "Price",
          "image[0].url",
          "http://a.example/a.jpg",
          "IHDR",
          "IDAT",
          "iCCP",
          "Exif\0\0",
          "VP8X",
          "ftypheic",
          "meta",
          "infe",
          "ipma",
          "ispe");

  private final List<byte[]> seeds;
  private final RandomGenerator random;

  Mutator(List<byte[]> seeds, RandomGenerator random) {
    this.seeds = seeds;
    this.random = random;
  }

  byte[] next() {
    byte[] input = any();
    int changes = 1 + random.nextInt(6);
    for (int i = 0; i < changes; i++) {
      input = change(input);
    }
    return input.length > MAX_BYTES ? Arrays.copyOf(input, MAX_BYTES) : input;
  }

  private byte[] any() {
    return seeds.get(random.nextInt(seeds.size())).clone();
  }

  private byte[] change(byte[] input) {
    int at = input.length == 0 ? 0 : random.nextInt(input.length);
    int length = Math.min(input.length - at, 1 + random.nextInt(64));
    return switch (random.nextInt(8)) {
      case 0 -> flipped(input, at);
      case 1 -> set(input, at, (byte) random.nextInt(256));
      case 2 -> set(input, at, new byte[] {0, -1, 127, -128, 1}[random.nextInt(5)]);
      case 3 -> spliced(input, at, at, word());
      case 4 -> spliced(input, at, at + length, new byte[0]);
      case 5 -> spliced(input, at, at, Arrays.copyOfRange(input, at, at + length));
      case 6 -> Arrays.copyOf(input, at);
      default -> {
        byte[] other = any();
        yield spliced(
            input,
            at,
            input.length,
            Arrays.copyOfRange(other, Math.min(at, other.length), other.length));
      }
    };
  }

  private byte[] word() {
    return WORDS.get(random.nextInt(WORDS.size())).getBytes(StandardCharsets.UTF_8);
  }

  private byte[] flipped(byte[] input, int at) {
    return input.length == 0 ? input : set(input, at, (byte) (input[at] ^ 1 << random.nextInt(8)));
  }

  private static byte[] set(byte[] input, int at, byte value) {
    if (input.length > 0) {
      input[at] = value;
    }
    return input;
  }

  private static byte[] spliced(byte[] input, int from, int to, byte[] part) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(input, 0, from);
    out.writeBytes(part);
    out.write(input, to, input.length - to);
    return out.toByteArray();
  }
}
