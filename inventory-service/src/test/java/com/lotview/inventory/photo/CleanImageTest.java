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
          Arrays.copyOf(jpeg, jpeg.length - 2),
          Arrays.copyOf(jpeg, 30),
          Arrays.copyOf(png, png.length - 5),
          "GIF89a".getBytes(StandardCharsets.US_ASCII),
          "<svg/>".getBytes(StandardCharsets.US_ASCII),
          new byte[0],
          {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xD9}
        }) {
      assertThatThrownBy(() -> CleanImage.of(bad)).isInstanceOf(UnusableImageException.class);
    }
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static int[] pixels(byte[] bytes) {
    BufferedImage image = TestImages.decode(bytes);
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }
}
