package com.lotview.posting.signin;

import com.lotview.posting.dispatch.Arrival;
import com.lotview.posting.dispatch.JobEnd;
import com.lotview.posting.dispatch.JobKind;
import java.time.Clock;
import java.util.Set;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Takes the ends of the fleet's part. One that brought a session has told so before, with the
 * session; whatever else is still open has failed.
 */
@Service
class SignInEnds implements Arrival {
  private final SignInStore store;
  private final Clock clock;

  SignInEnds(SignInStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  @Override
  public Set<JobKind> kinds() {
    return Set.of(JobKind.SIGN_IN);
  }

  @Override
  public Mono<Void> arrived(JobEnd end) {
    return store.end(end.job().id(), SignIn.State.FAILED, end.why(), null, clock.instant()).then();
  }
}
