package com.lotview.posting.signin;

import com.lotview.posting.dispatch.JobHandler;
import com.lotview.posting.dispatch.JobKind;
import com.lotview.posting.dispatch.JobResult;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Asks the fleet for the browser of a sign-in, and ends what is still open when that job ends. A
 * session arrives before the job's result, by {@link ServeSignIn}.
 */
@Component
class SignInHandler implements JobHandler {
  private static final int ONLY_ATTEMPT = 1;

  private final SignInStore store;
  private final SignInEvents events;

  SignInHandler(SignInStore store, SignInEvents events) {
    this.store = store;
    this.events = events;
  }

  @Override
  public JobKind kind() {
    return JobKind.SIGN_IN;
  }

  /** Called where the sign-in is made: it waits for no turn. */
  @Override
  public Mono<Integer> start(UUID signInId, Instant now) {
    return store
        .find(signInId)
        .filter(found -> found.openAt(now))
        .flatMap(found -> events.browserWanted(found).thenReturn(ONLY_ATTEMPT));
  }

  /** Never: the session itself, when stored, updates the account. */
  @Override
  public Mono<Boolean> awaits(JobResult result) {
    return Mono.just(false);
  }

  @Override
  public Mono<Void> finished(JobResult result, Instant now) {
    return store.end(result.job().id(), SignIn.State.FAILED, result.why(), null, now).then();
  }
}
