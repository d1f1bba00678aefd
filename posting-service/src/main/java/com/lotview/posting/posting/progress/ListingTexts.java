package com.lotview.posting.posting.progress;

import com.lotview.contracts.ErrorCode;
import com.lotview.posting.dispatch.DispatchQueue;
import com.lotview.posting.posting.lifecycle.PostingLifecycle;
import com.lotview.posting.posting.lifecycle.Transition;
import com.lotview.posting.posting.lifecycle.Trigger;
import com.lotview.posting.posting.model.ListingText;
import com.lotview.posting.posting.model.Posting;
import com.lotview.posting.posting.model.PostingChanges;
import com.lotview.posting.posting.model.PostingError;
import com.lotview.posting.posting.model.PostingStore;
import com.lotview.posting.posting.model.TimelineEntry;
import com.lotview.posting.posting.submit.Reference;
import com.lotview.posting.texts.DealerTexts;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Takes the written texts: the posting is complete then and waits for its turn. */
@Service
public class ListingTexts {
  private final PostingStore store;
  private final PostingChanges changes;
  private final DispatchQueue waiting;
  private final Clock clock;

  ListingTexts(PostingStore store, PostingChanges changes, DispatchQueue waiting, Clock clock) {
    this.store = store;
    this.changes = changes;
    this.waiting = waiting;
    this.clock = clock;
  }

  /**
   * Takes a text, in the running transaction of the dealership.
   *
   * @param request the number of the request that it answers
   * @param rejected why earlier texts were refused
   */
  public Mono<Void> arrived(UUID postingId, int request, ListingText text, List<String> rejected) {
    return locked(postingId)
        .flatMap(posting ->
            fits(posting, text)
                ? use(posting, request, text, rejected)
                : refuse(posting, request, DealerTexts.TEXT_LENGTH));
  }

  private Mono<Posting> locked(UUID postingId) {
    return store
        .findAccount(postingId)
        .flatMap(account ->
            waiting
                .lock(account)
                .then(Mono.defer(() -> store.findLocked(postingId)))
                .flatMap(posting ->
                    posting.account().equals(account)
                        ? Mono.just(posting)
                        : Mono.error(movedMeanwhile(postingId))));
  }

  // A person chose another account in between. The event is redelivered and then locks the new
  // account's slot.
  private static OptimisticLockingFailureException movedMeanwhile(UUID postingId) {
    return new OptimisticLockingFailureException(
        "Posting " + postingId + " goes through another account by now");
  }

  private static boolean fits(Posting posting, ListingText text) {
    int length = text.description().codePointCount(0, text.description().length());
    return !text.title().isBlank() && length > 0 && length <= Reference.room(posting.marker());
  }

  private Mono<Void> use(Posting posting, int request, ListingText text, List<String> rejected) {
    Instant now = clock.instant();
    return switch (posting.life().after(new Trigger.TextArrived(request))) {
      case Transition.Changed(PostingLifecycle next, Transition.FollowUp then) -> {
        Posting ready = posting.in(next, now).with(text);
        yield changes
            .save(posting, ready, DealerTexts.textWritten(text.writer(), rejected))
            .then(waiting.schedule(ready.account(), ready.job(), ready.due(now)));
      }
      case Transition.Kept(String why) -> note(posting, why, now);
      case Transition.Refused(var code, String why) -> note(posting, why, now);
    };
  }

  private Mono<Void> refuse(Posting posting, int request, String reason) {
    Instant now = clock.instant();
    PostingError error = new PostingError(ErrorCode.AI_GENERATION_FAILED.name(), reason, null);
    return switch (posting.life().after(new Trigger.TextRefused(request))) {
      case Transition.Changed(PostingLifecycle next, Transition.FollowUp then) ->
          changes.save(posting, posting.in(next, now).with(error), reason);
      case Transition.Kept(String why) -> note(posting, why, now);
      case Transition.Refused(var code, String why) -> note(posting, why, now);
    };
  }

  private Mono<Void> note(Posting posting, String why, Instant now) {
    return store.append(posting.id(), TimelineEntry.note(now, why, posting.attempts()));
  }
}
