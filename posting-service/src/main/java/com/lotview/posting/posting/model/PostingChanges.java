package com.lotview.posting.posting.model;

import com.lotview.posting.metrics.PostingMeters;
import com.lotview.posting.posting.lifecycle.PostingStatus;
import com.lotview.posting.wiring.PostingProperties;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Carries changes of postings out, in the running transaction: the row, a line of the timeline, and
 * the events.
 */
@Component
public class PostingChanges {
  private final PostingStore store;
  private final PostingEvents events;
  private final BulkProgress bulks;
  private final PostingMeters meters;
  private final PostingProperties properties;

  PostingChanges(
      PostingStore store,
      PostingEvents events,
      BulkProgress bulks,
      PostingMeters meters,
      PostingProperties properties) {
    this.store = store;
    this.events = events;
    this.bulks = bulks;
    this.meters = meters;
    this.properties = properties;
  }

  /** The posting is in its next state. */
  public Mono<Void> save(Posting before, Posting next, String message) {
    return save(before, next, message, null);
  }

  /**
   * The posting is in its next state.
   *
   * @param retryAt the attempt failed and there will be another one then
   */
  public Mono<Void> save(Posting before, Posting next, String message, @Nullable Instant retryAt) {
    Posting watched = watched(before, next);
    return store
        .replace(before.status(), watched, TimelineEntry.state(watched, message))
        .flatMap(since -> measure(before, watched, since))
        .then(Mono.defer(() -> events.changed(watched, retryAt)))
        .then(Mono.defer(() -> tellBulk(before, watched)));
  }

  /** The posting is in its next state, with another order than before. */
  public Mono<Void> reissue(Posting before, Posting next, String message) {
    Posting watched = watched(before, next);
    return store
        .reissue(before.status(), watched, TimelineEntry.state(watched, message))
        .flatMap(since -> measure(before, watched, since))
        .then(Mono.defer(() -> events.changed(watched)))
        .then(Mono.defer(() -> tellBulk(before, watched)));
  }

  /** A person changed the order; the posting's state stays. */
  public Mono<Void> reorder(Posting before, Posting next, String message) {
    Posting watched = watched(before, next);
    return store
        .reissue(
            before.status(),
            watched,
            TimelineEntry.note(watched.updatedAt(), message, watched.attempts()))
        .then(Mono.defer(() -> events.reordered(watched)));
  }

  /** Something of the posting changed, but not its state. */
  public Mono<Void> note(Posting before, Posting next, String message) {
    Posting watched = watched(before, next);
    TimelineEntry line = TimelineEntry.note(watched.updatedAt(), message, watched.attempts());
    return store
        .replace(before.status(), watched, line)
        .flatMap(since -> measure(before, watched, since));
  }

  private Mono<Void> measure(Posting before, Posting next, Instant since) {
    Mono<Void> untrue =
        next.life().found() && !before.life().found() ? meters.foundLive() : Mono.empty();
    PostingError error = next.lastError();
    return next.status() == before.status()
        ? untrue
        : untrue.then(
            meters.moved(
                before.status().name(),
                next.status().name(),
                error == null ? null : error.code(),
                Duration.between(since, next.updatedAt())));
  }

  private Mono<Void> tellBulk(Posting before, Posting next) {
    UUID bulk = next.bulkId();
    return bulk == null || before.status().isSettled() == next.status().isSettled()
        ? Mono.empty()
        : bulks.moved(bulk);
  }

  private Posting watched(Posting before, Posting next) {
    return switch (next.status()) {
      case GENERATING ->
          before.life().textAsked() == next.life().textAsked() ? next : watchedForText(next);
      case POSTING ->
          before.status() == PostingStatus.POSTING
              ? next
              : next.watched(next.updatedAt().plus(answersWithin(next)));
      case PUBLISHING ->
          before.status() == PostingStatus.PUBLISHING
              ? next
              : next.watched(PublishingLooks.next(next.updatedAt(), next.updatedAt()).orElse(null));
      default -> next.watched(null);
    };
  }

  private Duration answersWithin(Posting begun) {
    return begun.life().byHand() ? properties.byHandTimeout() : properties.resultTimeout();
  }

  public Posting watchedForText(Posting posting) {
    return posting.watched(posting.updatedAt().plus(properties.textTimeout()));
  }
}
