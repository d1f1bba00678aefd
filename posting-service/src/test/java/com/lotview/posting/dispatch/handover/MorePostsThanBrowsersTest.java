package com.lotview.posting.dispatch.handover;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.kit.id.Ids;
import com.lotview.posting.dispatch.AccountRef;
import com.lotview.posting.dispatch.InMemoryDispatch;
import com.lotview.posting.dispatch.JobHandler;
import com.lotview.posting.dispatch.JobHandlers;
import com.lotview.posting.dispatch.JobKind;
import com.lotview.posting.dispatch.JobRef;
import com.lotview.posting.dispatch.StartingHandler;
import com.lotview.posting.fleet.FleetCapacity;
import com.lotview.posting.fleet.FleetStore.InLine;
import com.lotview.posting.fleet.LinePlans;
import com.lotview.posting.fleet.WaitingLine.Place;
import com.lotview.posting.id.DealershipId;
import com.lotview.posting.id.FbAccountId;
import com.lotview.testkit.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/**
 * A Monday morning: 300 posts of 100 accounts are ordered at once, and two browsers need three
 * hours for them. The dispatcher, its rules and the plan are the real ones; clock and browsers are
 * played.
 */
class MorePostsThanBrowsersTest {
  private static final int DEALERSHIPS = 10;
  private static final int ACCOUNTS_EACH = 10;
  private static final int POSTS_EACH = 3;
  private static final int BROWSERS = 2;
  private static final int SECONDS_PER_JOB = 72;
  private static final Duration TIMEOUT = Duration.ofSeconds(20);
  private static final double NEAR = 0.2;

  private record Handed(AccountRef account, UUID job) {}

  private record Running(AccountRef account, UUID job, Instant end) {}

  private final TestClock clock = new TestClock();
  private final InMemoryDispatch memory = new InMemoryDispatch();
  private final Random random = new Random(20261129);
  private final Map<UUID, AccountRef> accountOf = new LinkedHashMap<>();
  private final Deque<Handed> handed = new ArrayDeque<>();
  private final PriorityQueue<Running> running =
      new PriorityQueue<>(Comparator.comparing(Running::end));
  private final Map<UUID, Instant> begun = new LinkedHashMap<>();
  private final Map<UUID, Instant> served = new HashMap<>();
  private int mostHanded;
  private boolean away;

  private final Dispatcher dispatcher =
      new Dispatcher(
          memory,
          memory,
          new JobHandlers(Stream.of(JobKind.values()).<JobHandler>map(Handing::new).toList()),
          new Handover(() -> memory.notBegun().map(jobs -> away ? 0 : fleet().room(jobs))),
          clock);

  private final class Handing implements StartingHandler {
    private final JobKind kind;

    Handing(JobKind kind) {
      this.kind = kind;
    }

    @Override
    public JobKind kind() {
      return kind;
    }

    @Override
    public Mono<Integer> start(UUID jobId, Instant now) {
      handed.add(new Handed(accountOf.get(jobId), jobId));
      served.put(accountOf.get(jobId).dealershipId(), now);
      mostHanded = Math.max(mostHanded, handed.size());
      return Mono.just(1);
    }
  }

  @Test
  void allArePostedInTurnAndStartWhenTheirDealersWereTold() {
    Instant ordered = clock.instant();
    order();
    Map<UUID, Place> shown = plan();
    assertThat(shown).hasSize(300);
    play();
    assertThat(begun).hasSize(300);
    assertThat(Duration.between(ordered, clock.instant()))
        .isBetween(Duration.ofMinutes(150), Duration.ofMinutes(210));
    long wrong =
        begun.entrySet().stream()
            .filter(entry -> !near(ordered, shown.get(entry.getKey()).start(), entry.getValue()))
            .count();
    assertThat(wrong).as("starts that were not as shown").isZero();
    everyAccountInOrder();
    dealershipsAlike();
    assertThat(mostHanded).as("in line with the fleet at once").isLessThanOrEqualTo(2 * BROWSERS);
  }

  @Test
  void anHourWithoutAnyWorkerOnlyDelays() {
    Instant ordered = clock.instant();
    order();
    playUntil(ordered.plus(Duration.ofHours(1)));
    away = true;
    int before = begun.size();
    int inLine = handed.size();
    playUntil(ordered.plus(Duration.ofHours(2)));
    assertThat(begun).hasSize(before);
    assertThat(handed).as("nothing more is handed over").hasSize(inLine);
    away = false;
    play();
    assertThat(begun).hasSize(300);
    everyAccountInOrder();
    dealershipsAlike();
  }

