package com.lotview.inventory.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lotview.inventory.photo.heif.HeifPrograms;
import com.lotview.inventory.photo.heif.HeifTool;
import com.lotview.inventory.photo.picture.TestImages;
import com.lotview.inventory.photo.picture.UnusableImageException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** HEIC where a program decodes it, and where none does. */
class PictureReaderTest {
  /** Switched off, and a program that decodes nothing. */
  @ParameterizedTest
  @ValueSource(strings = {HeifPrograms.NONE, "/bin/false", "/bin/true"})
  void without_a_program_heic_is_refused_by_its_name(String program) {
    PictureReader pictures = new PictureReader(settings(program, 30));

    assertThat(pictures.contentTypes()).containsExactly("image/jpeg", "image/png", "image/webp");
    assertRefused(
        pictures,
        "corners.heic",
        "is a HEIC image, which cannot be read; save it as JPEG, or set an iPhone to Settings,"
            + " Camera, Formats, Most Compatible");
    assertRefused(
        pictures, "corners.avif", "is an AVIF image, which cannot be read; save it as JPEG");
    assertThat(pictures.read(TestImages.jpeg(9, 9, 1)).block()).isNotNull();
    pictures.destroy();
  }

  @Test
  void with_the_program_heic_is_read() {
    HeifTool.assumeInstalled();
    PictureReader pictures = new PictureReader(settings("", 30));

    assertThat(pictures.contentTypes()).contains("image/heic", "image/heif", "image/avif");
    assertThat(pictures.read(TestImages.file("turned.heic")).block().whole().height())
        .isEqualTo(64);
    pictures.destroy();
  }

  @Test
  void settings_that_cannot_work_are_refused() {
    assertThatThrownBy(() -> settings("/nowhere/heif-dec", 30))
        .hasMessageContaining("PHOTO_HEIF_DECODER")
        .hasMessageContaining("/nowhere/heif-dec is no program");
    assertThatThrownBy(() -> settings("", 0)).hasMessageContaining("PHOTO_HEIF_TIMEOUT");
    assertThatThrownBy(() -> settings("", 121)).hasMessageContaining("PHOTO_HEIF_TIMEOUT");
  }

  private static PhotoSettings settings(String program, int seconds) {
    return new PhotoSettings(1, 1, Duration.ofSeconds(2), program, Duration.ofSeconds(seconds));
  }

  private static void assertRefused(PictureReader pictures, String file, String reason) {
    assertThatThrownBy(() -> pictures.read(TestImages.file(file)).block())
        .isInstanceOf(UnusableImageException.class)
        .hasMessage(reason);
  }
}
