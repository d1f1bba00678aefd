package com.lotview.posting.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Says when waiting postings are expected to start. */
@Component
public class ExpectedStarts {
  /** How long a job is expected to take; it only shapes what is shown, never what is done. */
  public static final Duration EXPECTED_RUN = Duration.ofMinutes(1);

  /** Posts looked at per account: about a hundred days of a full account. */
  private static final int PLANNED = 2_000;

  /** The most waiting posts behind which a new one gets an expected start. */
  private static final int PLANNED_BEFORE = 50;

  private final DispatchStore store;
  private final Clock clock;

  public ExpectedStarts(DispatchStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * Plans the accounts of these postings, in the running transaction of the dealership; takes no
   * lock.
   *
   * @return a moment for each that waits, distinct within an account; none for a posting that does
   *     not wait, whose account is shut, or that stands too far back
   */
  public Mono<Map<UUID, Instant>> expectedStarts(UUID dealershipId, Collection<UUID> postingIds) {
    if (postingIds.isEmpty()) {
      return Mono.just(Map.of());
    }
    Set<UUID> asked = new HashSet<>(postingIds);
    return store
        .accountsOf(dealershipId, asked)
        .collectList()
        .flatMapIterable(accounts -> accounts)
        .concatMap(this::plan)
        .reduce(
            new HashMap<UUID, Instant>(),
            (all, plan) -> {
              plan.forEach((id, start) -> {
                if (asked.contains(id)) {
                  all.put(id, start);
                }
              });
              return all;
            })
        .map(Map::copyOf);
  }

  /**
   * When a post would start that does not wait yet, in the running transaction of the dealership;
   * takes no lock.
   *
   * @return empty if its account is shut, or too many wait before it
   */
  public Mono<Instant> ofNew(AccountRef account, JobRef job, Instant dueAt) {
    Instant now = clock.instant();
    return store
        .slot(account)
        .filter(AccountSlot::open)
        .flatMap(slot ->
            store
                .posts(account, PLANNED_BEFORE)
                .collectList()
                .filter(posts -> posts.size() < PLANNED_BEFORE)
                .map(posts ->
                    Stream.concat(posts.stream(), Stream.of(new WaitingJob(job, dueAt)))
                        .sorted(WaitingJob.ORDER)
                        .toList())
                .zipWhen(posts -> store.taken(account, now.minus(PostLimits.DAY)).collectList())
                .mapNotNull(
                    known -> StartPlan.of(now, slot, known.getT2(), known.getT1()).get(job.id())));
  }

  private Mono<Map<UUID, Instant>> plan(AccountRef account) {
    Instant now = clock.instant();
    return store
        .slot(account)
        .filter(AccountSlot::open)
        .flatMap(slot ->
            store
                .posts(account, PLANNED)
                .collectList()
                .zipWhen(posts -> store.taken(account, now.minus(PostLimits.DAY)).collectList())
                .map(known -> StartPlan.of(now, slot, known.getT2(), known.getT1())));
  }
}
