package com.lotview.posting.posting;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What the end of an attempt does to its posting. */
sealed interface Ending {

  /** Nothing, for this reason. */
  record Ignored(String why) implements Ending {}

  /** The posting is in its next state. */
  record Settled(Posting next, String message) implements Ending {}

  /** The posting waits for its account's owner, and so do the account's others. */
  record LoginLost(Posting next, String message) implements Ending {}

  /** The posting is tried again. */
  record Again(Posting next, String message, Instant at) implements Ending {}

  /** Decides. */
  static Ending decide(Posting posting, Completion end, RetrySchedule retries, Instant now) {
    if (end.attempt() != posting.attempts()) {
      return new Ignored(
          "Attempt " + end.attempt() + " is not the current one: " + end.outcome() + " not used");
    }
    return switch (end.outcome()) {
      case POSTED -> posted(posting, end, now);
      case NEEDS_REVIEW -> stopped(posting, PostingStatus.NEEDS_REVIEW, end, now);
      case NEEDS_LOGIN -> loginLost(posting, end, now);
      case FAILED -> failed(posting, end, retries, now);
    };
  }

  private static Ending posted(Posting posting, Completion end, Instant now) {
    if (!posting.status().canBecome(PostingStatus.POSTED)) {
      return late(posting, end);
    }
    LiveListing live = new LiveListing(end.fbListingId(), end.fbListingUrl(), now);
    return new Settled(posting.posted(live, now), "Live on the marketplace");
  }

  private static Ending failed(
      Posting posting, Completion end, RetrySchedule retries, Instant now) {
    Optional<Duration> wait =
        end.retryable() ? retries.after(posting.failures()) : Optional.empty();
    if (wait.isEmpty() || !posting.status().canBecome(PostingStatus.READY)) {
      return stopped(posting, PostingStatus.FAILED, end, now);
    }
    Instant at = now.plus(wait.get());
    return new Again(
        posting.tryingAgain(end.error(), now), end.error().message() + "; tried again", at);
  }

  private static Ending loginLost(Posting posting, Completion end, Instant now) {
    return stopped(posting, PostingStatus.NEEDS_LOGIN, end, now)
            instanceof Settled(Posting next, String message)
        ? new LoginLost(next, message)
        : late(posting, end);
  }

  private static Ending stopped(Posting posting, PostingStatus next, Completion end, Instant now) {
    if (!posting.status().canBecome(next)) {
      return late(posting, end);
    }
    return new Settled(posting.stopped(next, end.error(), now), end.error().message());
  }

  private static Ending late(Posting posting, Completion end) {
    return new Ignored(
        "The posting is " + posting.status() + ": " + end.outcome() + " of a worker not used");
  }
}
