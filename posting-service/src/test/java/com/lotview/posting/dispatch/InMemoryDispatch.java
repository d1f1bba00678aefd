package com.lotview.posting.dispatch;

import com.lotview.posting.dispatch.handover.DispatchTransactions;
import com.lotview.posting.id.DealershipId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The dispatcher's tables in memory: a lock per account, held until the transaction ends; what a
 * failed transaction wrote is undone. Reads without a lock may see what is not committed yet. All
 * of a transaction runs in the thread that subscribes; waiting for a lock blocks it.
 */
public final class InMemoryDispatch implements DispatchStore, DispatchTransactions {
  private static final Duration COUNTED = Duration.ofDays(1);
  private static final int CANDIDATES = 1_000;

  private record Taken(UUID job, int attempt, Instant at) {}

  private record Look(Instant at, AccountRef account) {
    static final Comparator<Look> ORDER =
        Comparator.comparing(Look::at)
            .thenComparing(look -> look.account().fbAccountId())
            .thenComparing(look -> look.account().dealershipId());
  }

  private record Entry(Account account, WaitingJob waiting) {}

  private record Slot(
      boolean open,
      @Nullable UUID busyJob,
      int busyAttempt,
      boolean begun,
      @Nullable Instant nextLook,
      @Nullable Instant restUntil,
      List<Taken> taken) {

    static final Slot NEW = new Slot(false, null, 0, false, null, null, List.of());

    Slot withOpen(boolean now) {
      return new Slot(now, busyJob, busyAttempt, begun, nextLook, restUntil, taken);
    }

    Slot withBusy(@Nullable UUID job, int attempt, List<Taken> log) {
      return new Slot(open, job, attempt, false, nextLook, restUntil, log);
    }

    Slot withNextLook(@Nullable Instant at) {
      return new Slot(open, busyJob, busyAttempt, begun, at, restUntil, taken);
    }

    Slot withRest(Instant until) {
      return new Slot(open, busyJob, busyAttempt, begun, nextLook, until, taken);
    }

    Slot withBegun() {
      return new Slot(open, busyJob, busyAttempt, true, nextLook, restUntil, taken);
    }

    Slot without(UUID job, int attempt) {
      List<Taken> log =
          taken.stream().filter(one -> !one.job().equals(job) || one.attempt() != attempt).toList();
      return new Slot(open, busyJob, busyAttempt, begun, nextLook, restUntil, log);
    }

    Slot with(Taken post) {
      List<Taken> log = new ArrayList<>(without(post.job(), post.attempt()).taken());
      log.add(post);
      return new Slot(open, busyJob, busyAttempt, begun, nextLook, restUntil, List.copyOf(log));
    }

    boolean isFree() {
      return open && busyJob == null;
    }

    @Nullable Look look(AccountRef account) {
      return isFree() && nextLook != null ? new Look(nextLook, account) : null;
    }
  }

  private static final class Account {
    final AccountRef ref;
    final Semaphore lock = new Semaphore(1);
    final NavigableSet<WaitingJob> posts = new ConcurrentSkipListSet<>(WaitingJob.ORDER);
    final NavigableSet<WaitingJob> others = new ConcurrentSkipListSet<>(WaitingJob.ORDER);
    volatile Slot slot = Slot.NEW;

    Account(AccountRef ref) {
      this.ref = ref;
    }

    NavigableSet<WaitingJob> queue(JobKind kind) {
      return kind.isLimited() ? posts : others;
    }

    AccountSlot shown() {
      return new AccountSlot(slot.open(), slot.busyJob() != null, slot.restUntil());
    }
  }

  private static final class Transaction {
    final @Nullable UUID dealership;
    final Set<Account> held = new HashSet<>();
    final Deque<Runnable> undo = new ArrayDeque<>();

    Transaction(@Nullable UUID dealership) {
      this.dealership = dealership;
    }

    void end(boolean well) {
      while (!well && !undo.isEmpty()) {
        undo.pop().run();
      }
      undo.clear();
      held.forEach(account -> account.lock.release());
      held.clear();
    }
  }

