package com.lotview.worker.browser.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.lotview.worker.browser.pool.BrowserSlots.Life;
import com.lotview.worker.browser.pool.BrowserSlots.State;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BrowserSlotsTest {

  private static final long NEED = 400;

  private final AtomicLong nanos = new AtomicLong();
  private final BrowserSlots lives = new BrowserSlots(PoolRules.reserving(NEED), nanos::get);

  private Life busy() {
    Life life = lives.ask();
    assertThat(lives.admit(life, Long.MAX_VALUE)).isTrue();
    lives.move(life, State.BUSY);
    return life;
  }

  private void grown() {
    nanos.addAndGet(Duration.ofSeconds(9).toNanos());
  }

  @Test
  void noMoreThanTwoStartAtOnce() {
    Life first = lives.ask();
    Life second = lives.ask();
    Life third = lives.ask();
    assertThat(lives.admit(first, 10_000)).isTrue();
    assertThat(lives.admit(second, 10_000)).isTrue();
    assertThat(lives.admit(third, 10_000)).isFalse();

    lives.move(first, State.BUSY);

    assertThat(lives.admit(third, 10_000)).isTrue();
    assertThat(lives.counts()).containsEntry(State.STARTING, 2).containsEntry(State.BUSY, 1);
  }

  @Test
  void oneThatStartedLatelyIsStillOwedItsMemory() {
    busy();
    Life next = lives.ask();
    assertThat(lives.admit(next, 2 * NEED - 1)).isFalse();
    grown();
    assertThat(lives.admit(next, NEED)).as("what the first took is not free any more").isTrue();
  }

  @Test
  void withoutMemoryNobodyStartsAndTheFirstToAskIsTheFirstToGo() {
    Life first = lives.ask();
    Life second = lives.ask();
    assertThat(lives.admit(first, NEED - 1)).isFalse();
    assertThat(lives.admit(second, 10_000)).as("it came later").isFalse();
    assertThat(lives.hasRoom(3 * NEED)).isTrue();
    assertThat(lives.hasRoom(3 * NEED - 1)).as("two wait already").isFalse();

    lives.move(first, State.DEAD);

    assertThat(lives.admit(second, NEED)).isTrue();
  }

  @Test
  void thereAreNoOtherWaysThanThose() {
    Life life = lives.ask();
    assertThatIllegalStateException().isThrownBy(() -> lives.move(life, State.BUSY));
    assertThat(lives.retire(life)).isFalse();
    lives.move(life, State.DEAD);
    Life other = busy();
    assertThat(lives.retire(other)).isTrue();
    assertThat(lives.retire(other)).as("once").isFalse();
    lives.move(other, State.DEAD);
    assertThatIllegalStateException().isThrownBy(() -> lives.move(other, State.STARTING));
    assertThat(lives.counts()).containsEntry(State.RETIRING, 0);
  }
}
