package com.lotview.inventory.photo.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RefusedPictureTest {
  @Test
  void a_header_that_promises_too_many_pixels_is_refused_unread() {
    byte[] png = TestImages.png(30, 20, 3);
    ByteBuffer.wrap(png).putInt(16, 50_000).putInt(20, 50_000);
    byte[] jpeg = TestImages.jpeg(64, 48, 1);
    int frame = TestImages.frame(jpeg);
    ByteBuffer.wrap(jpeg).putShort(frame + 5, (short) 50_000).putShort(frame + 7, (short) 50_000);

    assertRefused(png, "has 50000 x 50000 pixels; at most 50 megapixels are taken");
    assertRefused(jpeg, "has 50000 x 50000 pixels; at most 50 megapixels are taken");
  }

  @Test
  void a_header_that_lies_is_refused() {
    byte[] larger = TestImages.png(30, 20, 3);
    ByteBuffer.wrap(larger).putInt(20, 40);
    byte[] smaller = TestImages.png(30, 20, 3);
    ByteBuffer.wrap(smaller).putInt(20, 10);
    byte[] extended = TestImages.file("alpha.webp");
    byte[] taller = TestImages.noise(64, 48, 1);
    ByteBuffer.wrap(taller).putShort(TestImages.frame(taller) + 5, (short) 4000);

    assertRefused(TestImages.sealed(larger), "is cut off or damaged");
    assertRefused(TestImages.sealed(smaller), "is cut off or damaged");
    assertRefused(taller, "is cut off or damaged");
    assertThat(Picture.of(extended).whole().width()).isEqualTo(60);
  }

  @Test
  void a_small_png_that_inflates_to_a_gigabyte_is_refused_before_it_does() {
    byte[] bomb = TestImages.bomb(100, 100, 1_500);

    assertThat(bomb.length).isLessThan(5 * 1024 * 1024);
    assertRefused(bomb, "is cut off or damaged");
  }

  @Test
  void a_png_with_a_wrong_sum_or_garbage_for_pixels_is_refused() {
    byte[] wrongSum = TestImages.png(30, 20, 3);
    wrongSum[wrongSum.length - 14] ^= 1;
    byte[] garbage =
        TestImages.withPixels(TestImages.png(30, 20, 3), new byte[] {1, 2, 3, 4, 5, 6, 7});

    assertRefused(wrongSum, "is cut off or damaged");
    assertRefused(garbage, "is cut off or damaged");
  }

  @Test
  void what_is_cut_off_is_refused() {
    byte[] jpeg = TestImages.jpeg(64, 48, 7);
    byte[] png = TestImages.png(30, 20, 3);
    byte[] webp = TestImages.file("lossy.webp");
    for (byte[] whole : new byte[][] {jpeg, png, webp}) {
      for (int length : new int[] {whole.length - 30, whole.length / 2, 30, 13}) {
        byte[] cut = Arrays.copyOf(whole, length);
        assertThatThrownBy(() -> Picture.of(cut))
            .as("%d of %d bytes", length, whole.length)
            .isInstanceOf(UnusableImageException.class);
      }
    }
  }

  @Test
  void a_jpeg_cut_off_anywhere_in_its_pixels_is_refused() {
    byte[] jpeg = TestImages.noise(96, 64, 9);
    int scan = TestImages.lastScan(jpeg) + 20;

    for (int length = scan; length < jpeg.length - 4; length += (jpeg.length - scan) / 23) {
      byte[] cut = Arrays.copyOf(jpeg, length);
      assertRefused(cut, "is cut off or damaged");
      byte[] ended = Arrays.copyOf(cut, length + 2);
      ended[length] = (byte) 0xFF;
      ended[length + 1] = (byte) 0xD9;
      assertRefused(ended, "is cut off or damaged");
    }
  }

  @Test
  void a_progressive_jpeg_is_whole_with_its_last_scan_only() {
    byte[] jpeg = TestImages.progressive(160, 120, 5);

    int lastScan = TestImages.lastScan(jpeg);
    for (int length : new int[] {lastScan, lastScan + 20, jpeg.length - 12}) {
      assertRefused(Arrays.copyOf(jpeg, length), "is cut off or damaged");
    }
  }

  @Test
  void a_progressive_jpeg_of_very_many_scans_is_refused() {
    byte[] jpeg = TestImages.progressive(160, 120, 5);
    int scan = TestImages.lastScan(jpeg);
    int length = jpeg.length - 2 - scan;
    ByteBuffer many = ByteBuffer.allocate(jpeg.length + 100 * length);
    many.put(jpeg, 0, jpeg.length - 2);
    for (int i = 0; i < 100; i++) {
      many.put(jpeg, scan, length);
    }
    many.put((byte) 0xFF).put((byte) 0xD9);

    assertRefused(many.array(), "is cut off or damaged");
  }

  @Test
  void other_formats_are_named() {
    assertRefused(
        heif("heic"),
        "is a HEIC image, which cannot be read; save it as JPEG, or set an"
            + " iPhone to Settings, Camera, Formats, Most Compatible");
    assertRefused(heif("avif"), "is an AVIF image, which cannot be read; save it as JPEG");
    for (String other : new String[] {"GIF89a.......", "<svg/>", "", "RIFF....WAVE", "%PDF-1.7"}) {
      assertRefused(other.getBytes(StandardCharsets.US_ASCII), "is no JPEG, PNG or WebP image");
    }
    assertRefused(
        new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xD9}, "is cut off or damaged");
  }

  private static byte[] heif(String brand) {
    return ("\0\0\0\24ftyp" + brand + "\0\0\0\0mif1").getBytes(StandardCharsets.ISO_8859_1);
  }

  private static void assertRefused(byte[] file, String reason) {
    assertThatThrownBy(() -> Picture.of(file))
        .isInstanceOf(UnusableImageException.class)
        .hasMessage(reason);
  }
}
