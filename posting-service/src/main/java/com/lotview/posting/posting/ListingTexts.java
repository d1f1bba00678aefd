package com.lotview.posting.posting;

import com.lotview.contracts.ErrorCode;
import com.lotview.posting.dispatch.WaitingList;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Takes the written texts: the posting is complete then and waits for its turn. */
@Service
public class ListingTexts {
  private final PostingStore store;
  private final PostingEvents events;
  private final WaitingList waiting;
  private final Clock clock;

  ListingTexts(PostingStore store, PostingEvents events, WaitingList waiting, Clock clock) {
    this.store = store;
    this.events = events;
    this.waiting = waiting;
    this.clock = clock;
  }

  /**
   * Takes a text, in the running transaction of the dealership.
   *
   * @param rejected why earlier texts were refused
   */
  public Mono<Void> arrived(UUID postingId, ListingText text, List<String> rejected) {
    return store
        .findLocked(postingId)
        .flatMap(posting ->
            posting.status() == PostingStatus.GENERATING
                ? use(posting, text, rejected)
                : store.append(
                    postingId,
                    TimelineEntry.note(
                        clock.instant(),
                        "A listing text came too late and was not used",
                        posting.attempts())));
  }

  private Mono<Void> use(Posting posting, ListingText text, List<String> rejected) {
    Instant now = clock.instant();
    int length = text.description().codePointCount(0, text.description().length());
    if (text.title().isBlank() || length == 0 || length > ReferenceLine.room(posting.marker())) {
      return refuse(posting, now);
    }
    Posting ready = posting.written(text, now);
    Instant wanted = posting.scheduledFor();
    Instant due = wanted != null && wanted.isAfter(now) ? wanted : now;
    return store
        .replace(posting.status(), ready, TimelineEntry.state(ready, message(text, rejected)))
        .then(waiting.schedule(ready.dealershipId(), ready.fbAccountId(), ready.job(), due))
        .then(Mono.defer(() -> events.changed(ready)));
  }

  private Mono<Void> refuse(Posting posting, Instant now) {
    PostingError error =
        new PostingError(
            ErrorCode.AI_GENERATION_FAILED.name(), "The listing text has a wrong length", null);
    Posting failed = posting.stopped(PostingStatus.FAILED, error, now);
    return store
        .replace(posting.status(), failed, TimelineEntry.state(failed, error.message()))
        .then(Mono.defer(() -> events.changed(failed)));
  }

  private static String message(ListingText text, List<String> rejected) {
    String written = "Listing text written by " + text.writer();
    return rejected.isEmpty()
        ? written
        : written + "; refused before: " + String.join("; ", rejected);
  }
}
