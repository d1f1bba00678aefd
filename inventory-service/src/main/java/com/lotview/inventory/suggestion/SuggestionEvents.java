package com.lotview.inventory.suggestion;

import reactor.core.publisher.Mono;

/** Tells the outside of suggestions, in the running transaction. */
public interface SuggestionEvents {

  /** It was made, accepted or declined. */
  Mono<Void> changed(Suggestion suggestion);
}
