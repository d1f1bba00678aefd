package com.lotview.posting.posting.model;

import java.util.UUID;
import reactor.core.publisher.Mono;

/** How listings stand at the site; every method joins the running transaction of a dealership. */
public interface SightStore {

  /** The listing's last sight; empty if no look has seen or missed it. */
  Mono<ListingSight> find(UUID postingId);

  /** Replaces the sight. */
  Mono<Void> save(UUID postingId, ListingSight sight);
}
