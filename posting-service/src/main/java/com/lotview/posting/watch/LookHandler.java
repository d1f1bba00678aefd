package com.lotview.posting.watch;

import com.lotview.posting.dispatch.JobHandler;
import com.lotview.posting.dispatch.JobKind;
import com.lotview.posting.dispatch.JobResult;
import com.lotview.posting.dispatch.JobStart;
import com.lotview.posting.dispatch.ListingSurvey;
import com.lotview.posting.posting.lifecycle.PostingStatus;
import com.lotview.posting.posting.model.LiveListing;
import com.lotview.posting.posting.model.Posting;
import com.lotview.posting.posting.model.PostingFilter;
import com.lotview.posting.posting.model.PostingSlice;
import com.lotview.posting.posting.model.PostingStore;
import com.lotview.posting.texts.DealerTexts;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Hands looks to the fleet and has each listing settled by what it showed. */
@Component
class LookHandler implements JobHandler {
  private static final Set<PostingStatus> LISTED =
      EnumSet.of(PostingStatus.PUBLISHING, PostingStatus.POSTED);

  /** More listings than any account has. */
  private static final int AT_MOST = 1_000;

  private final WatchStore watches;
  private final PostingStore postings;
  private final SettleListing settling;
  private final QuietTime quiet;
  private final WatchEvents events;

  LookHandler(
      WatchStore watches,
      PostingStore postings,
      SettleListing settling,
      QuietTime quiet,
      WatchEvents events) {
    this.watches = watches;
    this.postings = postings;
    this.settling = settling;
    this.quiet = quiet;
    this.events = events;
  }

  @Override
  public JobKind kind() {
    return JobKind.LOOK;
  }

  @Override
  public Mono<Integer> start(UUID lookId, Instant now) {
    return watches
        .findByLook(lookId)
        .filter(watch -> watch.state() == AccountWatch.State.WAITING)
        .flatMap(watch ->
            listings(watch)
                .flatMap(listed ->
                    listed.isEmpty() ? rest(watch, now) : handOver(watch.started(), listed)));
  }

  private Mono<Integer> handOver(AccountWatch running, List<Posting> listed) {
    return watches
        .save(running)
        .then(events.requested(running, listed))
        .thenReturn(running.attempts());
  }

  private Mono<Integer> rest(AccountWatch watch, Instant now) {
    return watches.save(watch.idle(quiet.next(now, watch.zone()))).then(Mono.empty());
  }

  // A listing may have been removed since the look was handed over.
  @Override
  public Mono<JobStart> begin(UUID lookId, int attempt, Instant now) {
    return watches
        .findByLook(lookId)
        .filter(watch -> watch.state() == AccountWatch.State.RUNNING)
        .flatMap(watch ->
            listings(watch).<JobStart>map(listed -> new JobStart.Go(events.order(watch, listed))))
        .defaultIfEmpty(new JobStart.Withdrawn(DealerTexts.UNKNOWN_JOB));
  }

  private Mono<List<Posting>> listings(AccountWatch watch) {
    PostingFilter filter = PostingFilter.ofAccount(watch.account().fbAccountId(), LISTED);
    return postings
        .page(filter, PostingSlice.newest(AT_MOST))
        .filter(LookHandler::isNamed)
        .collectList();
  }

  // Without an id, no page can be identified as the listing's.
  private static boolean isNamed(Posting posting) {
    LiveListing live = posting.live();
    return live != null && live.id() != null;
  }

  @Override
  public Mono<Boolean> awaits(JobResult result) {
    return watches.findByLook(result.job().id()).map(watch -> watch.awaits(result));
  }

  @Override
  public Mono<Void> finished(JobResult result, Instant now) {
    return watches
        .findByLook(result.job().id())
        .filter(watch -> watch.awaits(result))
        .flatMap(watch -> {
          ListingSurvey survey = result.survey();
          return survey == null
              ? watches.save(watch.failed(result.why(), now, quiet.afterFailure(now, watch.zone())))
              : settle(watch, result, survey, now);
        });
  }

  private Mono<Void> settle(
      AccountWatch watch, JobResult result, ListingSurvey survey, Instant now) {
    return Flux.fromIterable(survey.seen())
        .concatMap(seen -> settling.settle(seen, result, now))
        // A missed listing is looked for again soon.
        .any(missed -> missed)
        .map(again -> again ? now.plus(QuietTime.SOON) : quiet.next(now, watch.zone()))
        .flatMap(next -> watches.save(watch.done(survey.others(), now, next)));
  }
}
