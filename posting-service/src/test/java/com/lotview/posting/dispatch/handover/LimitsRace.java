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
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Phaser;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Random work for the dispatcher on a separate clock: jobs of all kinds come, run for a random
 * time, fail and come again; accounts are shut, opened and sent to rest; dispatchers are killed in
 * the middle of their turns and new ones started. At every moment of the clock all threads race;
 * the clock goes on when nothing is left to do. A {@link LimitsJudge} keeps the books.
 */
public final class LimitsRace {
  /**
   * How much.
   *
   * @param span time over which the arrivals are spread
   * @param drained how long it may go on after the last arrival
   * @param lookers how many of the threads also poll all accounts
   * @param step maximum step of the clock; five times as far after the last arrival
   */
  public record Load(
      int dealerships,
      int accounts,
      int arrivals,
      Duration span,
      Duration drained,
      Duration step,
      int threads,
      int lookers,
      long seed) {}

  /** What was seen. */
  public record Outcome(
      LimitsJudge.Verdict verdict, long kills, long moments, Duration virtual, Duration real) {}

  private static final Instant START = Instant.parse("2002-01-01T00:00:00Z");
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final String DEPARTED = "departed";
  private static final int PROCESSES = 4;
  private static final int KILL_ONE_IN = 1_000;

  /** Stands still until the race moves it. */
  private static final class Moment extends Clock {
    volatile Instant now = START;

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  private static final class Killed extends RuntimeException {
    Killed() {
      super("killed", null, false, false);
    }
  }

  private record Departed(AccountRef account, JobRef job, int attempt, Instant at) {}

  private record End(Instant at, Departed run) {}

  private record Shut(Instant at, AccountRef account) {}

  private final Load load;
  private final DispatchStore store;
  private final DispatchTransactions transactions;
  private final List<AccountRef> accounts;
  private final LimitsJudge judge = new LimitsJudge();
  private final Moment clock = new Moment();
  private final Random random;
  private final PriorityQueue<End> ends = new PriorityQueue<>(Comparator.comparing(End::at));
  private final PriorityQueue<Shut> shut = new PriorityQueue<>(Comparator.comparing(Shut::at));
  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private final AtomicReferenceArray<Process> processes = new AtomicReferenceArray<>(PROCESSES);
  private final Map<UUID, AccountRef> accountOf = new ConcurrentHashMap<>();
  private final LongAdder kills = new LongAdder();
  private final AtomicReference<@Nullable Throwable> failed = new AtomicReference<>();
  private volatile boolean over;

  public LimitsRace(
      Load load,
      DispatchStore store,
      DispatchTransactions transactions,
      List<AccountRef> accounts) {
    this.load = load;
    this.store = store;
    this.transactions = transactions;
    this.accounts = accounts;
    this.random = new Random(load.seed());
    accounts.forEach(judge::account);
  }

  /** A dispatcher that can be killed: uncommitted work is lost, and it does nothing more. */
  private final class Process implements DispatchTransactions {
    private final int number;
    private volatile boolean dead;
    final Dispatcher dispatcher;

    Process(int number) {
      this.number = number;
      this.dispatcher =
          new Dispatcher(
              store,
              this,
              new JobHandlers(Stream.of(JobKind.values()).<JobHandler>map(Sending::new).toList()),
              LargeFleet.handover(),
              clock);
    }

    @Override
    public <T> Mono<T> inTenant(UUID dealershipId, Mono<T> work) {
      return Mono.defer(() -> dead ? Mono.error(new Killed()) : inside(dealershipId, work));
    }

    private <T> Mono<T> inside(UUID dealershipId, Mono<T> work) {
      AtomicReference<@Nullable Departed> departed = new AtomicReference<>();
      Mono<T> mortal = work.materialize().doOnNext(end -> mayDie()).dematerialize();
      return transactions
          .inTenant(dealershipId, mortal)
          .contextWrite(context -> context.put(DEPARTED, departed))
          .materialize()
          .doOnNext(end -> {
            Departed run = departed.get();
            if (!end.isOnError() && run != null) {
              onItsWay(run);
            }
            mayDie();
          })
          .dematerialize();
    }

