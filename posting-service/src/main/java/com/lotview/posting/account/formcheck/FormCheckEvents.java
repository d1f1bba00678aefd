package com.lotview.posting.account.formcheck;

import reactor.core.publisher.Mono;

/** Orders form checks from the fleet, in the running transaction. */
public interface FormCheckEvents {

  /** A worker is to read the form now. */
  Mono<Void> formCheckRequested(FormCheck check);
}
