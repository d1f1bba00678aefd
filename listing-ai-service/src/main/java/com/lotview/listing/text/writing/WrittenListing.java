package com.lotview.listing.text.writing;

import com.lotview.listing.text.ListingText;
import com.lotview.listing.text.SourcedSentence;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A text that has passed the checks.
 *
 * @param model the model that wrote it; null for the built-in writer
 * @param rejected why earlier texts, or parts of the dealership's own, were not used, in order
 * @param sources each sentence of the description with the facts that it comes from
 */
public record WrittenListing(
    ListingText text,
    Writer writer,
    @Nullable String model,
    List<String> rejected,
    List<SourcedSentence> sources) {

  public WrittenListing {
    rejected = List.copyOf(rejected);
    sources = List.copyOf(sources);
  }

  /** The same with more reasons why something was not used. */
  WrittenListing leavingOut(List<String> reasons) {
    return new WrittenListing(
        text, writer, model, Stream.concat(rejected.stream(), reasons.stream()).toList(), sources);
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
