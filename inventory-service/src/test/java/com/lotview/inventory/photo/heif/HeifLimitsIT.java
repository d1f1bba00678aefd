package com.lotview.inventory.photo.heif;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.inventory.photo.PhotoTest;
import com.lotview.inventory.photo.picture.HeifFiles;
import com.lotview.inventory.photo.picture.TestImages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The service with a program that decodes small pictures, and hangs or writes without end. */
@Tag("servers")
class HeifLimitsIT extends PhotoTest {
  @TempDir static Path folder;

  @DynamicPropertySource
  static void program(DynamicPropertyRegistry registry) throws IOException {
    Path made = Files.write(folder.resolve("made.jpg"), TestImages.jpeg(40, 30, 1));
    Path program = folder.resolve("program");
    Files.writeString(
        program,
        """
        #!/bin/sh
        if grep -q HANGS "$4"; then sleep 1000; fi
        if grep -q WRITES "$4"; then cat /dev/zero > "$5"; exit $?; fi
        if grep -q FAILS "$4"; then exit 1; fi
        cp %s "$5"
        """
            .formatted(made));
    assertThat(program.toFile().setExecutable(true)).isTrue();
    registry.add("lotview.photos.heif-decoder", program::toString);
    registry.add("lotview.photos.heif-timeout", () -> "5s");
  }

  @Test
  void pictures_beyond_the_limits_are_refused_and_the_others_are_taken() {
    byte[] heic = TestImages.file("corners.heic");

    upload(
            HeifFiles.withText(heic, "HANGS"),
            HeifFiles.withText(heic, "FAILS"),
            heic,
            TestImages.jpeg(64, 48, 2))
        .expectStatus()
        .isCreated()
        .expectBody()
        .jsonPath("$.images.length()")
        .isEqualTo(2)
        .jsonPath("$.images[0].width")
        .isEqualTo(40)
        .jsonPath("$.refused.length()")
        .isEqualTo(2)
        .jsonPath("$.refused[0].reason")
        .isEqualTo("takes more time or memory to decode than a photo does; save it as JPEG")
        .jsonPath("$.refused[1].reason")
        .isEqualTo("cannot be decoded");
  }

  @Test
  void a_picture_that_fills_the_disk_is_refused_alone() {
    upload(
            HeifFiles.withText(TestImages.file("corners.heic"), "WRITES"),
            TestImages.jpeg(64, 48, 2))
        .expectStatus()
        .isCreated()
        .expectBody()
        .jsonPath("$.images.length()")
        .isEqualTo(1)
        .jsonPath("$.refused.length()")
        .isEqualTo(1);
  }
}