  private final Map<AccountRef, Account> accounts = new ConcurrentHashMap<>();
  private final Map<UUID, Entry> jobs = new ConcurrentHashMap<>();
  private final Map<UUID, Instant> served = new ConcurrentHashMap<>();
  private final NavigableSet<Look> looks = new ConcurrentSkipListSet<>(Look.ORDER);

  @Override
  public <T> Mono<T> inTenant(UUID dealershipId, Mono<T> work) {
    return Mono.defer(() -> {
      Transaction transaction = new Transaction(dealershipId);
      return work.doOnSuccess(value -> transaction.end(true))
          .doOnError(error -> transaction.end(false))
          .doOnCancel(() -> transaction.end(false))
          .contextWrite(context -> context.put(Transaction.class, transaction));
    });
  }

  @Override
  public <T> Flux<T> inSystem(Flux<T> work) {
    return work.contextWrite(context -> context.put(Transaction.class, new Transaction(null)));
  }

  @Override
  public Flux<AccountRef> freeAccounts(Instant now, int limit) {
    return Flux.defer(() -> {
      // As of one moment: others write it while this sorts.
      Map<UUID, Instant> servedNow = Map.copyOf(served);
      Map<UUID, Integer> places = new HashMap<>();
      List<Map.Entry<Integer, Look>> placed = new ArrayList<>();
      for (Look look : looks) {
        if (look.at().isAfter(now) || placed.size() == CANDIDATES) {
          break;
        }
        placed.add(Map.entry(places.merge(look.account().dealershipId(), 1, Integer::sum), look));
      }
      placed.sort(
          Map.Entry.<Integer, Look>comparingByKey()
              .thenComparing(one ->
                  servedNow.getOrDefault(one.getValue().account().dealershipId(), Instant.MIN)));
      return Flux.fromStream(placed.stream().limit(limit).map(one -> one.getValue().account()));
    });
  }

  @Override
  public Mono<AccountSlot> claim(AccountRef ref) {
    return in(transaction -> {
      Account account = find(transaction, ref);
      if (account == null || !tryHold(transaction, account)) {
        return null;
      }
      return account.shown();
    });
  }

  @Override
  public Mono<Void> lock(AccountRef ref) {
    return in(transaction -> hold(transaction, find(transaction, ref))).then();
  }

  @Override
  public Mono<AccountSlot> slot(AccountRef ref) {
    return in(transaction -> {
      Account account = find(transaction, ref);
      return account == null ? null : account.shown();
    });
  }

  @Override
  public Mono<QueueHeads> heads(AccountRef ref) {
    return in(transaction -> {
      Account account = find(transaction, ref);
      return account == null
          ? QueueHeads.NONE
          : Stream.concat(account.posts.stream().limit(1), heads(account.others))
              .reduce(QueueHeads.NONE, QueueHeads::with, (one, other) -> other);
    });
  }

  @Override
  public Flux<Instant> taken(AccountRef ref, Instant since) {
    return in(transaction -> find(transaction, ref))
        .flatMapIterable(account -> account.slot.taken())
        .map(Taken::at)
        .filter(at -> at.isAfter(since));
  }

  @Override
  public Mono<Void> occupy(AccountRef ref, JobRef job, int attempt, Instant now) {
    return in(
            transaction -> {
              Account account = hold(transaction, find(transaction, ref));
              drop(transaction, job.id());
              List<Taken> log = new ArrayList<>(account.slot.taken());
              log.removeIf(taken -> !taken.at().isAfter(now.minus(COUNTED)));
              if (job.kind().isLimited()) {
                log.add(new Taken(job.id(), attempt, now));
              }
              Instant next =
                  Stream.of(account.posts, account.others)
                      .<WaitingJob>mapMulti((queue, sink) -> queue.stream().limit(1).forEach(sink))
                      .map(WaitingJob::dueAt)
                      .min(Instant::compareTo)
                      .orElse(null);
              served.put(ref.dealershipId(), now);
              change(transaction, account, slot -> slot.withBusy(job.id(), attempt, log));
              change(transaction, account, slot -> slot.withNextLook(next));
              return account;
            })
        .then();
  }

