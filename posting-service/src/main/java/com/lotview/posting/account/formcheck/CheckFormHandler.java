package com.lotview.posting.account.formcheck;

import com.lotview.posting.dispatch.JobHandler;
import com.lotview.posting.dispatch.JobKind;
import com.lotview.posting.dispatch.JobResult;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Hands checks of forms to the fleet and keeps their reports. */
@Component
class CheckFormHandler implements JobHandler {
  private final FormCheckStore checks;
  private final FormCheckEvents events;

  CheckFormHandler(FormCheckStore checks, FormCheckEvents events) {
    this.checks = checks;
    this.events = events;
  }

  @Override
  public JobKind kind() {
    return JobKind.CHECK_FORM;
  }

  @Override
  public Mono<Integer> start(UUID checkId, Instant now) {
    return checks
        .findLocked(checkId)
        .filter(check -> check.state() == FormCheck.State.WAITING)
        .map(FormCheck::started)
        .flatMap(running ->
            checks
                .save(running)
                .then(events.formCheckRequested(running))
                .thenReturn(running.attempts()));
  }

  @Override
  public Mono<Boolean> awaits(JobResult result) {
    return checks.findLocked(result.job().id()).map(check -> check.awaits(result));
  }

  @Override
  public Mono<Void> finished(JobResult result, Instant now) {
    return checks
        .findLocked(result.job().id())
        .filter(check -> check.awaits(result))
        .flatMap(check -> checks.save(check.ended(result, now)));
  }
}
