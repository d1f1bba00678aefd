package com.lotview.worker.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DrainRulesTest {
  private static final Duration SETTLE = Duration.ofSeconds(90);
  private static final Duration END = Duration.ofSeconds(30);

  @Test
  void withoutGrace_jobsAreGivenBackAtOnce() {
    DrainRules rules = new DrainRules(null, SETTLE, END);
    assertThat(rules.handBackAfter()).isZero();
    assertThat(rules.endAfter()).isEqualTo(SETTLE);
  }

  @Test
  void graceBeyondTheEnd_isForRunningJobsAndOwners() {
    DrainRules rules = new DrainRules(Duration.ofMinutes(20), SETTLE, END);
    assertThat(rules.handBackAfter()).isEqualTo(Duration.ofMinutes(18));
    assertThat(rules.endAfter()).isEqualTo(Duration.ofMinutes(19).plusSeconds(30));
  }

  @Test
  void timesThatDoNotFit_areRefused_byName() {
    assertThatThrownBy(() -> new DrainRules(Duration.ofSeconds(119), SETTLE, END))
        .hasMessageContaining("LOTVIEW_GRACE (119s)")
        .hasMessageContaining("LOTVIEW_DRAIN_TIMEOUT (90s)")
        .hasMessageContaining("LOTVIEW_DRAIN_END (30s)");
    assertThatThrownBy(() -> new DrainRules(null, Duration.ofSeconds(-1), END))
        .hasMessageContaining("LOTVIEW_DRAIN_TIMEOUT");
  }
}
