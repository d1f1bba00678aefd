package com.lotview.posting.dispatch.handover;

import com.lotview.kit.id.Ids;
import com.lotview.posting.dispatch.AccountRef;
import com.lotview.posting.dispatch.DispatchStore;
import com.lotview.posting.dispatch.JobHandler;
import com.lotview.posting.dispatch.JobHandlers;
import com.lotview.posting.dispatch.JobKind;
import com.lotview.posting.dispatch.JobRef;
import com.lotview.posting.dispatch.StartingHandler;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/** Measures the time from a job's arrival to its hand-over, with a hand-over that does nothing. */
public final class DispatchCost {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  private final DispatchStore store;
  private final DispatchTransactions transactions;
  private final Dispatcher dispatcher;
  private final Set<UUID> departed = ConcurrentHashMap.newKeySet();

  public DispatchCost(DispatchStore store, DispatchTransactions transactions, Clock clock) {
    this.store = store;
    this.transactions = transactions;
    List<JobHandler> handlers =
        Stream.of(JobKind.values()).<JobHandler>map(kind -> new Nowhere(kind, departed)).toList();
    this.dispatcher =
        new Dispatcher(
            store, transactions, new JobHandlers(handlers), LargeFleet.handover(), clock);
  }

  private record Nowhere(JobKind kind, Set<UUID> departed) implements StartingHandler {
    @Override
    public Mono<Integer> start(UUID jobId, Instant now) {
      departed.add(jobId);
      return Mono.just(1);
    }
  }

  /** Time of one poll, whatever it finds. */
  public Duration poll() {
    long began = System.nanoTime();
    dispatcher.poll().block(TIMEOUT);
    return Duration.ofNanos(System.nanoTime() - began);
  }

  /**
   * Schedules and hands over one post of each account.
   *
   * @param named wakes the account directly; if false, a poll of all accounts finds it
   * @return from the start of the transaction that schedules to the end of the turn, sorted
   */
  public List<Duration> turns(List<AccountRef> accounts, Instant now, boolean named) {
    List<Duration> times = new ArrayList<>();
    for (AccountRef account : accounts) {
      UUID dealership = account.dealershipId();
      JobRef job = new JobRef(JobKind.POST, Ids.next());
      long began = System.nanoTime();
      transactions.inTenant(dealership, store.schedule(account, job, now)).block(TIMEOUT);
      if (named) {
        dispatcher.turn(account).block(TIMEOUT);
      } else {
        dispatcher.poll().block(TIMEOUT);
      }
      times.add(Duration.ofNanos(System.nanoTime() - began));
      if (!departed.contains(job.id())) {
        throw new IllegalStateException("The job did not depart");
      }
      transactions.inTenant(dealership, store.release(account, job.id(), 1, now)).block(TIMEOUT);
    }
    times.sort(null);
    return times;
  }
}
