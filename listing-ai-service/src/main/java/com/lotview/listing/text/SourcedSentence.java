package com.lotview.listing.text;

import java.util.List;

/** A sentence of a text and the facts that it comes from; without facts it has no source. */
public record SourcedSentence(String sentence, List<Fact> facts) {
  public SourcedSentence {
    facts = List.copyOf(facts);
  }
}
