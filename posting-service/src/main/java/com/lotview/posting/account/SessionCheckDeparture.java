package com.lotview.posting.account;

import com.lotview.posting.dispatch.Departure;
import com.lotview.posting.dispatch.JobKind;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Sends a check to the fleet when its account's turn comes. */
@Component
class SessionCheckDeparture implements Departure {
  private final SessionCheckStore checks;
  private final AccountEvents events;

  SessionCheckDeparture(SessionCheckStore checks, AccountEvents events) {
    this.checks = checks;
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
                .thenReturn(running.attempts()));
  }
}