  @Override
  public Mono<Boolean> release(AccountRef ref, UUID jobId, int attempt, Instant now) {
    return in(transaction -> {
      Account account = hold(transaction, find(transaction, ref));
      Slot slot = account.slot;
      if (!jobId.equals(slot.busyJob()) || slot.busyAttempt() != attempt) {
        return false;
      }
      List<Taken> log =
          slot.taken().stream()
              .map(taken ->
                  taken.job().equals(jobId)
                          && taken.attempt() == attempt
                          && taken.at().isBefore(now)
                      ? new Taken(jobId, attempt, now)
                      : taken)
              .toList();
      change(transaction, account, busy -> busy.withBusy(null, 0, log));
      Instant next = slot.nextLook();
      return slot.open() && next != null && !next.isAfter(now);
    });
  }

  @Override
  public Mono<Instant> handed(AccountRef ref, UUID jobId, int attempt) {
    // For metrics only.
    return Mono.empty();
  }

  @Override
  public Mono<Boolean> begin(AccountRef ref, UUID jobId, int attempt, Instant now) {
    return in(transaction -> {
      Account account = hold(transaction, find(transaction, ref));
      Slot slot = account.slot;
      if (!jobId.equals(slot.busyJob()) || slot.busyAttempt() != attempt) {
        return false;
      }
      change(transaction, account, Slot::withBegun);
      return true;
    });
  }

  @Override
  public Mono<Integer> notBegun() {
    return Mono.fromSupplier(() ->
        (int)
            accounts.values().stream()
                .map(account -> account.slot)
                .filter(slot -> slot.busyJob() != null && !slot.begun())
                .count());
  }

  @Override
  public Mono<Void> uncount(AccountRef ref, UUID jobId, int attempt) {
    return in(
            transaction -> {
              Account account = hold(transaction, find(transaction, ref));
              change(transaction, account, slot -> slot.without(jobId, attempt));
              return account;
            })
        .then();
  }

  @Override
  public Mono<Void> count(AccountRef ref, UUID postingId, int attempt, Instant at) {
    return in(
            transaction -> {
              Account account = hold(transaction, find(transaction, ref));
              change(transaction, account, slot -> slot.with(new Taken(postingId, attempt, at)));
              return account;
            })
        .then();
  }

  @Override
  public Mono<Void> pollAgain(AccountRef ref, @Nullable Instant at) {
    return in(
            transaction -> {
              Account account = hold(transaction, find(transaction, ref));
              change(transaction, account, slot -> slot.withNextLook(at));
              return account;
            })
        .then();
  }

  @Override
  public Mono<Boolean> schedule(AccountRef ref, JobRef job, Instant dueAt) {
    return in(transaction -> {
      Account account = find(transaction, ref);
      if (account == null) {
        throw new IllegalStateException("No slot of account " + ref.fbAccountId());
      }
      hold(transaction, account);
      drop(transaction, job.id());
      put(transaction, account, new WaitingJob(job, dueAt));
      Instant next = account.slot.nextLook();
      if (next == null || dueAt.isBefore(next)) {
        change(transaction, account, slot -> slot.withNextLook(dueAt));
      }
      return account.slot.isFree();
    });
  }

  @Override
  public Mono<Void> remove(DealershipId dealership, UUID jobId) {
    return in(
            transaction -> {
              Entry entry = jobs.get(jobId);
              if (entry != null && entry.account().ref.dealership().equals(dealership)) {
                hold(transaction, entry.account());
                drop(transaction, jobId);
              }
              return true;
            })
        .then();
  }

