package com.lotview.inventory.photo.heif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lotview.inventory.photo.picture.HeifFiles;
import com.lotview.inventory.photo.picture.Picture;
import com.lotview.inventory.photo.picture.Rendition;
import com.lotview.inventory.photo.picture.TestImages;
import com.lotview.inventory.photo.picture.UnusableImageException;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real pictures and the real program, where it is installed (Debian: libheif-examples). */
class HeifDecoderTest {
  private static final int CLOSE = 12;

  @BeforeAll
  static void installed() {
    HeifTool.assumeInstalled();
  }

  @ParameterizedTest
  @ValueSource(strings = {"corners.heic", "corners.avif"})
  void a_picture_becomes_one_of_ours(String name) throws Exception {
    BufferedImage image = whole(TestImages.file(name));

    assertThat(image.getWidth()).isEqualTo(64);
    assertThat(image.getHeight()).isEqualTo(32);
    assertCorners(image, Color.RED, Color.GREEN, Color.BLUE, Color.WHITE);
  }

  /** Turned by the file's own property; the Exif in it says the same once more. */
  @Test
  void a_photo_is_turned_once_and_loses_its_place() throws Exception {
    byte[] taken = TestImages.file("turned.heic");
    assertThat(text(taken)).contains("irot", "secret maker");

    byte[] jpeg = HeifTool.decoder().jpeg(taken);
    Picture picture = Picture.of(jpeg);

    assertThat(text(jpeg)).doesNotContain("Exif", "secret");
    for (Rendition file : new Rendition[] {picture.whole(), picture.list(), picture.thumbnail()}) {
      assertThat(text(file.content())).doesNotContain("Exif", "secret", "GPS", "ICC");
    }
    BufferedImage image = TestImages.decode(picture.whole().content());
    assertThat(image.getWidth()).isEqualTo(32);
    assertThat(image.getHeight()).isEqualTo(64);
    assertCorners(image, Color.BLUE, Color.RED, Color.WHITE, Color.GREEN);
  }

  @Test
  void colours_of_display_p3_become_those_of_srgb() throws Exception {
    BufferedImage image = whole(TestImages.file("p3.heic"));

    assertColor(image, 32, 16, new Color(217, 42, 52));
  }

  @Test
  void of_several_pictures_the_primary_one_is_taken() throws Exception {
    byte[] several = TestImages.file("several.heic");

    assertColor(whole(several), 4, 4, Color.RED);
    assertColor(whole(HeifFiles.withPrimary(several, 4)), 4, 4, Color.WHITE);
  }

  @Test
  void a_picture_that_is_larger_than_it_states_is_refused() {
    byte[] black = TestImages.file("black.heic");

    assertThatThrownBy(() -> whole(black))
        .isInstanceOf(UnusableImageException.class)
        .hasMessage("has 8192 x 8192 pixels; at most 50 megapixels are taken");
    assertThatThrownBy(() -> whole(HeifFiles.withSize(black, 64, 64)))
        .isInstanceOf(UnusableImageException.class);
  }

  @Test
  void a_picture_of_garbage_is_refused() {
    byte[] garbage = TestImages.file("corners.heic");
    Arrays.fill(garbage, text(garbage).indexOf("mdat") + 4, garbage.length, (byte) 0x5A);
    byte[] cut = Arrays.copyOf(TestImages.file("corners.heic"), 500);

    assertThatThrownBy(() -> whole(garbage))
        .isInstanceOf(UnusableImageException.class)
        .hasMessage("cannot be decoded");
    assertThatThrownBy(() -> whole(cut))
        .isInstanceOf(UnusableImageException.class)
        .hasMessage("is cut off or damaged");
  }

  private static BufferedImage whole(byte[] heif) throws Exception {
    return TestImages.decode(Picture.of(HeifTool.decoder().jpeg(heif)).whole().content());
  }

  private static void assertCorners(BufferedImage image, Color... rowByRow) {
    int right = image.getWidth() - 5;
    int below = image.getHeight() - 5;
    assertColor(image, 4, 4, rowByRow[0]);
    assertColor(image, right, 4, rowByRow[1]);
    assertColor(image, 4, below, rowByRow[2]);
    assertColor(image, right, below, rowByRow[3]);
  }

  private static void assertColor(BufferedImage image, int x, int y, Color expected) {
    Color seen = new Color(image.getRGB(x, y));
    int off =
        Math.max(
            Math.abs(seen.getRed() - expected.getRed()),
            Math.max(
                Math.abs(seen.getGreen() - expected.getGreen()),
                Math.abs(seen.getBlue() - expected.getBlue())));
    assertThat(off).as("%s is near %s", seen, expected).isLessThanOrEqualTo(CLOSE);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
