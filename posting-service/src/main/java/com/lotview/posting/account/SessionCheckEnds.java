package com.lotview.posting.account;

import com.lotview.posting.dispatch.Arrival;
import com.lotview.posting.dispatch.DispatchQueue;
import com.lotview.posting.dispatch.JobEnd;
import com.lotview.posting.dispatch.JobKind;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Takes what checks of sessions and forms found. */
@Service
class SessionCheckEnds implements Arrival {
  private final SessionCheckStore checks;
  private final FormChecks forms;
  private final FbAccounts accounts;
  private final AccountRest rest;
  private final DispatchQueue waiting;
  private final CheckSchedule schedule;
  private final Clock clock;

  SessionCheckEnds(
      SessionCheckStore checks,
      FormChecks forms,
      FbAccounts accounts,
      AccountRest rest,
      DispatchQueue waiting,
      CheckSchedule schedule,
      Clock clock) {
    this.checks = checks;
    this.forms = forms;
    this.accounts = accounts;
    this.rest = rest;
    this.waiting = waiting;
    this.schedule = schedule;
    this.clock = clock;
  }

  @Override
  public Set<JobKind> kinds() {
    return Set.of(JobKind.VALIDATE);
  }

  @Override
  public Mono<Void> arrived(JobEnd end) {
    Instant now = clock.instant();
    UUID check = end.job().id();
    return waiting
        .release(end.dealershipId(), end.fbAccountId(), check, end.attempt(), now)
        .then(checks.findById(check))
        .filter(found ->
            found.state() == SessionCheck.State.RUNNING && found.attempts() == end.attempt())
        .flatMap(found -> take(found, end, now).thenReturn(true))
        .switchIfEmpty(Mono.defer(() -> form(end, now).thenReturn(true)))
        .then();
  }

  // Whatever the form looks like, the session was seen too.
  private Mono<Void> form(JobEnd end, Instant now) {
    UUID dealership = end.dealershipId();
    return forms
        .arrived(end)
        .filter(taken -> taken)
        .flatMap(taken ->
            switch (end.outcome()) {
              case VALID -> accounts.seenValid(dealership, end.fbAccountId(), now);
              case NEEDS_LOGIN ->
                  accounts.needsLogin(dealership, end.fbAccountId(), end.reason(), now);
              case FAILED, NEEDS_REVIEW, POSTED, REMOVED, EDITED ->
                  end.isLimitNotice()
                      ? rest.limitNotice(dealership, end.fbAccountId(), now)
                      : Mono.empty();
            });
  }

  private Mono<Void> take(SessionCheck check, JobEnd end, Instant now) {
    return switch (end.outcome()) {
      case VALID ->
          checks
              .save(check.ended(SessionCheck.State.VALID, null, now, schedule.after(now)))
              .then(accounts.seenValid(check.dealershipId(), check.fbAccountId(), now));
      case NEEDS_LOGIN ->
          checks
              .save(
                  check.ended(SessionCheck.State.NEEDS_LOGIN, end.why(), now, schedule.after(now)))
              .then(
                  accounts.needsLogin(
                      check.dealershipId(), check.fbAccountId(), end.reason(), now));
      case FAILED, NEEDS_REVIEW, POSTED, REMOVED, EDITED -> failed(check, end, now);
    };
  }

  // It says nothing of the session; the next one comes sooner than usual.
  private Mono<Void> failed(SessionCheck check, JobEnd end, Instant now) {
    return checks
        .save(check.ended(SessionCheck.State.FAILED, end.why(), now, schedule.afterFailure(now)))
        .then(
            Mono.defer(() ->
                end.isLimitNotice()
                    ? rest.limitNotice(check.dealershipId(), check.fbAccountId(), now)
                    : Mono.empty()));
  }
}