  private void order() {
    for (int post = 0; post < POSTS_EACH; post++) {
      for (int i = 0; i < DEALERSHIPS * ACCOUNTS_EACH; i++) {
        AccountRef account = account(i);
        UUID job = Ids.next();
        accountOf.put(job, account);
        JobRef ref = new JobRef(JobKind.POST, job);
        in(account, memory.schedule(account, ref, clock.instant()));
      }
    }
  }

  private final Map<Integer, AccountRef> accounts = new HashMap<>();
  private final Map<Integer, UUID> dealerships = new HashMap<>();

  private AccountRef account(int number) {
    return accounts.computeIfAbsent(
        number,
        one -> {
          UUID dealership = dealerships.computeIfAbsent(one / ACCOUNTS_EACH, other -> Ids.next());
          AccountRef account =
              new AccountRef(new DealershipId(dealership), new FbAccountId(Ids.next()));
          in(account, memory.setOpen(account, true).thenReturn(true));
          return account;
        });
  }

  private FleetCapacity fleet() {
    return new FleetCapacity(1, BROWSERS, BROWSERS - running.size(), SECONDS_PER_JOB);
  }

  private Map<UUID, Place> plan() {
    List<InLine> line = new ArrayList<>();
    accountOf.forEach((job, account) -> {
      if (!begun.containsKey(job)) {
        boolean over = handed.stream().anyMatch(one -> one.job().equals(job));
        line.add(new InLine(account, job, over, clock.instant()));
      }
    });
    return LinePlans.of(clock.instant(), fleet(), line, served);
  }

  private void play() {
    playUntil(Instant.MAX);
  }

  private void playUntil(Instant until) {
    while (true) {
      dispatcher.poll().block(TIMEOUT);
      while (!away && running.size() < BROWSERS && !handed.isEmpty()) {
        begin(handed.remove());
        dispatcher.poll().block(TIMEOUT);
      }
      Running next = running.poll();
      if (next == null || next.end().isAfter(until)) {
        if (next != null) {
          running.add(next);
        }
        if (until.isBefore(Instant.MAX)) {
          clock.advance(Duration.between(clock.instant(), until));
        }
        return;
      }
      clock.advance(Duration.between(clock.instant(), next.end()));
      in(next.account(), memory.release(next.account(), next.job(), 1, clock.instant()));
    }
  }

  private void begin(Handed job) {
    Instant now = clock.instant();
    assertThat(in(job.account(), memory.begin(job.account(), job.job(), 1, now))).isTrue();
    begun.put(job.job(), now);
    // From two thirds to four thirds of the average.
    int seconds = SECONDS_PER_JOB * 2 / 3 + random.nextInt(SECONDS_PER_JOB * 2 / 3 + 1);
    running.add(new Running(job.account(), job.job(), now.plusSeconds(seconds)));
  }

  private static boolean near(Instant ordered, Instant shown, Instant actual) {
    double wait = Duration.between(ordered, actual).toSeconds();
    double off = Math.abs(Duration.between(shown, actual).toSeconds());
    // A person would not call a difference of a minute or two wrong.
    return off <= Math.max(2 * SECONDS_PER_JOB, NEAR * wait);
  }

  private void everyAccountInOrder() {
    Map<AccountRef, List<UUID>> ordered = new HashMap<>();
    accountOf.forEach(
        (job, account) -> ordered.computeIfAbsent(account, one -> new ArrayList<>()).add(job));
    Map<AccountRef, List<UUID>> happened = new HashMap<>();
    begun
        .keySet()
        .forEach(
            job -> happened.computeIfAbsent(accountOf.get(job), one -> new ArrayList<>()).add(job));
    assertThat(happened).isEqualTo(ordered);
  }

  // Of the first hundred, every dealership has had about its tenth.
  private void dealershipsAlike() {
    Map<UUID, Integer> first = new HashMap<>();
    begun.keySet().stream()
        .limit(100)
        .forEach(job -> first.merge(accountOf.get(job).dealershipId(), 1, Integer::sum));
    assertThat(first).hasSize(DEALERSHIPS);
    assertThat(first.values()).allMatch(posts -> posts >= 9 && posts <= 11);
  }

  private <T> T in(AccountRef account, Mono<T> work) {
    return memory.inTenant(account.dealershipId(), work).block(TIMEOUT);
  }
}
