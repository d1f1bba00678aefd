package com.lotview.auth.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.auth.account.Passwords.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class FairQueueTest {
  private final List<Runnable> thread = new ArrayList<>();
  private final List<String> done = new ArrayList<>();
  private final List<Throwable> refused = new ArrayList<>();
  private final FairQueue queue = new FairQueue(thread::add, 1);

  @Test
  void callersTakeTurns_andKnownOnesComeFirst() {
    for (int i = 1; i <= 3; i++) {
      want("a" + i, new Source("a", false));
    }
    want("b1", new Source("b", false));
    want("k1", new Source("k", true));

    runThread();

    assertThat(done).containsExactly("k1", "a1", "b1", "a2", "a3");
  }

  @Test
  void floodFromOneAddress_leavesRoomForOthers() {
    for (int i = 0; i < 100; i++) {
      want("flood", new Source("a", false));
    }
    want("person", new Source("b", false));

    runThread();

    assertThat(refused).hasSize(90).allMatch(RejectedExecutionException.class::isInstance);
    assertThat(done).hasSize(11);
    assertThat(done.get(1)).isEqualTo("person");
  }

  @Test
  void floodFromManyAddresses_leavesRoomForKnownOnes() {
    for (int i = 0; i < 1_000; i++) {
      want("flood", new Source("a" + i, false));
    }
    want("person", new Source("b", true));

    runThread();

    assertThat(done).hasSize(FairQueue.WAITING_ALL + 1);
    assertThat(done.getFirst()).isEqualTo("person");
  }

  private void want(String name, Source source) {
    queue.run(source, () -> done.add(name)).subscribe(right -> {}, refused::add);
  }

  private void runThread() {
    assertThat(thread).hasSize(1);
    thread.removeFirst().run();
  }
}