    @Override
    public <T> Flux<T> inSystem(Flux<T> work) {
      return transactions.inSystem(work);
    }

    private void mayDie() {
      if (!dead && ThreadLocalRandom.current().nextInt(KILL_ONE_IN) == 0) {
        dead = true;
        kills.increment();
        processes.set(number, new Process(number));
      }
      if (dead) {
        throw new Killed();
      }
    }
  }

  /** Sends nothing; tells the transaction's process which jobs would have been handed over. */
  private final class Sending implements StartingHandler {
    private final JobKind kind;

    Sending(JobKind kind) {
      this.kind = kind;
    }

    @Override
    public JobKind kind() {
      return kind;
    }

    @Override
    public Mono<Integer> start(UUID jobId, Instant now) {
      return Mono.deferContextual(context -> {
        AccountRef account = accountOf.get(jobId);
        int attempt = judge.nextAttempt(account, jobId);
        AtomicReference<Departed> departed = context.get(DEPARTED);
        departed.set(new Departed(account, new JobRef(kind, jobId), attempt, now));
        return Mono.just(attempt);
      });
    }
  }

  private void onItsWay(Departed run) {
    judge.departed(run.account(), run.job(), run.attempt(), run.at());
    Duration time = Duration.ofMillis(ThreadLocalRandom.current().nextLong(5_000, 240_000));
    synchronized (ends) {
      ends.add(new End(run.at().plus(time), run));
    }
  }

  /** Runs it all. */
  public Outcome run() throws InterruptedException {
    long began = System.nanoTime();
    for (int i = 0; i < PROCESSES; i++) {
      processes.set(i, new Process(i));
    }
    Phaser phaser = new Phaser(1 + load.threads());
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < load.threads(); i++) {
      int number = i;
      threads.add(Thread.ofPlatform().daemon().start(() -> race(phaser, number)));
    }
    long moments = 0;
    int arrived = 0;
    Instant lastArrival = START.plus(load.span());
    Instant last = lastArrival.plus(load.drained());
    while (clock.now.isBefore(last) && (arrived < load.arrivals() || anythingLeft())) {
      long most = load.step().toMillis() * (arrived < load.arrivals() ? 1 : 5);
      clock.now = clock.now.plusMillis(1 + random.nextLong(most));
      Instant now = clock.now;
      int by = arrivalsBy(now);
      for (; arrived < by; arrived++) {
        tasks.add(arrival(now));
      }
      endsBy(now);
      disturb(now);
      phaser.arriveAndAwaitAdvance();
      phaser.arriveAndAwaitAdvance();
      Throwable error = failed.get();
      if (error != null) {
        throw new IllegalStateException("A thread of the race failed", error);
      }
      settle();
      judge.momentOver(now);
      moments++;
    }
    over = true;
    phaser.arriveAndAwaitAdvance();
    for (Thread thread : threads) {
      thread.join();
    }
    return new Outcome(
        judge.verdict(waiting(), random),
        kills.sum(),
        moments,
        Duration.between(START, clock.now),
        Duration.ofNanos(System.nanoTime() - began));
  }

