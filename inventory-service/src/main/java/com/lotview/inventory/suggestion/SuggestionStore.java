package com.lotview.inventory.suggestion;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Suggestions at rest. Joins the running transaction of a dealership. */
public interface SuggestionStore {

  /** Adds one. */
  Mono<Void> insert(Suggestion suggestion);

  /** The suggestion, locked until the transaction ends. */
  Mono<Suggestion> lock(UUID id);

  /** Stores its decision. */
  Mono<Void> decide(Suggestion decided);

  /**
   * The newest first.
   *
   * @param state null for all
   * @param userId of one person; null for all
   * @param before those before this one; null to begin with the newest
   */
  Flux<Suggestion> list(
      Suggestion.@Nullable State state, @Nullable UUID userId, @Nullable UUID before, int limit);

  /** How many of a person are not decided. */
  Mono<Long> open(UUID userId);
}
