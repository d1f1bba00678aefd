package com.lotview.inventory.suggestion;

import reactor.core.publisher.Mono;

/** Publishes events about suggestions, in the running transaction. */
public interface SuggestionEvents {

  /** It was made, accepted or declined. */
  Mono<Void> changed(Suggestion suggestion);
}
