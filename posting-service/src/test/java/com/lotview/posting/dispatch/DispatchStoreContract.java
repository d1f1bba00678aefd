package com.lotview.posting.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lotview.kit.id.Ids;
import com.lotview.posting.dispatch.handover.DispatchTransactions;
import com.lotview.posting.id.DealershipId;
import com.lotview.posting.id.FbAccountId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The contract of {@link DispatchStore}, for every implementation. */
public interface DispatchStoreContract {
  /** Long ago, so that nothing but the test's own accounts is due. */
  Instant NOON = Instant.parse("2001-11-21T12:00:00Z");

  Duration TIMEOUT = Duration.ofSeconds(20);

  DispatchStore store();

  DispatchTransactions transactions();

  /** An account of the dealership that has an open slot. */
  AccountRef account(UUID dealershipId);

  @Test
  default void aJobDueMakesItsAccountFreeAndAnOccupiedOneIsNot() {
    AccountRef account = account(Ids.next());
    assertThat(free(NOON)).doesNotContain(account);
    JobRef job = scheduled(account, JobKind.POST, NOON);
    assertThat(free(NOON.minusMillis(1))).doesNotContain(account);
    assertThat(free(NOON)).contains(account);
    occupy(account, job, 1, NOON);
    assertThat(free(NOON.plusSeconds(60))).doesNotContain(account);
    assertThat(in(account, store().slot(account)).busy()).isTrue();
    assertThat(heads(account)).isEqualTo(new QueueHeads(null, null));
    assertThat(release(account, job, 2, NOON)).as("another attempt").isFalse();
    assertThat(free(NOON)).doesNotContain(account);
    assertThat(release(account, job, 1, NOON)).as("nothing waits").isFalse();
    assertThat(free(NOON.plusSeconds(60))).doesNotContain(account);
  }

  @Test
  default void aJobCountsAsNotBegunUntilAWorkerBeginsThatAttempt() {
    AccountRef account = account(Ids.next());
    JobRef job = scheduled(account, JobKind.POST, NOON);
    int before = notBegun();
    occupy(account, job, 2, NOON);
    assertThat(notBegun()).isEqualTo(before + 1);
    assertThat(in(account, store().begin(account, job.id(), 1, NOON))).as("an old one").isFalse();
    assertThat(notBegun()).isEqualTo(before + 1);
    assertThat(in(account, store().begin(account, job.id(), 2, NOON))).isTrue();
    assertThat(in(account, store().begin(account, job.id(), 2, NOON))).as("again").isTrue();
    assertThat(notBegun()).isEqualTo(before);
    release(account, job, 2, NOON);
    occupy(account, scheduled(account, JobKind.POST, NOON), 1, NOON);
    assertThat(notBegun()).as("the next job").isEqualTo(before + 1);
  }

  @Test
  default void anAttemptThatWasNeverBegunTakesNoPlaceWithinTheLimits() {
    AccountRef account = account(Ids.next());
    JobRef job = scheduled(account, JobKind.POST, NOON);
    occupy(account, job, 1, NOON);
    release(account, job, 1, NOON);
    assertThat(taken(account)).hasSize(1);
    in(account, store().uncount(account, job.id(), 2).thenReturn(true));
    assertThat(taken(account)).hasSize(1);
    in(account, store().uncount(account, job.id(), 1).thenReturn(true));
    assertThat(taken(account)).isEmpty();
  }

  private int notBegun() {
    return transactions().inSystem(store().notBegun().flux()).blockLast(TIMEOUT);
  }

  private List<Instant> taken(AccountRef account) {
    return in(account, store().taken(account, NOON.minusSeconds(60)).collectList());
  }

  @Test
  default void aJobThatCameWhileTheAccountWasBusyIsFoundAfterwards() {
    AccountRef account = account(Ids.next());
    JobRef first = scheduled(account, JobKind.POST, NOON);
    JobRef second = scheduled(account, JobKind.POST, NOON.plusSeconds(1));
    occupy(account, first, 1, NOON);
    JobRef third = scheduled(account, JobKind.EDIT_PRICE, NOON.plusSeconds(2));
    assertThat(release(account, first, 1, NOON.plusSeconds(5))).isTrue();
    assertThat(free(NOON.plusSeconds(1))).contains(account);
    assertThat(heads(account))
        .isEqualTo(
            new QueueHeads(
                new WaitingJob(second, NOON.plusSeconds(1)),
                new WaitingJob(third, NOON.plusSeconds(2))));
  }

