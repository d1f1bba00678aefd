package com.lotview.posting.change;

import com.lotview.posting.posting.model.Posting;
import com.lotview.posting.posting.model.PostingStore;
import com.lotview.posting.posting.model.TimelineEntry;
import java.time.Instant;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Carries changes of changes out: the row, a line in the posting's timeline, the event. */
@Component
class ChangeLog {
  private final ChangeStore store;
  private final PostingStore postings;
  private final ChangeEvents events;

  ChangeLog(ChangeStore store, PostingStore postings, ChangeEvents events) {
    this.store = store;
    this.postings = postings;
    this.events = events;
  }

  /** A new change; nothing happens if there is an open one of its kind. */
  Mono<Boolean> add(ListingChange change, Posting posting, String message) {
    return store
        .insert(change)
        .flatMap(
            added -> added ? told(change, posting, message).thenReturn(true) : Mono.just(false));
  }

  /** The change is in its next state. */
  Mono<Void> save(ListingChange next, Posting posting, String message) {
    return store.replace(next).then(Mono.defer(() -> told(next, posting, message)));
  }

  /** The change is done; the posting's own timeline says so. */
  Mono<Void> saveDone(ListingChange done, Posting posting) {
    return store.replace(done).then(Mono.defer(() -> events.changed(done, posting)));
  }

  private Mono<Void> told(ListingChange change, Posting posting, String message) {
    return postings
        .append(posting.id(), note(posting, message, change.updatedAt()))
        .then(Mono.defer(() -> events.changed(change, posting)));
  }

  static TimelineEntry note(Posting posting, String message, Instant at) {
    return new TimelineEntry(
        at, TimelineEntry.Type.NOTE, null, null, null, message, posting.attempts());
  }
}
