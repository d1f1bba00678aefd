package com.lotview.inventory.photo.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a picture becomes. What is refused: {@link RefusedPictureTest}. */
class PictureTest {
  private static final int CLOSE = 12;

  @Test
  void nothing_but_its_pixels_is_left_of_a_photo() {
    byte[] taken = TestImages.jpeg(64, 48, 7);
    byte[] html = "<html><script>secret</script>".getBytes(StandardCharsets.US_ASCII);
    for (int segment : new int[] {0xFE, 0xE0, 0xE3, 0xEF, 0xE2}) {
      taken = TestImages.withSegment(taken, segment, html);
    }
    taken = TestImages.withSegment(taken, 0xE1, TestImages.exifWithPlace());
    int whole = taken.length;
    taken = Arrays.copyOf(taken, whole + html.length);
    System.arraycopy(html, 0, taken, whole, html.length);

    Picture picture = Picture.of(taken);

    for (Rendition file : new Rendition[] {picture.whole(), picture.list(), picture.thumbnail()}) {
      assertThat(text(file.content())).doesNotContain("GPS", "secret", "html", "Exif", "ICC");
      assertThat(file.content()).startsWith(0xFF, 0xD8, 0xFF);
    }
    assertThat(picture.whole().width()).as("turned upright").isEqualTo(48);
    assertThat(picture.whole().height()).isEqualTo(64);
  }

  @Test
  void a_large_photo_is_kept_in_three_sizes() {
    Picture picture = Picture.of(TestImages.jpeg(3000, 2000, 3));

    assertThat(sizes(picture)).containsExactly(2048, 1365, 800, 533, 320, 213);
  }

  @Test
  void a_small_photo_is_not_enlarged() {
    Picture picture = Picture.of(TestImages.jpeg(500, 400, 3));

    assertThat(sizes(picture)).containsExactly(500, 400, 500, 400, 320, 256);
  }

  @ParameterizedTest
  @CsvSource({
    "1, RED, GREEN, BLUE, WHITE",
    "2, GREEN, RED, WHITE, BLUE",
    "3, WHITE, BLUE, GREEN, RED",
    "4, BLUE, WHITE, RED, GREEN",
    "5, RED, BLUE, GREEN, WHITE",
    "6, BLUE, RED, WHITE, GREEN",
    "7, WHITE, GREEN, BLUE, RED",
    "8, GREEN, WHITE, RED, BLUE"
  })
  void a_photo_is_turned_as_its_camera_was_held(
      int orientation, String topLeft, String topRight, String bottomLeft, String bottomRight) {
    BufferedImage corners = new BufferedImage(64, 32, BufferedImage.TYPE_INT_RGB);
    Color[] colors = {Color.RED, Color.GREEN, Color.BLUE, Color.WHITE};
    Graphics2D pen = corners.createGraphics();
    for (int i = 0; i < 4; i++) {
      pen.setColor(colors[i]);
      pen.fillRect(i % 2 * 32, i / 2 * 16, 32, 16);
    }
    pen.dispose();
    byte[] taken =
        TestImages.withSegment(
            TestImages.encoded(corners, "jpg"), 0xE1, TestImages.exif(orientation));

    BufferedImage image = whole(taken);

    int right = image.getWidth() - 5;
    int below = image.getHeight() - 5;
    assertThat(right > below).isEqualTo(orientation < 5);
    assertColor(image, 4, 4, color(topLeft));
    assertColor(image, right, 4, color(topRight));
    assertColor(image, 4, below, color(bottomLeft));
    assertColor(image, right, below, color(bottomRight));
  }

