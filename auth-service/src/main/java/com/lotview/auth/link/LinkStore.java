package com.lotview.auth.link;

import java.time.Instant;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Stores one-time links by the hash of their token. Every call joins the running transaction. */
public interface LinkStore {
  /** Adds a link to the person, by the hash of its token. */
  Mono<Void> add(LinkOwner owner, LinkPurpose purpose, byte[] hash, Instant at);

  /** Ends the person's links for the purpose; they stay until they are forgotten. */
  Mono<Void> withdraw(UUID userId, LinkPurpose purpose);

  /** Deletes links of before that time. */
  Mono<Void> forget(UUID userId, Instant before);

  /** How many links for the purpose the person was sent since then. */
  Mono<Long> count(UUID userId, LinkPurpose purpose, Instant since);

  /** The owner of the link, if it is still valid; needs the system's transaction. */
  Mono<LinkOwner> find(byte[] hash, LinkPurpose purpose, Instant now);

  /** Redeems the link: true for one caller only, and only if it is still valid. */
  Mono<Boolean> use(byte[] hash, Instant now);
}