  @Test
  default void looksHaveAQueueOfTheirOwn() {
    AccountRef account = account(Ids.next());
    JobRef look = scheduled(account, JobKind.LOOK, NOON);
    assertThat(free(NOON)).contains(account);
    JobRef edit = scheduled(account, JobKind.EDIT_PRICE, NOON.plusSeconds(2));
    assertThat(heads(account))
        .isEqualTo(
            new QueueHeads(
                null, new WaitingJob(edit, NOON.plusSeconds(2)), new WaitingJob(look, NOON)));
    occupy(account, edit, 1, NOON.plusSeconds(2));
    assertThat(release(account, edit, 1, NOON.plusSeconds(5))).isTrue();
    assertThat(heads(account)).isEqualTo(new QueueHeads(null, null, new WaitingJob(look, NOON)));
  }

  @Test
  default void theFirstJobsComeByMomentThenById() {
    AccountRef account = account(Ids.next());
    UUID low = UUID.fromString("10000000-0000-4000-8000-000000000000");
    UUID high = UUID.fromString("f0000000-0000-4000-8000-000000000000");
    schedule(account, new JobRef(JobKind.POST, high), NOON);
    schedule(account, new JobRef(JobKind.POST, low), NOON);
    scheduled(account, JobKind.POST, NOON.plusMillis(1));
    assertThat(in(account, posts(account).map(waiting -> waiting.job().id()).collectList()))
        .startsWith(low, high)
        .hasSize(3);
    schedule(account, new JobRef(JobKind.POST, low), NOON.plusSeconds(9));
    assertThat(in(account, posts(account).map(waiting -> waiting.job().id()).collectList()))
        .as("replaced, not doubled")
        .startsWith(high)
        .endsWith(low)
        .hasSize(3);
    in(account, store().remove(account.dealership(), low));
    in(account, store().remove(account.dealership(), high));
    assertThat(in(account, posts(account).count())).isEqualTo(1);
  }

  @Test
  default void aPostCountsFromTheEndOfItsAttemptAndOtherJobsDoNot() {
    AccountRef account = account(Ids.next());
    JobRef post = scheduled(account, JobKind.POST, NOON);
    occupy(account, post, 1, NOON);
    assertThat(taken(account, NOON.minusSeconds(1))).containsExactly(NOON);
    release(account, post, 1, NOON.plusSeconds(90));
    assertThat(taken(account, NOON)).containsExactly(NOON.plusSeconds(90));
    JobRef check = scheduled(account, JobKind.CHECK_SESSION, NOON);
    occupy(account, check, 1, NOON.plusSeconds(100));
    release(account, check, 1, NOON.plusSeconds(110));
    assertThat(taken(account, NOON)).containsExactly(NOON.plusSeconds(90));
    JobRef nextDay = scheduled(account, JobKind.POST, NOON);
    occupy(account, nextDay, 1, NOON.plusSeconds(90).plus(Duration.ofDays(1)));
    assertThat(taken(account, NOON)).as("older ones are dropped").hasSize(1);
  }

  @Test
  default void aShutAccountIsNotFreeAndKeepsItsJobs() {
    AccountRef account = account(Ids.next());
    scheduled(account, JobKind.POST, NOON);
    in(account, store().setOpen(account, false));
    assertThat(free(NOON)).doesNotContain(account);
    in(account, store().setOpen(account, true));
    assertThat(free(NOON)).contains(account);
  }

  @Test
  default void aLaterLookHidesTheAccountUntilThenOrUntilAnEarlierJobComes() {
    AccountRef account = account(Ids.next());
    scheduled(account, JobKind.POST, NOON);
    in(account, store().pollAgain(account, NOON.plusSeconds(60)));
    assertThat(free(NOON.plusSeconds(59))).doesNotContain(account);
    assertThat(free(NOON.plusSeconds(60))).contains(account);
    scheduled(account, JobKind.REMOVE, NOON.plusSeconds(30));
    assertThat(free(NOON.plusSeconds(30))).contains(account);
  }

  @Test
  default void ofSeveralPausesTheLongestHolds() {
    AccountRef account = account(Ids.next());
    for (int minutes : new int[] {10, 30, 20}) {
      Instant until = NOON.plus(Duration.ofMinutes(minutes));
      in(account, store().rest(account, until));
    }
    assertThat(in(account, store().claim(account)))
        .isEqualTo(new AccountSlot(true, false, NOON.plus(Duration.ofMinutes(30))));
  }

  @Test
  default void aLookGoesRoundTheDealerships() {
    UUID busy = Ids.next();
    Instant early = NOON.minus(Duration.ofDays(400));
    List<AccountRef> many = Stream.generate(() -> account(busy)).limit(5).toList();
    for (int i = 0; i < many.size(); i++) {
      scheduled(many.get(i), JobKind.POST, early.plusSeconds(i));
    }
    AccountRef single = account(Ids.next());
    scheduled(single, JobKind.POST, early.plusSeconds(60));
    List<AccountRef> order =
        transactions()
            .inSystem(store().freeAccounts(early.plusSeconds(60), 3))
            .collectList()
            .block(TIMEOUT);
    assertThat(order).containsExactly(many.get(0), single, many.get(1));
  }

