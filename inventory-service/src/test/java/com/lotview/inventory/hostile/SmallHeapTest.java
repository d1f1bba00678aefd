package com.lotview.inventory.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.inventory.photo.picture.HostileImages;
import com.lotview.inventory.photo.picture.Picture;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Files that are made to do harm are refused with their reason in a heap of 512 MB. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SmallHeapTest {
  /** Only the pixels of these are kept; data behind or between them is dropped. */
  private static final Set<String> TAKEN =
      Set.of(
          "PNG with a profile that inflates to 300 MB",
          "PNG with a text that inflates to 300 MB",
          "JPEG with 60 MB of segments",
          "JPEG with an Exif that points to itself",
          "JPEG and zip in one",
          "JPEG and JavaScript in one",
          "PNG and HTML in one");

  private final Map<String, byte[]> pictures = HostileImages.all();

  @Tag("long")
  @Test
  void stock_files() {
    Map<String, String> found = SmallHeap.run(HostileTables.class);

    assertThat(found.keySet()).isEqualTo(HostileTables.reasons().keySet());
    HostileTables.reasons()
        .forEach((name, reason) -> assertThat(found.get(name)).as(name).contains(reason));
  }

  @Test
  void pictures() {
    Map<String, String> found = SmallHeap.run(HostilePictures.class);

    assertThat(found.keySet()).isEqualTo(pictures.keySet());
    found.forEach((name, reason) -> {
      if (TAKEN.contains(name)) {
        assertThat(reason).as(name).isEqualTo("(taken)");
      } else {
        assertThat(reason)
            .as(name)
            .containsAnyOf(
                "is no JPEG", "cut off", "pixels", "cannot be read", "cannot be decoded");
      }
    });
  }

  @Test
  void nothing_foreign_is_left_of_what_is_two_things_at_once() {
    pictures.entrySet().stream()
        .filter(file -> file.getKey().endsWith("in one"))
        .forEach(file ->
            assertThat(
                    new String(
                        Picture.of(file.getValue()).whole().content(), StandardCharsets.ISO_8859_1))
                .as(file.getKey())
                .doesNotContain("alert", "evil", "script"));
  }
}
