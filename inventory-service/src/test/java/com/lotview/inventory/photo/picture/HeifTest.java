package com.lotview.inventory.photo.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is known of a HEIF file before another program decodes it. */
class HeifTest {
  @ParameterizedTest
  @CsvSource({
    "heic, mif1, true, false",
    "mif1, heic, true, false",
    "mif1, avif, true, true",
    "avif, mif1, true, true",
    "msf1, hevc, true, false",
    "MiHB, heic, true, false",
    "isom, mp42, false, false",
    "'qt  ', qt, false, false"
  })
  void a_file_is_known_by_its_brands(String major, String other, boolean heif, boolean avif) {
    byte[] file = start(major, other);

    assertThat(Heif.matches(file)).isEqualTo(heif);
    assertThat(Heif.isAvif(file)).isEqualTo(avif);
  }

  @Test
  void of_several_pictures_only_the_primary_one_is_shown() {
    byte[] several = TestImages.file("several.heic");

    byte[] first = Heif.primaryOnly(several);
    byte[] second = Heif.primaryOnly(HeifFiles.withPrimary(several, 4));

    assertThat(HeifFiles.shown(several)).isEqualTo("2 4");
    assertThat(HeifFiles.shown(first)).isEqualTo("2");
    assertThat(HeifFiles.shown(second)).isEqualTo("4");
  }

  @Test
  void metadata_is_not_given_to_another_program() {
    byte[] taken = TestImages.file("turned.heic");

    byte[] given = Heif.primaryOnly(taken);

    assertThat(text(taken)).contains("infe", "Exif\0");
    assertThat(text(given)).contains("none\0");
    assertThat(text(given).indexOf("Exif\0")).as("the item's type").isNotIn(index(taken, "Exif\0"));
    assertThat(given).hasSameSizeAs(taken);
  }

  @Test
  void a_picture_that_states_too_many_pixels_or_none_is_refused() {
    byte[] corners = TestImages.file("corners.heic");

    assertRefused(
        HeifFiles.withSize(corners, 50_000, 50_000),
        "has 50000 x 50000 pixels; at most 50 megapixels are taken");
    assertRefused(
        HeifFiles.withSize(corners, -1, -1),
        "has 4294967295 x 4294967295 pixels; at most 50 megapixels are taken");
    assertRefused(HeifFiles.withSize(corners, 0, 32), "has no size");
    assertRefused(HeifFiles.renamed(corners, "ispe", "free"), "has no size");
  }

  @Test
  void what_is_cut_off_or_garbage_is_refused() {
    byte[] whole = TestImages.file("turned.heic");
    int pixels = index(whole, "mdat");
    for (int length = 24; length < whole.length; length += 7) {
      if (Math.abs(length - pixels) <= 4) {
        // The boxes that are there are whole; the program misses the pixels.
        continue;
      }
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> Heif.primaryOnly(cut))
          .as("%d of %d bytes", length, whole.length)
          .isInstanceOf(UnusableImageException.class);
    }
    for (String box : new String[] {"pitm", "iinf", "iprp", "ipco", "ipma"}) {
      assertRefused(HeifFiles.renamed(whole, box, "free"), "is cut off or damaged");
    }
    assertRefused(HeifFiles.withPrimary(whole, 99), "has no size");
    assertRefused(start("heic", "mif1"), "has no picture in it");
    byte[] garbage = Arrays.copyOf(start("heic", "mif1"), 5_000);
    Arrays.fill(garbage, 20, garbage.length, (byte) 0x5A);
    assertRefused(garbage, "has no picture in it");
  }

  @Test
  void bytes_after_the_picture_do_no_harm() {
    byte[] corners = TestImages.file("corners.heic");
    byte[] longer = Arrays.copyOf(corners, corners.length + 100);
    Arrays.fill(longer, corners.length, longer.length, (byte) 0x5A);

    assertThat(Heif.primaryOnly(longer)).startsWith(Heif.primaryOnly(corners));
  }

  private static byte[] start(String major, String other) {
    return ByteBuffer.allocate(20)
        .putInt(20)
        .put("ftyp".getBytes(StandardCharsets.ISO_8859_1))
        .put(Arrays.copyOf(major.getBytes(StandardCharsets.ISO_8859_1), 4))
        .putInt(0)
        .put(Arrays.copyOf(other.getBytes(StandardCharsets.ISO_8859_1), 4))
        .array();
  }

  private static int index(byte[] bytes, String text) {
    return text(bytes).indexOf(text);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static void assertRefused(byte[] file, String reason) {
    assertThatThrownBy(() -> Heif.primaryOnly(file))
        .isInstanceOf(UnusableImageException.class)
        .hasMessage(reason);
  }
}
