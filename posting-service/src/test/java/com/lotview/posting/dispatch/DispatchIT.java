package com.lotview.posting.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.kit.id.Ids;
import com.lotview.posting.ServiceUnderTest;
import com.lotview.posting.dispatch.handover.DispatchTransactions;
import com.lotview.posting.dispatch.handover.LimitsRace;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;

/** The dispatcher's store on PostgreSQL, and the limits raced on it. */
@Tag("servers")
class DispatchIT extends ServiceUnderTest implements DispatchStoreContract {
  @Autowired DispatchStore store;
  @Autowired DispatchTransactions transactions;

  @Autowired
  @Qualifier("dispatchLoop")
  SmartLifecycle dispatchLoop;

  @BeforeEach
  void withoutTheServicesOwnDispatcher() {
    dispatchLoop.stop();
  }

  @AfterEach
  void again() {
    DispatchTables.clear();
    dispatchLoop.start();
  }

  @Override
  public DispatchStore store() {
    return store;
  }

  @Override
  public DispatchTransactions transactions() {
    return transactions;
  }

  @Override
  public AccountRef account(UUID dealershipId) {
    return DispatchTables.account(dealershipId);
  }

  @Tag("long")
  @Test
  void racedOnPostgresNoWindowIsOverFilledAndNoSlotLeftEmpty() throws InterruptedException {
    LimitsRace.Load load =
        new LimitsRace.Load(
            10,
            40,
            2_000,
            Duration.ofDays(1),
            Duration.ofHours(1),
            Duration.ofMinutes(15),
            50,
            6,
            20261121);
    List<UUID> dealerships = Stream.generate(Ids::next).limit(load.dealerships()).toList();
    List<AccountRef> accounts =
        Stream.iterate(0, i -> i + 1)
            .limit(load.accounts())
            .map(i -> account(dealerships.get(i % dealerships.size())))
            .toList();
    LimitsRace.Outcome outcome = new LimitsRace(load, store, transactions, accounts).run();
    assertThat(outcome.verdict().wrongs()).isEmpty();
    assertThat(outcome.verdict().used()).isEqualTo(outcome.verdict().possible());
    assertThat(outcome.verdict().mostInAnHour()).isEqualTo(5);
    assertThat(outcome.verdict().mostInADay()).isEqualTo(20);
    assertThat(outcome.kills()).isPositive();
  }
}
