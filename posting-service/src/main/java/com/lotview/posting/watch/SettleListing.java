package com.lotview.posting.watch;

import com.lotview.contracts.ErrorCode;
import com.lotview.posting.dispatch.AccountRef;
import com.lotview.posting.dispatch.JobResult;
import com.lotview.posting.dispatch.ListingSurvey;
import com.lotview.posting.posting.lifecycle.PostingStatus;
import com.lotview.posting.posting.lifecycle.RemovalWish;
import com.lotview.posting.posting.lifecycle.RemoveMode;
import com.lotview.posting.posting.lifecycle.Transition;
import com.lotview.posting.posting.lifecycle.Trigger;
import com.lotview.posting.posting.model.Evidence;
import com.lotview.posting.posting.model.ListingSight;
import com.lotview.posting.posting.model.LiveListing;
import com.lotview.posting.posting.model.Posting;
import com.lotview.posting.posting.model.PostingChanges;
import com.lotview.posting.posting.model.PostingError;
import com.lotview.posting.posting.model.PostingStore;
import com.lotview.posting.posting.model.PublishingLooks;
import com.lotview.posting.posting.model.SightStore;
import com.lotview.posting.posting.model.TimelineEntry;
import com.lotview.posting.posting.remove.RemovalOrders;
import com.lotview.posting.texts.DealerTexts;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Gives a posting the state that a look at its listing shows, with the lines of its timeline, the
 * pictures and the events. Joins the running transaction, which holds the lock on the account's
 * turn.
 */
@Component
class SettleListing {
  private static final String LISTING_DIFFERS = "LISTING_DIFFERS";
  private static final String PRICE = "price";

  private final PostingStore postings;
  private final PostingChanges changes;
  private final SightStore sights;
  private final WatchEvents events;
  private final ObjectProvider<RemovalOrders> removals;

  SettleListing(
      PostingStore postings,
      PostingChanges changes,
      SightStore sights,
      WatchEvents events,
      ObjectProvider<RemovalOrders> removals) {
    this.postings = postings;
    this.changes = changes;
    this.sights = sights;
    this.events = events;
    this.removals = removals;
  }

  /**
   * Settles one listing.
   *
   * @return whether it is missed, so that it must be looked for again soon
   */
  Mono<Boolean> settle(ListingSurvey.Seen seen, JobResult look, Instant now) {
    return postings
        .findLocked(seen.postingId())
        .filter(posting -> isAbout(posting, seen, look.account()))
        .flatMap(posting ->
            sights
                .find(posting.id())
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(before -> settle(posting, before.orElse(null), seen, look, now)))
        .defaultIfEmpty(false);
  }

  // A listing that was removed or posted again meanwhile is not settled here.
  private static boolean isAbout(Posting posting, ListingSurvey.Seen seen, AccountRef account) {
    LiveListing live = posting.live();
    boolean listed =
        posting.status() == PostingStatus.PUBLISHING || posting.status() == PostingStatus.POSTED;
    return listed
        && live != null
        && seen.listingId().equals(live.id())
        && posting.account().equals(account);
  }

  private Mono<Boolean> settle(
      Posting posting,
      @Nullable ListingSight before,
      ListingSurvey.Seen seen,
      JobResult look,
      Instant now) {
    Long wanted = posting.snapshot().vehicle().priceCents();
    LiveListing live = Objects.requireNonNull(posting.live());
    LookFindings.Known known =
        new LookFindings.Known(posting.status(), live.postedAt(), wanted, before);
    List<Finding> findings = LookFindings.of(known, seen, now);
    Mono<Void> sight =
        seen.state() == ListingSurvey.State.UNREADABLE
            ? Mono.empty()
            : sights.save(posting.id(), ListingSight.of(seen, kept(seen, before), wanted, now));
    return sight
        .then(findings.isEmpty() ? Mono.empty() : keepPictures(posting, look, now))
        .thenMany(Flux.fromIterable(findings))
        .concatMap(finding -> carryOut(posting.id(), finding, seen, now))
        .then(Mono.defer(() -> stillUnseen(posting, findings, seen, now)))
        .thenReturn(findings.contains(Finding.MISSING));
  }

  // After a rejection, the posting's next listing is a new one, without an earlier sight.
  private static @Nullable ListingSight kept(
      ListingSurvey.Seen seen, @Nullable ListingSight before) {
    return seen.state() == ListingSurvey.State.REJECTED ? null : before;
  }

  private Mono<Void> keepPictures(Posting posting, JobResult look, Instant now) {
    // All listings of a look share its pictures.
    String folder = "evidence/" + posting.dealershipId() + "/" + look.job().id() + "/";
    List<Evidence> pictures =
        look.pictures().stream()
            .filter(picture -> picture.key().startsWith(folder))
            .map(picture ->
                new Evidence(
                    posting.attempts(),
                    picture.kind(),
                    picture.key(),
                    picture.sha256(),
                    picture.takenAt()))
            .toList();
    return postings.keep(posting.id(), pictures, Evidence.oldest(now));
  }

  // Each finding applies to the posting as the previous finding left it.
  private Mono<Void> carryOut(UUID id, Finding finding, ListingSurvey.Seen seen, Instant now) {
    return postings
        .findLocked(id)
        .flatMap(posting ->
            carryOut(posting, finding, message(posting, finding, seen), now)
                .then(
                    Mono.defer(() ->
                        events.found(
                            posting, finding, message(posting, finding, seen), seen, now))));
  }

