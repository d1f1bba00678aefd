package com.lotview.inventory.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CleanImageTest {
  @Test
  void a_jpeg_loses_its_place_and_comments_but_no_pixel_and_not_its_turn() {
    byte[] plain = TestImages.jpeg(64, 48, 7);
    byte[] secret = "secret comment".getBytes(StandardCharsets.US_ASCII);
    byte[] taken = TestImages.withSegment(plain, 0xFE, secret);
    taken = TestImages.withSegment(taken, 0xE1, TestImages.exifWithPlace());
    taken = Arrays.copyOf(taken, taken.length + 100);

    CleanImage clean = CleanImage.of(taken);

    assertThat(text(clean.content())).doesNotContain("GPS", "secret").contains("Exif");
    assertThat(clean.file().width()).isEqualTo(64);
    assertThat(clean.file().height()).isEqualTo(48);
    assertThat(clean.file().bytes()).isEqualTo(clean.content().length).isLessThan(taken.length);
    assertThat(pixels(clean.content())).isEqualTo(pixels(plain));
    assertThat(CleanImage.of(clean.content()).content()).isEqualTo(clean.content());
  }

  @Test
  void an_upright_jpeg_keeps_no_exif_at_all() {
    byte[] taken =
        TestImages.withSegment(
            TestImages.jpeg(8, 8, 1), 0xE1, "Exif\0\0nonsense".getBytes(StandardCharsets.US_ASCII));

    assertThat(text(CleanImage.of(taken).content())).doesNotContain("Exif");
  }

  @Test
  void a_png_keeps_its_pixels() {
    byte[] png = TestImages.png(30, 20, 3);

    CleanImage clean = CleanImage.of(Arrays.copyOf(png, png.length + 9));

    assertThat(clean.content()).isEqualTo(png);
    assertThat(clean.file().contentType()).isEqualTo("image/png");
  }

  @Test
  void a_header_that_promises_too_many_pixels_is_refused_unread() {
    byte[] png = TestImages.png(30, 20, 3);
    ByteBuffer.wrap(png).putInt(16, 50_000).putInt(20, 50_000);

    assertThatThrownBy(() -> CleanImage.of(png))
        .isInstanceOf(UnusableImageException.class)
        .hasMessageContaining("50000 x 50000");
  }

  @Test
  void what_is_cut_off_or_no_image_is_refused() {
    byte[] jpeg = TestImages.jpeg(64, 48, 7);
    byte[] png = TestImages.png(30, 20, 3);
    for (byte[] bad :
        new byte[][] {
          Arrays.copyOf(jpeg, jpeg.length - 30),
          Arrays.copyOf(jpeg, jpeg.length / 2),
          Arrays.copyOf(jpeg, 30),
          Arrays.copyOf(png, png.length - 20),
          Arrays.copyOf(png, png.length / 2),
          "GIF89a".getBytes(StandardCharsets.US_ASCII),
          "<svg/>".getBytes(StandardCharsets.US_ASCII),
          new byte[0],
          {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xD9}
        }) {
      assertThatThrownBy(() -> CleanImage.of(bad)).isInstanceOf(UnusableImageException.class);
    }
  }

  @Test
  void a_whole_photo_without_its_end_marker_is_mended() {
    byte[] jpeg = TestImages.jpeg(64, 48, 7);
    byte[] png = TestImages.png(30, 20, 3);

    // Without the marker, and with half of it.
    assertThat(CleanImage.of(Arrays.copyOf(jpeg, jpeg.length - 2)).content()).isEqualTo(jpeg);
    assertThat(CleanImage.of(Arrays.copyOf(jpeg, jpeg.length - 1)).content()).isEqualTo(jpeg);
    for (int missing = 1; missing <= 12; missing++) {
      assertThat(CleanImage.of(Arrays.copyOf(png, png.length - missing)).content()).isEqualTo(png);
    }
  }

  @Test
  void a_progressive_photo_is_whole_with_its_last_scan_only() {
    byte[] jpeg = TestImages.progressive(160, 120, 5);

    assertThat(CleanImage.of(Arrays.copyOf(jpeg, jpeg.length - 2)).content())
        .isEqualTo(CleanImage.of(jpeg).content());
    int lastScan = TestImages.lastScan(jpeg);
    for (int length : new int[] {lastScan, lastScan + 20, jpeg.length - 12}) {
      assertThatThrownBy(() -> CleanImage.of(Arrays.copyOf(jpeg, length)))
          .isInstanceOf(UnusableImageException.class);
    }
  }

  @Test
  void a_photo_cut_off_anywhere_in_its_pixels_is_refused() {
    byte[] jpeg = TestImages.noise(96, 64, 9);
    int scan = TestImages.lastScan(jpeg) + 20;

    for (int length = scan; length < jpeg.length - 4; length += (jpeg.length - scan) / 23) {
      byte[] cut = Arrays.copyOf(jpeg, length);
      assertThatThrownBy(() -> CleanImage.of(cut))
          .as("%d of %d bytes", length, jpeg.length)
          .isInstanceOf(UnusableImageException.class)
          .hasMessageContaining("cut off");
    }
  }

  @Test
  void a_jpeg_keeps_its_colour_profile_and_nothing_else_of_app2() {
    byte[] profile = TestImages.profile();
    byte[] plain = TestImages.jpeg(64, 48, 7);
    byte[] taken = TestImages.withSegment(plain, 0xE2, TestImages.profileSegment(profile));
    taken = TestImages.withSegment(taken, 0xE2, "MPF\0GPS".getBytes(StandardCharsets.US_ASCII));
    taken = TestImages.withSegment(taken, 0xE1, TestImages.exifWithPlace());

    CleanImage clean = CleanImage.of(taken);

    assertThat(text(clean.content())).doesNotContain("GPS").contains("ICC_PROFILE");
    assertThat(TestImages.profileOf(clean.content())).isEqualTo(profile);
    assertThat(CleanImage.of(Arrays.copyOf(taken, taken.length - 2)).content())
        .isEqualTo(clean.content());
  }

  @Test
  void a_png_keeps_its_colour_profile() {
    byte[] png = TestImages.withChunk(TestImages.png(30, 20, 3), "iCCP", TestImages.pngProfile());
    byte[] taken =
        TestImages.withChunk(png, "tEXt", "Author\0secret".getBytes(StandardCharsets.US_ASCII));

    assertThat(CleanImage.of(taken).content()).isEqualTo(png);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static int[] pixels(byte[] bytes) {
    BufferedImage image = TestImages.decode(bytes);
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }
}
