package com.lotview.notification.notice;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Notices of the transaction's dealership. */
public interface NoticeStore {
  /**
   * The recipients of a concern: active people of the kind's roles, and the one who placed the
   * order unless they are known to have left; without people who have turned this kind off.
   */
  Flux<Recipient> recipients(NoticeKind kind, @Nullable UUID ordered);

  /** Adds a notice; one that is to be mailed waits for its mail. */
  Mono<Void> add(UUID dealershipId, Recipient recipient, Notice notice);

  /**
   * A person's notices, newest first.
   *
   * @param before only older ones than this; null: from the newest on
   */
  Flux<Notice> list(UUID userId, boolean unreadOnly, @Nullable UUID before, int limit);

  Mono<Long> countUnread(UUID userId);

  /** Marks one as read; empty if the person has no such notice. */
  Mono<Notice> read(UUID userId, UUID id, Instant at);

  /** Marks all until that moment as read. */
  Mono<Void> readAll(UUID userId, Instant until, Instant at);
}