  @Override
  public Flux<JobRef> drop(AccountRef ref) {
    return in(
            transaction -> {
              Account account = hold(transaction, find(transaction, ref));
              List<JobRef> waited =
                  Stream.concat(account.posts.stream(), account.others.stream())
                      .map(WaitingJob::job)
                      .toList();
              waited.forEach(job -> drop(transaction, job.id()));
              change(transaction, account, slot -> slot.withNextLook(null));
              return waited;
            })
        .flatMapIterable(waited -> waited);
  }

  @Override
  public Mono<Void> setOpen(AccountRef ref, boolean open) {
    return in(
            transaction -> {
              Account account = accounts.computeIfAbsent(ref, Account::new);
              hold(transaction, account);
              change(transaction, account, slot -> slot.withOpen(open));
              return account;
            })
        .then();
  }

  @Override
  public Mono<Void> rest(AccountRef ref, Instant until) {
    return in(
            transaction -> {
              Account account = hold(transaction, find(transaction, ref));
              Instant before = account.slot.restUntil();
              if (before == null || until.isAfter(before)) {
                change(transaction, account, slot -> slot.withRest(until));
              }
              return account;
            })
        .then();
  }

  @Override
  public Flux<AccountRef> accountsOf(UUID dealershipId, Collection<UUID> jobIds) {
    return Flux.fromIterable(jobIds)
        .mapNotNull(jobs::get)
        .map(entry -> entry.account().ref)
        .filter(account -> account.dealershipId().equals(dealershipId))
        .distinct();
  }

  @Override
  public Flux<WaitingJob> posts(AccountRef ref, int limit) {
    return in(transaction -> find(transaction, ref))
        .flatMapIterable(account -> account.posts)
        .take(limit);
  }

  private static Stream<WaitingJob> heads(NavigableSet<WaitingJob> queue) {
    return Stream.of(true, false)
        .flatMap(looks ->
            queue.stream()
                .filter(waiting -> (waiting.job().kind() == JobKind.LOOK) == looks)
                .limit(1));
  }

  private static <T> Mono<T> in(Function<Transaction, @Nullable T> work) {
    return Mono.deferContextual(
        context -> Mono.justOrEmpty(work.apply(context.get(Transaction.class))));
  }

  private @Nullable Account find(Transaction transaction, AccountRef ref) {
    if (!ref.dealershipId().equals(transaction.dealership)) {
      throw new IllegalStateException("Not in a transaction of dealership " + ref.dealershipId());
    }
    return accounts.get(ref);
  }

  private static boolean tryHold(Transaction transaction, Account account) {
    return transaction.held.contains(account)
        || (account.lock.tryAcquire() && transaction.held.add(account));
  }

  private static <A extends @Nullable Account> A hold(Transaction transaction, A account) {
    if (account != null && !transaction.held.contains(account)) {
      account.lock.acquireUninterruptibly();
      transaction.held.add(account);
    }
    return account;
  }

  private void change(Transaction transaction, Account account, UnaryOperator<Slot> by) {
    Slot before = account.slot;
    replace(account, by.apply(before));
    transaction.undo.push(() -> replace(account, before));
  }

  private void replace(Account account, Slot next) {
    Look old = account.slot.look(account.ref);
    Look look = next.look(account.ref);
    account.slot = next;
    if (old != null && !old.equals(look)) {
      looks.remove(old);
    }
    if (look != null && !look.equals(old)) {
      looks.add(look);
    }
  }

  private void put(Transaction transaction, Account account, WaitingJob waiting) {
    enter(account, waiting);
    transaction.undo.push(() -> leave(account, waiting));
  }

  private void drop(Transaction transaction, UUID jobId) {
    Entry entry = jobs.get(jobId);
    if (entry != null) {
      leave(entry.account(), entry.waiting());
      transaction.undo.push(() -> enter(entry.account(), entry.waiting()));
    }
  }

  private void enter(Account account, WaitingJob waiting) {
    jobs.put(waiting.job().id(), new Entry(account, waiting));
    account.queue(waiting.job().kind()).add(waiting);
  }

  private void leave(Account account, WaitingJob waiting) {
    jobs.remove(waiting.job().id());
    account.queue(waiting.job().kind()).remove(waiting);
  }
}
