package com.lotview.worker.browser.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.lotview.worker.browser.pool.BrowserSlots.Slot;
import com.lotview.worker.browser.pool.BrowserSlots.State;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BrowserSlotsTest {

  private static final long NEED = 400;

  private final AtomicLong nanos = new AtomicLong();
  private final BrowserSlots slots = new BrowserSlots(PoolRules.reserving(NEED), nanos::get);

  private Slot busy() {
    Slot slot = slots.ask();
    assertThat(slots.admit(slot, Long.MAX_VALUE)).isTrue();
    slots.move(slot, State.BUSY);
    return slot;
  }

  private void grown() {
    nanos.addAndGet(Duration.ofSeconds(9).toNanos());
  }

  @Test
  void noMoreThanTwoStartAtOnce() {
    Slot first = slots.ask();
    Slot second = slots.ask();
    Slot third = slots.ask();
    assertThat(slots.admit(first, 10_000)).isTrue();
    assertThat(slots.admit(second, 10_000)).isTrue();
    assertThat(slots.admit(third, 10_000)).isFalse();

    slots.move(first, State.BUSY);

    assertThat(slots.admit(third, 10_000)).isTrue();
    assertThat(slots.counts()).containsEntry(State.STARTING, 2).containsEntry(State.BUSY, 1);
  }

  @Test
  void oneThatStartedLatelyIsStillOwedItsMemory() {
    busy();
    Slot next = slots.ask();
    assertThat(slots.admit(next, 2 * NEED - 1)).isFalse();
    grown();
    assertThat(slots.admit(next, NEED)).as("what the first took is not free any more").isTrue();
  }

  @Test
  void withoutMemoryNobodyStartsAndTheFirstToAskIsTheFirstToGo() {
    Slot first = slots.ask();
    Slot second = slots.ask();
    assertThat(slots.admit(first, NEED - 1)).isFalse();
    assertThat(slots.admit(second, 10_000)).as("it came later").isFalse();
    assertThat(slots.hasRoom(3 * NEED)).isTrue();
    assertThat(slots.hasRoom(3 * NEED - 1)).as("two wait already").isFalse();

    slots.move(first, State.DEAD);

    assertThat(slots.admit(second, NEED)).isTrue();
  }

  @Test
  void thereAreNoOtherWaysThanThose() {
    Slot slot = slots.ask();
    assertThatIllegalStateException().isThrownBy(() -> slots.move(slot, State.BUSY));
    assertThat(slots.retire(slot)).isFalse();
    slots.move(slot, State.DEAD);
    Slot other = busy();
    assertThat(slots.retire(other)).isTrue();
    assertThat(slots.retire(other)).as("once").isFalse();
    slots.move(other, State.DEAD);
    assertThatIllegalStateException().isThrownBy(() -> slots.move(other, State.STARTING));
    assertThat(slots.counts()).containsEntry(State.RETIRING, 0);
  }
}
