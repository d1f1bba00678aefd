package com.lotview.posting.account;

import com.lotview.posting.dispatch.Departure;
import com.lotview.posting.dispatch.JobKind;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Sends checks of sessions and forms to the fleet when their account's turn comes. */
@Component
class SessionCheckDeparture implements Departure {
  private final SessionCheckStore checks;
  private final FormChecks forms;
  private final AccountEvents events;

  SessionCheckDeparture(SessionCheckStore checks, FormChecks forms, AccountEvents events) {
    this.checks = checks;
    this.forms = forms;
    this.events = events;
  }

  @Override
  public JobKind kind() {
    return JobKind.VALIDATE;
  }

  @Override
  public Mono<Integer> depart(UUID dealershipId, UUID jobId, Instant now) {
    return checks
        .findById(jobId)
        .filter(check -> check.state() == SessionCheck.State.WAITING)
        .map(SessionCheck::departing)
        .flatMap(running ->
            checks
                .save(running)
                .then(events.checkRequested(running))
                .thenReturn(running.attempts()))
        .switchIfEmpty(Mono.defer(() -> forms.depart(jobId)));
  }
}