  @Test
  void colours_of_a_profile_become_those_of_srgb() {
    BufferedImage grey = new BufferedImage(32, 32, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = grey.createGraphics();
    pen.setColor(new Color(128, 128, 128));
    pen.fillRect(0, 0, 32, 32);
    pen.dispose();
    byte[] profile = TestImages.profileSegment(TestImages.profile());

    byte[] jpeg = TestImages.withSegment(TestImages.encoded(grey, "jpg"), 0xE2, profile);
    byte[] png =
        TestImages.withChunk(TestImages.encoded(grey, "png"), "iCCP", TestImages.pngProfile());

    // Half of the light is 188 of 255 in sRGB.
    assertColor(whole(jpeg), 16, 16, new Color(188, 188, 188));
    assertColor(whole(png), 16, 16, new Color(188, 188, 188));
  }

  @Test
  void a_profile_that_is_none_or_too_long_is_left_out() {
    byte[] plain = TestImages.jpeg(64, 48, 7);
    byte[] nonsense = TestImages.profileSegment(new byte[4000]);
    byte[] cut = TestImages.profileSegment(Arrays.copyOf(TestImages.profile(), 200));
    byte[] jpeg = plain;
    for (int part = 1; part <= 70; part++) {
      byte[] long64k = TestImages.profileSegment(new byte[60_000]);
      long64k[12] = (byte) part;
      jpeg = TestImages.withSegment(jpeg, 0xE2, long64k);
    }
    byte[] png =
        TestImages.withChunk(
            TestImages.png(64, 48, 7), "iCCP", TestImages.pngProfile(new byte[4_500_000]));

    byte[] expected = Picture.of(plain).whole().content();
    assertThat(Picture.of(TestImages.withSegment(plain, 0xE2, nonsense)).whole().content())
        .isEqualTo(expected);
    assertThat(Picture.of(TestImages.withSegment(plain, 0xE2, cut)).whole().content())
        .isEqualTo(expected);
    assertThat(jpeg.length).isGreaterThan(4_000_000);
    assertThat(Picture.of(jpeg).whole().content()).isEqualTo(expected);
    assertThat(Picture.of(png).whole().content().length).isLessThan(20_000);
  }

  @Test
  void a_photo_for_print_becomes_one_for_screens() {
    assertColor(whole(file("cmyk.jpg")), 32, 24, new Color(254, 0, 0), 40);
  }

  @Test
  void a_png_of_16_bits_keeps_its_colours() {
    byte[] deep = TestImages.deepPng(64, 48, 0xC000, 0x4000, 0x2000);

    assertColor(whole(deep), 32, 24, new Color(0xC0, 0x40, 0x20));
  }

  @Test
  void what_is_transparent_becomes_white() {
    BufferedImage glass = new BufferedImage(32, 32, BufferedImage.TYPE_INT_ARGB);
    glass.setRGB(16, 16, 0xFF000000);

    assertColor(whole(TestImages.encoded(glass, "png")), 2, 2, Color.WHITE);
    assertColor(whole(file("alpha.webp")), 2, 2, Color.WHITE);
    assertColor(whole(file("alpha.webp")), 30, 20, new Color(0, 128, 0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"lossy.webp", "lossless.webp"})
  void a_webp_is_read(String name) {
    BufferedImage image = whole(file(name));

    assertThat(image.getWidth()).isEqualTo(90);
    assertColor(image, 2, 2, new Color(5, 60, 8), 20);
    assertColor(image, 87, 57, new Color(246, 60, 242), 20);
  }

  @Test
  void a_webp_is_turned_and_loses_its_exif() {
    Picture picture = Picture.of(file("turned.webp"));

    assertThat(picture.whole().width()).isEqualTo(60);
    assertThat(picture.whole().height()).isEqualTo(90);
    assertThat(text(picture.whole().content())).doesNotContain("secret", "GPS");
  }

  @ParameterizedTest
  @ValueSource(strings = {"animated.webp", "animated.png"})
  void an_animation_shows_its_first_picture(String name) {
    BufferedImage image = whole(file(name));

    assertThat(image.getWidth()).isEqualTo(40);
    assertColor(image, 20, 15, new Color(254, 0, 0));
  }

  @Test
  void a_whole_photo_without_its_end_marker_is_mended() {
    byte[] jpeg = TestImages.jpeg(64, 48, 7);
    byte[] png = TestImages.png(30, 20, 3);
    byte[] progressive = TestImages.progressive(160, 120, 5);

    // Without the marker, and with half of it.
    for (int missing = 1; missing <= 2; missing++) {
      assertSame(Arrays.copyOf(jpeg, jpeg.length - missing), jpeg);
      assertSame(Arrays.copyOf(progressive, progressive.length - missing), progressive);
    }
    for (int missing = 1; missing <= 12; missing++) {
      assertSame(Arrays.copyOf(png, png.length - missing), png);
    }
  }

  @Test
  void a_photo_of_48_megapixels_takes_little_memory() {
    BufferedImage large = new BufferedImage(8000, 6000, BufferedImage.TYPE_BYTE_GRAY);
    byte[] jpeg = TestImages.encoded(large, "jpg");
    byte[] png = TestImages.encoded(large, "png");
    Picture.of(TestImages.jpeg(64, 48, 1));

    for (byte[] file : new byte[][] {jpeg, png}) {
      long before = allocated();
      Picture picture = Picture.of(file);
      long taken = allocated() - before;

      assertThat(picture.whole().width()).isEqualTo(2048);
      // All that was allocated, also what was free again at once: more than what is held.
      assertThat(taken).isLessThan(150L * 1024 * 1024);
    }
  }

  @Test
  void memory_of_a_colour_photo_is_bounded() {
    byte[] jpeg = TestImages.jpeg(5600, 4200, 4);
    Picture.of(TestImages.jpeg(64, 48, 1));

    long before = allocated();
    Picture.of(jpeg);

    assertThat(allocated() - before).isLessThan(150L * 1024 * 1024);
  }

  private static long allocated() {
    return ((com.sun.management.ThreadMXBean)
            java.lang.management.ManagementFactory.getThreadMXBean())
        .getCurrentThreadAllocatedBytes();
  }

  private static void assertSame(byte[] file, byte[] whole) {
    assertThat(Picture.of(file).whole().content()).isEqualTo(Picture.of(whole).whole().content());
  }

  private static int[] sizes(Picture picture) {
    return new int[] {
      picture.whole().width(), picture.whole().height(),
      picture.list().width(), picture.list().height(),
      picture.thumbnail().width(), picture.thumbnail().height()
    };
  }

  private static BufferedImage whole(byte[] file) {
    return TestImages.decode(Picture.of(file).whole().content());
  }

  private static Color color(String name) {
    return switch (name) {
      case "RED" -> Color.RED;
      case "GREEN" -> Color.GREEN;
      case "BLUE" -> Color.BLUE;
      default -> Color.WHITE;
    };
  }

  private static void assertColor(BufferedImage image, int x, int y, Color expected) {
    assertColor(image, x, y, expected, CLOSE);
  }

  private static void assertColor(BufferedImage image, int x, int y, Color expected, int close) {
    Color seen = new Color(image.getRGB(x, y));
    int off =
        Math.max(
            Math.abs(seen.getRed() - expected.getRed()),
            Math.max(
                Math.abs(seen.getGreen() - expected.getGreen()),
                Math.abs(seen.getBlue() - expected.getBlue())));
    assertThat(off).as("%s is near %s", seen, expected).isLessThanOrEqualTo(close);
  }

  private static byte[] file(String name) {
    return TestImages.file(name);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
