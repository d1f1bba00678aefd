package com.lotview.inventory.photo.heif;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.Optional;

/** The real program, which a machine need not have (Debian: libheif-examples). */
public final class HeifTool {
  private static final Optional<HeifDecoder> FOUND = HeifPrograms.find("", Duration.ofMinutes(1));

  private HeifTool() {}

  /** Leaves the test out on a machine without it. */
  public static void assumeInstalled() {
    assumeTrue(FOUND.isPresent(), "heif-dec or heif-convert is installed");
  }

  static HeifDecoder decoder() {
    assumeInstalled();
    return FOUND.orElseThrow();
  }
}
