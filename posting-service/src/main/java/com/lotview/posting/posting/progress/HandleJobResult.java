package com.lotview.posting.posting.progress;

import com.lotview.posting.account.AccountRest;
import com.lotview.posting.account.FbAccounts;
import com.lotview.posting.dispatch.AccountRef;
import com.lotview.posting.dispatch.DispatchQueue;
import com.lotview.posting.dispatch.JobHandler;
import com.lotview.posting.dispatch.JobHandlers;
import com.lotview.posting.dispatch.JobResult;
import com.lotview.posting.posting.model.Evidence;
import com.lotview.posting.posting.model.PostingStore;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * The result handler for jobs of every kind. Frees the account's slot, keeps the pictures, records
 * what the worker saw of the account, and has the kind's handler settle the job.
 */
@Service
public class HandleJobResult {
  private final JobHandlers handlers;
  private final DispatchQueue waiting;
  private final PostingStore postings;
  private final FbAccounts accounts;
  private final AccountRest rest;
  private final Clock clock;

  HandleJobResult(
      JobHandlers handlers,
      DispatchQueue waiting,
      PostingStore postings,
      FbAccounts accounts,
      AccountRest rest,
      Clock clock) {
    this.handlers = handlers;
    this.waiting = waiting;
    this.postings = postings;
    this.accounts = accounts;
    this.rest = rest;
    this.clock = clock;
  }

  /** Takes one, in the running transaction of the dealership. */
  public Mono<Void> handle(JobResult result) {
    Instant now = clock.instant();
    AccountRef account = result.account();
    JobHandler handler = handlers.of(result.job().kind());
    return waiting
        .lock(account)
        .then(waiting.release(account, result.job().id(), result.attempt(), now))
        .then(result.isWithdrawn() ? uncount(result) : Mono.empty())
        .then(Mono.defer(() -> handler.awaits(result)))
        .flatMap(awaited ->
            keepPictures(result, now)
                .then(awaited ? tellAccount(result, now) : Mono.empty())
                .then(Mono.defer(() -> handler.finished(result, now))));
  }

  // Nothing reached the site, so the attempt does not count against the limits.
  private Mono<Void> uncount(JobResult result) {
    return waiting.uncount(result.account(), result.job().id(), result.attempt());
  }

  private Mono<Void> keepPictures(JobResult result, Instant now) {
    UUID posting = result.postingId();
    return posting == null
        ? Mono.empty()
        : postings.keep(posting, pictures(result, posting), Evidence.oldest(now));
  }

  // Only pictures in the posting's own folder: each one gets a public link.
  private static List<Evidence> pictures(JobResult result, UUID posting) {
    String folder = "evidence/" + result.account().dealershipId() + "/" + posting + "/";
    return result.pictures().stream()
        .filter(picture -> picture.key().startsWith(folder))
        .map(picture ->
            new Evidence(
                result.attempt(),
                picture.kind(),
                picture.key(),
                picture.sha256(),
                picture.takenAt()))
        .toList();
  }

  private Mono<Void> tellAccount(JobResult result, Instant now) {
    AccountRef account = result.account();
    return Mono.defer(() ->
        switch (result.outcome()) {
          case NEEDS_LOGIN -> accounts.needsLogin(account, result.cause().reason(), now);
          case VALID -> accounts.seenValid(account, now);
          case FAILED, NEEDS_REVIEW ->
              result.isLimitNotice() ? rest.limitNotice(account, now) : Mono.empty();
          case POSTED, REMOVED, EDITED, RENEWED -> Mono.empty();
        });
  }
}
