package com.lotview.inventory.feed;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How feeds are fetched.
 *
 * @param encryptionKey private set of keys; empty: feeds without login only
 * @param pollInterval how often to poll for due feeds
 * @param lease after which another process takes over a run whose process says nothing
 * @param fetches how many feeds are fetched in this process at once
 * @param failures so many failed runs in a row raise the alarm
 * @param dropFolder folder with a folder for each dealership, named by its id; empty: none
 * @param dropQuiet a dropped file is complete when it was not changed for so long
 */
@Validated
@ConfigurationProperties("lotview.feeds")
public record FeedProperties(
    @DefaultValue("") String encryptionKey,
    @NotNull @DefaultValue("5s") Duration pollInterval,
    @NotNull @DefaultValue("30s") Duration lease,
    @Min(1) @Max(64) @DefaultValue("4") int fetches,
    @Min(1) @Max(100) @DefaultValue("3") int failures,
    @DefaultValue("") String dropFolder,
    @NotNull @DefaultValue("1m") Duration dropQuiet) {

  @Override
  public String toString() {
    return "FeedProperties[encryptionKey=***, pollInterval="
        + pollInterval
        + ", dropFolder="
        + dropFolder
        + "]";
  }
}
