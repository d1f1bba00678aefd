package com.lotview.posting.account.formcheck;

import reactor.core.publisher.Mono;

/** Tells the fleet of checks of forms, in the running transaction. */
public interface FormCheckEvents {

  /** A worker is to read the form now. */
  Mono<Void> formCheckRequested(FormCheck check);
}
