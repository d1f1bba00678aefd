package com.lotview.auth.session;

import java.time.Instant;
import reactor.core.publisher.Mono;

/**
 * The devices and addresses that an e-mail signed in from, by hash. Every call joins the system's
 * transaction.
 */
public interface KnownSources {
  /** Whether the e-mail signed in from the source since the given time. */
  Mono<Boolean> knows(byte[] email, byte[] source, Instant since);

  /** Keeps the source, and forgets those of the e-mail that were last seen before a time. */
  Mono<Void> keep(byte[] email, byte[] source, Instant seenAt, Instant forgetBefore);
}
