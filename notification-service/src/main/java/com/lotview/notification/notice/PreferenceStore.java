package com.lotview.notification.notice;

import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What people of the transaction's dealership chose. */
public interface PreferenceStore {
  /** What a person chose; kinds that are missing have their standard. */
  Flux<NoticePreference> of(UUID userId);

  /** Replaces what a person chose. */
  Mono<Void> replace(UUID dealershipId, UUID userId, List<NoticePreference> chosen);
}
