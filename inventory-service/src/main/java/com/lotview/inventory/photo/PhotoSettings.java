package com.lotview.inventory.photo;

import com.lotview.inventory.photo.heif.HeifPrograms;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Limits of the work with photos.
 *
 * @param decodes how many pictures are decoded at once; each takes up to 150 MB
 * @param fetches how many photos are fetched by address at once, of one host at most two
 * @param poll how often due addresses are looked for
 * @param heifDecoder program that decodes HEIC and AVIF; empty: the first on the PATH; {@code none}
 * @param heifTimeout for each such picture; 1 s to 2 min, less than a photo by address may take
 */
@Validated
@ConfigurationProperties("lotview.photos")
public record PhotoSettings(
    @Min(1) @Max(16) @DefaultValue("2") int decodes,
    @Min(1) @Max(64) @DefaultValue("8") int fetches,
    @DefaultValue("2s") Duration poll,
    @DefaultValue("") String heifDecoder,
    @DefaultValue("30s") Duration heifTimeout) {

  private static final Duration MIN_TIMEOUT = Duration.ofSeconds(1);
  private static final Duration MAX_TIMEOUT = Duration.ofMinutes(2);

  public PhotoSettings {
    if (heifTimeout.compareTo(MIN_TIMEOUT) < 0 || heifTimeout.compareTo(MAX_TIMEOUT) > 0) {
      throw new IllegalArgumentException(
          "lotview.photos.heif-timeout (PHOTO_HEIF_TIMEOUT) must be from 1s to 2m");
    }
    boolean program = !heifDecoder.isEmpty() && !heifDecoder.equals(HeifPrograms.NONE);
    if (program && !Files.isExecutable(Path.of(heifDecoder))) {
      throw new IllegalArgumentException(
          "lotview.photos.heif-decoder (PHOTO_HEIF_DECODER): " + heifDecoder + " is no program");
    }
  }
}
