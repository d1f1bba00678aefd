package com.lotview.posting.signin;

import reactor.core.publisher.Mono;

/** Publishes events about sign-ins, in the running transaction. */
public interface SignInEvents {

  /** A worker is to open a browser for it. */
  Mono<Void> browserWanted(SignIn signIn);

  /** A job waits for its account's owner, who can go on in its browser. */
  Mono<Void> ownerWanted(SignIn signIn);
}
