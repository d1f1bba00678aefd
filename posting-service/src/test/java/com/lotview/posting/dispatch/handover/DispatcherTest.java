package com.lotview.posting.dispatch.handover;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.kit.id.Ids;
import com.lotview.posting.dispatch.AccountRef;
import com.lotview.posting.dispatch.ExpectedStarts;
import com.lotview.posting.dispatch.InMemoryDispatch;
import com.lotview.posting.dispatch.JobHandler;
import com.lotview.posting.dispatch.JobHandlers;
import com.lotview.posting.dispatch.JobKind;
import com.lotview.posting.dispatch.JobRef;
import com.lotview.posting.dispatch.StartingHandler;
import com.lotview.posting.id.DealershipId;
import com.lotview.posting.id.FbAccountId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class DispatcherTest {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  private final InMemoryDispatch memory = new InMemoryDispatch();
  private final List<UUID> departed = new ArrayList<>();
  private final Set<UUID> calledOff = new HashSet<>();
  private final Set<UUID> broken = new HashSet<>();

  private record Sending(JobKind kind, DispatcherTest test) implements StartingHandler {
    @Override
    public Mono<Integer> start(UUID jobId, Instant now) {
      if (test.broken.contains(jobId)) {
        return Mono.error(new IllegalStateException("broken"));
      }
      if (test.calledOff.contains(jobId)) {
        return Mono.empty();
      }
      test.departed.add(jobId);
      return Mono.just(1);
    }
  }

  @Test
  void aDealershipWithHundredsOfDueAccountsDoesNotMakeAnothersWait() {
    UUID large = Ids.next();
    for (int i = 0; i < 500; i++) {
      scheduled(account(large), NOON.minusSeconds(500 - i));
    }
    UUID single = scheduled(account(Ids.next()), NOON);
    look(NOON);
    assertThat(departed).hasSize(501);
    assertThat(departed.indexOf(single)).isLessThan(2);
  }

  @Test
  void noMoreIsHandedOverThanTheFleetHasRoomFor() {
    UUID large = Ids.next();
    for (int i = 0; i < 20; i++) {
      scheduled(account(large), NOON.minusSeconds(20 - i));
    }
    AtomicInteger room = new AtomicInteger(3);
    Handover handover = new Handover(() -> Mono.just(room.get()));
    dispatcher(handover, NOON).poll().block(TIMEOUT);
    assertThat(departed).hasSize(3);
    AccountRef late = account(large);
    scheduled(late, NOON);
    assertThat(dispatcher(handover, NOON).turnAtOnce(late).block(TIMEOUT))
        .as("others stand in line before it")
        .isFalse();
    assertThat(departed).hasSize(3);
    room.set(0);
    dispatcher(handover, NOON).poll().block(TIMEOUT);
    assertThat(departed).hasSize(3);
    room.set(100);
    dispatcher(handover, NOON).poll().block(TIMEOUT);
    assertThat(departed).hasSize(21);
  }

  @Test
  void withRoomForOneDealershipsTakeTurns() {
    UUID large = Ids.next();
    for (int i = 0; i < 10; i++) {
      scheduled(account(large), NOON.minusSeconds(20 - i));
    }
    UUID other = Ids.next();
    UUID one = scheduled(account(other), NOON.minusSeconds(2));
    UUID two = scheduled(account(other), NOON.minusSeconds(1));
    Handover handover = new Handover(() -> Mono.just(1));
    for (int second = 0; second < 4; second++) {
      dispatcher(handover, NOON.plusSeconds(second)).poll().block(TIMEOUT);
    }
    assertThat(departed).hasSize(4);
    assertThat(departed.subList(1, 4)).contains(one, two);
  }

  @Test
  void aJobThatIsNotToRunGivesItsRoomBack() {
    calledOff.add(scheduled(account(Ids.next()), NOON.minusSeconds(1)));
    UUID alive = scheduled(account(Ids.next()), NOON);
    dispatcher(new Handover(() -> Mono.just(1)), NOON).poll().block(TIMEOUT);
    assertThat(departed).containsExactly(alive);
  }

  @Test
  void jobsThatAreNotToRunAnyMoreMakeWayInOneLook() {
    AccountRef account = account(Ids.next());
    for (int i = 0; i < 100; i++) {
      calledOff.add(scheduled(account, NOON));
    }
    UUID alive = scheduled(account, NOON.plusMillis(1));
    look(NOON.plusMillis(1));
    assertThat(departed).containsExactly(alive);
  }

  @Test
  void anAccountWhoseTurnFailsStandsAsideAndTheOthersGoOn() {
    UUID dealership = Ids.next();
    AccountRef first = account(dealership);
    UUID bad = scheduled(first, NOON.minusSeconds(60));
    broken.add(bad);
    UUID good = scheduled(account(dealership), NOON);
    look(NOON);
    assertThat(departed).containsExactly(good);
    broken.clear();
    look(NOON.plusSeconds(1));
    assertThat(departed).containsExactly(good);
    look(NOON.plusSeconds(5));
    assertThat(departed).containsExactly(good, bad);
  }

  @Test
  void whatIsExpectedIsWhatHappens() {
    UUID dealership = Ids.next();
    AccountRef account = account(dealership);
    List<UUID> jobs = Stream.generate(() -> scheduled(account, NOON)).limit(30).toList();
    UUID elsewhere = Ids.next();
    List<UUID> asked = Stream.concat(jobs.stream(), Stream.of(elsewhere)).toList();
    ExpectedStarts starts = new ExpectedStarts(memory, at(NOON));
    Map<UUID, Instant> expected = in(dealership, starts.expectedStarts(dealership, asked));
    assertThat(expected).containsOnlyKeys(jobs);
    Instant free = NOON;
    for (int i = 0; i < jobs.size(); i++) {
      Instant start = expected.get(jobs.get(i));
      boolean limited = start.isAfter(free);
      if (i > 0 && limited) {
        release(account, jobs.get(i - 1), free);
      }
      look(start.minusMillis(1));
      assertThat(departed).hasSize(i);
      if (i > 0 && !limited) {
        release(account, jobs.get(i - 1), free);
      }
      look(start);
      assertThat(departed).last().isEqualTo(jobs.get(i));
      free = start.plus(ExpectedStarts.EXPECTED_RUN);
    }
  }

  private void release(AccountRef account, UUID job, Instant now) {
    in(account.dealershipId(), memory.release(account, job, 1, now));
  }

  private void look(Instant now) {
    dispatcher(LargeFleet.handover(), now).poll().block(TIMEOUT);
  }

  private Dispatcher dispatcher(Handover handover, Instant now) {
    List<JobHandler> handlers =
        Stream.of(JobKind.values()).<JobHandler>map(kind -> new Sending(kind, this)).toList();
    return new Dispatcher(memory, memory, new JobHandlers(handlers), handover, at(now));
  }

  private static Clock at(Instant now) {
    return Clock.fixed(now, ZoneOffset.UTC);
  }

  private AccountRef account(UUID dealership) {
    AccountRef account = new AccountRef(new DealershipId(dealership), new FbAccountId(Ids.next()));
    in(dealership, memory.setOpen(account, true));
    return account;
  }

  private UUID scheduled(AccountRef account, Instant due) {
    UUID job = Ids.next();
    in(account.dealershipId(), memory.schedule(account, new JobRef(JobKind.POST, job), due));
    return job;
  }

  private <T> T in(UUID dealership, Mono<T> work) {
    return memory.inTenant(dealership, work).block(Duration.ofSeconds(20));
  }
}
