package com.lotview.worker.browser.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ScreensTest {

  private static final class Fake implements Screens.Source {
    private final Screen screen;
    private boolean alive = true;

    private Fake(int number) {
      screen = new Screen(":" + number, null);
    }

    @Override
    public Screen screen() {
      return screen;
    }

    @Override
    public boolean alive() {
      return alive;
    }

    @Override
    public void close() {
      alive = false;
    }
  }

  private final AtomicLong nanos = new AtomicLong();
  private final List<Fake> made = new ArrayList<>();
  private final Screens screens =
      new Screens(
          number -> {
            made.add(new Fake(number));
            return made.getLast();
          },
          nanos::get);

  @Test
  void allWindowsShareOneScreen() {
    assertThat(screens.take()).isEqualTo(screens.take());
    assertThat(made).hasSize(1);
  }

  @Test
  void anOldScreenEndsWithItsLastWindow() {
    Screen old = screens.take();
    nanos.addAndGet(Duration.ofHours(7).toNanos());

    Screen fresh = screens.take();

    assertThat(fresh).isNotEqualTo(old);
    assertThat(made.getFirst().alive).as("its window is still there").isTrue();
    screens.giveBack(old);
    assertThat(made.getFirst().alive).isFalse();
    screens.giveBack(fresh);
    assertThat(made.getLast().alive).as("the current one stays").isTrue();
  }

  @Test
  void aScreenIsRetiredAfterManyWindows() {
    for (int i = 0; i < 200; i++) {
      screens.giveBack(screens.take());
    }
    assertThat(made).hasSize(1);
    screens.take();
    assertThat(made).hasSize(2);
    assertThat(made.getFirst().alive).isFalse();
  }

  @Test
  void aScreenThatDiedIsReplaced() {
    Screen dead = screens.take();
    made.getFirst().alive = false;

    assertThat(screens.take()).isNotEqualTo(dead);
    screens.giveBack(dead);
    assertThat(made).hasSize(2);
  }
}
