package com.lotview.posting.posting;

import com.lotview.posting.dispatch.ExpectedStarts;
import com.lotview.posting.fleet.WaitingLine;
import com.lotview.posting.posting.Wait.Reason;
import com.lotview.posting.posting.lifecycle.PostingStatus;
import com.lotview.posting.posting.model.Posting;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Says what ready postings wait for, from their account's queue and the line before the fleet. */
@Component
class Waits {
  // If the expected start is nearer than this, the post's own account is not what delays it.
  private static final Duration AT_ONCE = Duration.ofSeconds(5);

  private final ExpectedStarts accounts;
  private final Clock clock;

  Waits(ExpectedStarts accounts, Clock clock) {
    this.accounts = accounts;
    this.clock = clock;
  }

  /** The waits of those that are ready, in the running transaction of the dealership. */
  Mono<Map<UUID, Wait>> of(UUID dealershipId, Collection<Posting> postings, WaitingLine.Plan line) {
    List<Posting> ready =
        postings.stream().filter(posting -> posting.status() == PostingStatus.READY).toList();
    return ready.isEmpty()
        ? Mono.just(Map.of())
        : accounts
            .expectedStarts(dealershipId, ready.stream().map(Posting::id).toList())
            .map(turns ->
                ready.stream()
                    .collect(
                        Collectors.toUnmodifiableMap(
                            Posting::id, posting -> wait(posting, turns.get(posting.id()), line))));
  }

  private Wait wait(Posting posting, @Nullable Instant turn, WaitingLine.Plan plan) {
    Instant now = clock.instant();
    WaitingLine.Place place = plan.places().get(posting.id());
    Instant start = later(turn, place == null ? null : place.start());
    if (posting.due(now).isAfter(now)) {
      return new Wait(Reason.TIME, null, plan.away() ? null : start);
    }
    boolean handedOver = posting.life().withFleet();
    if (!handedOver && (turn == null || turn.isAfter(now.plus(AT_ONCE)))) {
      return new Wait(Reason.ACCOUNT, null, plan.away() ? null : start);
    }
    return plan.away()
        ? new Wait(Reason.FLEET, null, null)
        : new Wait(Reason.BROWSER, place == null ? null : place.number(), start);
  }

  private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isAfter(other) ? one : other;
  }
}