  private Mono<Void> carryOut(Posting posting, Finding finding, String message, Instant now) {
    return switch (finding) {
      case APPEARED -> appeared(posting, message, now);
      case NEVER_APPEARED -> neverAppeared(posting, message, now);
      case REJECTED -> rejected(posting, message, now);
      case SOLD -> ended(posting, RemoveMode.SOLD, message, now);
      case REMOVED -> ended(posting, null, message, now);
      case PRICE_CHANGED -> otherPrice(posting, message, now);
      case PRICE_AS_ORDERED -> priceAsOrdered(posting, message, now);
      case IN_REVIEW, REVIEW_PASSED, MISSING, RENEWABLE -> note(posting, message, now);
    };
  }

  private static String message(Posting posting, Finding finding, ListingSurvey.Seen seen) {
    return switch (finding) {
      case APPEARED -> DealerTexts.LIVE;
      case NEVER_APPEARED -> DealerTexts.NEVER_APPEARED;
      case REJECTED -> DealerTexts.quoting(DealerTexts.TAKEN_DOWN, seen.says());
      case SOLD -> DealerTexts.SOLD_BY_OWNER;
      case REMOVED -> DealerTexts.REMOVED_BY_OWNER;
      case PRICE_CHANGED ->
          DealerTexts.priceDiffers(seen.priceCents(), posting.snapshot().vehicle().priceCents());
      case PRICE_AS_ORDERED -> DealerTexts.PRICE_AS_ORDERED;
      case IN_REVIEW -> DealerTexts.quoting(DealerTexts.IN_REVIEW, seen.says());
      case REVIEW_PASSED -> DealerTexts.REVIEW_PASSED;
      case MISSING -> DealerTexts.MISSED;
      case RENEWABLE -> DealerTexts.quoting(DealerTexts.RENEWABLE, seen.says());
    };
  }

  private Mono<Void> appeared(Posting posting, String message, Instant now) {
    return changed(posting, new Trigger.Appeared())
        .flatMap(next -> {
          Posting live = posting.in(next.next(), now);
          Mono<Void> saved = changes.save(posting, live, message);
          return next.then() == Transition.FollowUp.REMOVE
              ? saved.then(Mono.defer(() -> remove(live)))
              : saved;
        });
  }

  private Mono<Void> remove(Posting live) {
    RemovalWish wish = live.life().wish();
    return wish == null
        ? Mono.empty()
        : removals.getObject().removalWanted(live, wish.how(), wish.by());
  }

  private Mono<Void> neverAppeared(Posting posting, String message, Instant now) {
    PostingError error = new PostingError("NEVER_APPEARED", message, null);
    return changed(posting, new Trigger.NeverAppeared())
        .flatMap(next -> changes.save(posting, posting.in(next.next(), now).with(error), message));
  }

  private Mono<Void> rejected(Posting posting, String message, Instant now) {
    PostingError error = new PostingError(ErrorCode.FB_LISTING_REJECTED.name(), message, null);
    return changed(posting, new Trigger.Rejected())
        .flatMap(next -> changes.save(posting, posting.rejected(next.next(), error, now), message));
  }

  // A listing that was never seen before counts as seen now, because it is marked as sold.
  private Mono<Void> ended(Posting posting, @Nullable RemoveMode how, String message, Instant now) {
    Mono<Posting> posted =
        posting.status() == PostingStatus.POSTED
            ? Mono.just(posting)
            : changed(posting, new Trigger.Appeared())
                .map(next -> posting.in(next.next(), now))
                .flatMap(live -> changes.save(posting, live, DealerTexts.LIVE).thenReturn(live));
    return posted.flatMap(live -> changes.save(live, live.deleted(now, how), message));
  }

  private Mono<Void> otherPrice(Posting posting, String message, Instant now) {
    PostingError error = new PostingError(LISTING_DIFFERS, message, PRICE);
    return changes.note(posting, posting.in(posting.life(), now).with(error), message);
  }

  private Mono<Void> priceAsOrdered(Posting posting, String message, Instant now) {
    PostingError last = posting.lastError();
    boolean ofPrice = last != null && PRICE.equals(last.field());
    Posting next = posting.in(posting.life(), now);
    return changes.note(posting, ofPrice ? next.with((PostingError) null) : next, message);
  }

  private Mono<Transition.Changed> changed(Posting posting, Trigger trigger) {
    return posting.life().after(trigger) instanceof Transition.Changed change
        ? Mono.just(change)
        : Mono.empty();
  }

  private Mono<Void> stillUnseen(
      Posting posting, List<Finding> findings, ListingSurvey.Seen seen, Instant now) {
    if (posting.status() != PostingStatus.PUBLISHING || !findings.isEmpty()) {
      return Mono.empty();
    }
    Instant since = Objects.requireNonNull(posting.live()).postedAt();
    return PublishingLooks.next(since, now)
        .map(next ->
            postings
                .watch(posting.id(), next)
                .then(
                    Mono.defer(() ->
                        note(
                            posting, DealerTexts.quoting(DealerTexts.NOT_SEEN, seen.says()), now))))
        .orElse(Mono.empty());
  }

  private Mono<Void> note(Posting posting, String message, Instant now) {
    return postings.append(posting.id(), TimelineEntry.note(now, message, posting.attempts()));
  }
}
