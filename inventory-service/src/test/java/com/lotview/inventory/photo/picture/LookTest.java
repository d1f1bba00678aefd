package com.lotview.inventory.photo.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LookTest {
  private static final int PICTURES = 25;

  @Tag("long")
  @Test
  void a_picture_is_known_again_however_it_is_encoded_and_sized() {
    int most = 0;
    int steps = 0;
    for (int seed = 1; seed <= PICTURES; seed++) {
      BufferedImage taken = TestImages.drawing(1200, 900, seed);
      Look look = look(TestImages.encoded(taken, "jpg"));
      for (byte[] variant : variants(taken)) {
        Look other = look(variant);
        most = Math.max(most, distance(look, other));
        steps = Math.max(steps, look.steps(other));
        assertThat(look.same(other)).as("%s and %s", look, other).isTrue();
      }
    }
    assertThat(most).as("bits, of 6 that are allowed").isLessThanOrEqualTo(3);
    assertThat(steps).as("steps of the grid, of 2").isLessThanOrEqualTo(1);
  }

  @Test
  void other_pictures_are_other_pictures() {
    List<Look> looks = new ArrayList<>();
    int least = Long.SIZE;
    for (int seed = 1; seed <= PICTURES; seed++) {
      Look look = look(TestImages.jpeg(600, 450, seed));
      for (Look other : looks) {
        least = Math.min(least, distance(look, other));
        assertThat(look.same(other)).isFalse();
      }
      looks.add(look);
    }
    assertThat(least).as("bits").isGreaterThan(12);
  }

  @Tag("long")
  @Test
  void the_same_scene_from_a_little_aside_is_another_picture() {
    int least = Integer.MAX_VALUE;
    for (int seed = 1; seed <= PICTURES; seed++) {
      BufferedImage scene = TestImages.drawing(1224, 900, seed);
      Look left = look(TestImages.encoded(scene.getSubimage(0, 0, 1200, 900), "jpg"));
      Look right = look(TestImages.encoded(scene.getSubimage(24, 0, 1200, 900), "jpg"));
      least = Math.min(least, left.steps(right));
      assertThat(left.same(right)).isFalse();
    }
    assertThat(least).as("steps of the grid").isGreaterThan(6);
  }

  @Test
  void a_logo_a_banner_and_one_colour_are_plain_and_photos_are_not() {
    assertThat(look(TestImages.banner(1)).plain()).isTrue();
    assertThat(look(TestImages.banner(2)).plain()).isTrue();
    assertThat(look(TestImages.encoded(TestImages.filled(Color.GRAY), "jpg")).plain()).isTrue();
    for (int seed = 1; seed <= PICTURES; seed++) {
      assertThat(look(TestImages.jpeg(600, 450, seed)).plain()).isFalse();
    }
    assertThat(look(TestImages.noise(64, 64, 1)).plain()).isFalse();
    assertThat(look(studio()).plain()).as("a car cut out, on white").isFalse();
  }

  private static List<byte[]> variants(BufferedImage taken) {
    return List.of(
        TestImages.encoded(taken, "png"),
        TestImages.encoded(Shrink.of(taken, 800, 600), "jpg"),
        TestImages.encoded(Shrink.of(taken, 321, 240), "jpg"),
        TestImages.quality(taken, 0.3f),
        TestImages.quality(Shrink.of(taken, 640, 480), 0.5f));
  }

  private static byte[] studio() {
    BufferedImage image = TestImages.filled(Color.WHITE);
    Graphics2D pen = image.createGraphics();
    Random random = new Random(1);
    for (int x = 80; x < 720; x += 2) {
      pen.setColor(new Color(120 + x / 12, random.nextInt(40), 20 + x / 10));
      pen.fillRect(x, 260 - Math.abs(x - 400) / 8, 2, 200);
    }
    pen.dispose();
    return TestImages.encoded(image, "jpg");
  }

  private static int distance(Look a, Look b) {
    return Long.bitCount(a.hash() ^ b.hash());
  }

  private static Look look(byte[] file) {
    return Look.of(Decoder.decode(Source.of(file), 2048));
  }
}