  private void race(Phaser phaser, int number) {
    while (true) {
      phaser.arriveAndAwaitAdvance();
      if (over) {
        return;
      }
      try {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
          task.run();
        }
        if (number < load.lookers()) {
          process(number).dispatcher.poll().onErrorComplete(Killed.class).block(TIMEOUT);
        }
      } catch (RuntimeException | Error error) {
        failed.compareAndSet(null, error);
      }
      phaser.arriveAndAwaitAdvance();
    }
  }

  private Process process(int number) {
    return processes.get(number % PROCESSES);
  }

  // The polls that the clock would have caused, until there is nothing to do at this moment.
  private void settle() {
    while (Boolean.TRUE.equals(
        transactions.inSystem(store.freeAccounts(clock.now, 1)).hasElements().block(TIMEOUT))) {
      process(random.nextInt(PROCESSES)).dispatcher.poll().onErrorComplete().block(TIMEOUT);
    }
  }

  private boolean anythingLeft() {
    synchronized (ends) {
      return !ends.isEmpty() || judge.anythingWaits();
    }
  }

  private int arrivalsBy(Instant now) {
    double part = (double) Duration.between(START, now).toMillis() / load.span().toMillis();
    return (int) Math.min(load.arrivals(), Math.round(part * load.arrivals()));
  }

  private Runnable arrival(Instant now) {
    AccountRef account = someAccount();
    int dice = random.nextInt(100);
    JobKind kind = dice < 85 ? JobKind.POST : JobKind.values()[1 + dice % 3];
    JobRef job = new JobRef(kind, Ids.next());
    long later = random.nextInt(10) == 0 ? random.nextLong(Duration.ofDays(1).toMillis()) : 0;
    Instant due = now.plusMillis(later);
    boolean named = random.nextBoolean();
    int number = random.nextInt(PROCESSES);
    return () -> {
      accountOf.put(job.id(), account);
      judge.arrives(account, job, due, now);
      surely(account, schedule(account, job, due));
      if (named) {
        process(number).dispatcher.turn(account).onErrorComplete().block(TIMEOUT);
      }
    };
  }

  // A few accounts get most of the work: those reach the limits, the others do not.
  private AccountRef someAccount() {
    double skewed = Math.pow(random.nextDouble(), 1.7);
    return accounts.get((int) (skewed * accounts.size()));
  }

  private void endsBy(Instant now) {
    synchronized (ends) {
      while (!ends.isEmpty() && !ends.peek().at().isAfter(now)) {
        Departed run = ends.remove().run();
        boolean again = random.nextInt(20) == 0;
        tasks.add(() -> end(run, again, now));
      }
    }
  }

  private void end(Departed run, boolean again, Instant now) {
    AccountRef account = run.account();
    judge.ends(account, now);
    Mono<?> work =
        store.lock(account).then(store.release(account, run.job().id(), run.attempt(), now));
    if (again) {
      Instant due = now.plusSeconds(60);
      judge.arrives(account, run.job(), due, now);
      work = work.then(schedule(account, run.job(), due));
    }
    surely(account, work);
  }

  private Mono<Boolean> schedule(AccountRef account, JobRef job, Instant due) {
    return store.schedule(account, job, due);
  }

  private void disturb(Instant now) {
    while (!shut.isEmpty() && !shut.peek().at().isAfter(now)) {
      AccountRef account = shut.remove().account();
      tasks.add(() -> open(account, true, now));
    }
    if (random.nextInt(20) != 0) {
      return;
    }
    AccountRef account = someAccount();
    Instant until = now.plusSeconds(random.nextInt(7_200));
    if (random.nextBoolean()) {
      tasks.add(() -> rest(account, until, now));
    } else {
      shut.add(new Shut(until, account));
      tasks.add(() -> open(account, false, now));
    }
  }

  private void rest(AccountRef account, Instant until, Instant now) {
    judge.rests(account, until, now);
    surely(account, store.rest(account, until));
  }

  private void open(AccountRef account, boolean open, Instant now) {
    judge.opens(account, open, now);
    surely(account, store.setOpen(account, open));
  }

  // Repeats until it is committed, as the handling of an event does.
  private void surely(AccountRef account, Mono<?> work) {
    Mono<?> mortal =
        work.materialize()
            .doOnNext(end -> {
              if (ThreadLocalRandom.current().nextInt(KILL_ONE_IN) == 0) {
                throw new Killed();
              }
            })
            .dematerialize();
    transactions
        .inTenant(account.dealershipId(), mortal)
        .retryWhen(Retry.indefinitely().filter(Killed.class::isInstance))
        .block(TIMEOUT);
  }

  // Takes all that waits off the list to see it: the end of the race.
  private Set<UUID> waiting() {
    Set<UUID> waiting = new HashSet<>();
    for (AccountRef account : accounts) {
      Flux<JobRef> jobs = store.drop(account);
      transactions
          .inTenant(account.dealershipId(), jobs.map(JobRef::id).collectList())
          .blockOptional(TIMEOUT)
          .ifPresent(waiting::addAll);
    }
    return waiting;
  }
}
