package com.lotview.posting.dispatch.handover;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.kit.id.Ids;
import com.lotview.posting.dispatch.AccountRef;
import com.lotview.posting.dispatch.InMemoryDispatch;
import com.lotview.posting.id.DealershipId;
import com.lotview.posting.id.FbAccountId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The limits under races, kills and disturbances; {@code LimitsBench} is the same, larger. */
class LimitsTest {

  @Test
  void noWindowIsOverFilledAndNoSlotLeftEmpty() throws InterruptedException {
    judge(12, 100, 10_000);
  }

  @Tag("slow")
  @Test
  void noWindowIsOverFilledAndNoSlotLeftEmpty_inALargeRace() throws InterruptedException {
    judge(60, 500, 50_000);
  }

  private static void judge(int dealerships, int accounts, int arrivals)
      throws InterruptedException {
    LimitsRace.Outcome outcome =
        race(
            new LimitsRace.Load(
                dealerships,
                accounts,
                arrivals,
                Duration.ofDays(6),
                Duration.ofDays(1),
                Duration.ofMinutes(20),
                50,
                50,
                20261121));
    assertThat(outcome.verdict().wrongs()).isEmpty();
    assertThat(outcome.verdict().used()).isEqualTo(outcome.verdict().possible());
    assertThat(outcome.verdict().mostInAnHour()).isEqualTo(5);
    assertThat(outcome.verdict().mostInADay()).isEqualTo(20);
    assertThat(outcome.kills()).isPositive();
  }

  static LimitsRace.Outcome race(LimitsRace.Load load) throws InterruptedException {
    InMemoryDispatch memory = new InMemoryDispatch();
    List<UUID> dealerships = Stream.generate(Ids::next).limit(load.dealerships()).toList();
    List<AccountRef> accounts = new ArrayList<>();
    for (int i = 0; i < load.accounts(); i++) {
      AccountRef account =
          new AccountRef(
              new DealershipId(dealerships.get(i % dealerships.size())),
              new FbAccountId(Ids.next()));
      memory.inTenant(account.dealershipId(), memory.setOpen(account, true)).block();
      accounts.add(account);
    }
    return new LimitsRace(load, memory, memory, accounts).run();
  }
}
