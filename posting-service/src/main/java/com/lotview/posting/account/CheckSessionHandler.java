package com.lotview.posting.account;

import com.lotview.posting.dispatch.JobHandler;
import com.lotview.posting.dispatch.JobKind;
import com.lotview.posting.dispatch.JobResult;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Hands checks of sessions to the fleet and notes what they found. */
@Component
class CheckSessionHandler implements JobHandler {
  private final SessionCheckStore checks;
  private final AccountEvents events;
  private final CheckSchedule schedule;

  CheckSessionHandler(SessionCheckStore checks, AccountEvents events, CheckSchedule schedule) {
    this.checks = checks;
    this.events = events;
    this.schedule = schedule;
  }

  @Override
  public JobKind kind() {
    return JobKind.CHECK_SESSION;
  }

  @Override
  public Mono<Integer> start(UUID checkId, Instant now) {
    return checks
        .findById(checkId)
        .filter(check -> check.state() == SessionCheck.State.WAITING)
        .flatMap(check -> start(check.started()))
        .map(SessionCheck::attempts);
  }

  /** Hands it over now; also for an account that gets no turn because it waits for its owner. */
  Mono<SessionCheck> start(SessionCheck running) {
    return checks.save(running).then(events.checkRequested(running)).thenReturn(running);
  }

  @Override
  public Mono<Boolean> awaits(JobResult result) {
    return checks.findById(result.job().id()).map(check -> check.awaits(result));
  }

  @Override
  public Mono<Void> finished(JobResult result, Instant now) {
    return checks
        .findById(result.job().id())
        .filter(check -> check.awaits(result))
        .flatMap(check -> checks.save(ended(check, result, now)));
  }

  private SessionCheck ended(SessionCheck check, JobResult result, Instant now) {
    return switch (result.outcome()) {
      case VALID -> check.ended(SessionCheck.State.VALID, null, now, schedule.after(now));
      case NEEDS_LOGIN ->
          check.ended(SessionCheck.State.NEEDS_LOGIN, result.why(), now, schedule.after(now));
      // The result says nothing about the session, so the next check comes sooner than usual.
      case FAILED, NEEDS_REVIEW, POSTED, REMOVED, EDITED, RENEWED ->
          check.ended(SessionCheck.State.FAILED, result.why(), now, schedule.afterFailure(now));
    };
  }
}