  @Test
  default void droppedJobsAreNamedAndGone() {
    AccountRef account = account(Ids.next());
    JobRef running = scheduled(account, JobKind.POST, NOON);
    occupy(account, running, 1, NOON);
    JobRef post = scheduled(account, JobKind.POST, NOON);
    JobRef check = scheduled(account, JobKind.CHECK_SESSION, NOON.plusSeconds(5));
    List<JobRef> gone = in(account, store().drop(account).collectList());
    assertThat(gone).containsExactlyInAnyOrder(post, check);
    release(account, running, 1, NOON);
    assertThat(free(NOON.plusSeconds(60))).doesNotContain(account);
    assertThat(heads(account)).isEqualTo(new QueueHeads(null, null));
  }

  @Test
  default void anAccountWithoutASlotTakesNoJob() {
    AccountRef unknown = new AccountRef(new DealershipId(Ids.next()), new FbAccountId(Ids.next()));
    assertThatThrownBy(() -> scheduled(unknown, JobKind.POST, NOON))
        .isInstanceOf(IllegalStateException.class);
    assertThat(heads(unknown)).isEqualTo(new QueueHeads(null, null));
    in(unknown, store().lock(unknown));
    in(unknown, store().remove(unknown.dealership(), Ids.next()));
  }

  @Test
  default void jobsAreFoundWithTheirAccounts() {
    UUID dealership = Ids.next();
    AccountRef one = account(dealership);
    AccountRef two = account(dealership);
    List<UUID> jobs =
        List.of(
            scheduled(one, JobKind.POST, NOON).id(),
            scheduled(one, JobKind.POST, NOON).id(),
            scheduled(two, JobKind.POST, NOON).id(),
            Ids.next());
    assertThat(in(one, store().accountsOf(dealership, jobs).collectList()))
        .containsExactlyInAnyOrder(one, two);
  }

  @Test
  default void aFailedTransactionLeavesNothing() {
    AccountRef account = account(Ids.next());
    JobRef job = scheduled(account, JobKind.POST, NOON);
    Mono<Void> killed =
        store()
            .claim(account)
            .then(store().occupy(account, job, 1, NOON))
            .then(Mono.error(new IllegalStateException("killed")));
    assertThatThrownBy(() -> in(account, killed)).hasMessage("killed");
    assertThat(free(NOON)).contains(account);
    assertThat(heads(account).limited()).isEqualTo(new WaitingJob(job, NOON));
    assertThat(taken(account, NOON.minusSeconds(1))).isEmpty();
  }

  @Test
  default void aLockedAccountIsNobodyElsesTurnAndNoJobIsMissed() throws Exception {
    AccountRef account = account(Ids.next());
    JobRef job = new JobRef(JobKind.POST, Ids.next());
    CountDownLatch locked = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    // A turn that saw nothing waiting, and a job that comes before the turn has committed.
    Mono<Void> turn =
        store()
            .claim(account)
            .flatMap(slot -> await(locked, goOn))
            .then(store().pollAgain(account, null));
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      Future<?> first = threads.submit(() -> in(account, turn));
      locked.await();
      assertThat(in(account, store().claim(account))).isNull();
      Future<?> second = threads.submit(() -> schedule(account, job, NOON));
      goOn.countDown();
      first.get();
      second.get();
    }
    assertThat(free(NOON)).contains(account);
  }

  private static Mono<Void> await(CountDownLatch reached, CountDownLatch goOn) {
    return Mono.<Void>fromRunnable(
            () -> {
              reached.countDown();
              try {
                goOn.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            })
        .subscribeOn(Schedulers.boundedElastic());
  }

  private JobRef scheduled(AccountRef account, JobKind kind, Instant due) {
    JobRef job = new JobRef(kind, Ids.next());
    schedule(account, job, due);
    return job;
  }

  private boolean schedule(AccountRef account, JobRef job, Instant due) {
    return in(account, store().schedule(account, job, due));
  }

  private void occupy(AccountRef account, JobRef job, int attempt, Instant now) {
    in(account, store().claim(account).then(store().occupy(account, job, attempt, now)));
  }

  private boolean release(AccountRef account, JobRef job, int attempt, Instant now) {
    return in(account, store().release(account, job.id(), attempt, now));
  }

  private QueueHeads heads(AccountRef account) {
    return in(account, store().heads(account));
  }

  private Flux<WaitingJob> posts(AccountRef account) {
    return store().posts(account, 10);
  }

  private List<Instant> taken(AccountRef account, Instant since) {
    return in(account, store().taken(account, since).collectList());
  }

  private List<AccountRef> free(Instant now) {
    return transactions().inSystem(store().freeAccounts(now, 500)).collectList().block(TIMEOUT);
  }

  private <T> T in(AccountRef account, Mono<T> work) {
    return transactions().inTenant(account.dealershipId(), work).block(TIMEOUT);
  }
}
