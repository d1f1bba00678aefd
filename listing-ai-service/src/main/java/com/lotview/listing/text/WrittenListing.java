package com.lotview.listing.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text that has passed the checks.
 *
 * @param model the model that wrote it; null for the built-in writer
 * @param rejected why earlier texts were not used, in order
 */
public record WrittenListing(
    ListingText text, Writer writer, @Nullable String model, List<String> rejected) {

  public WrittenListing {
    rejected = List.copyOf(rejected);
  }

  /** Who wrote it. */
  public enum Writer {
    CLAUDE("claude"),
    BUILT_IN("built-in");

    private final String wire;

    Writer(String wire) {
      this.wire = wire;
    }

    /** The name in events and answers. */
    public String wire() {
      return wire;
    }
  }
}
