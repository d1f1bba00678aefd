package com.lotview.worker.pace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HumanPaceTest {

  @Test
  void keysAndFieldsStayWithinTheirBoundsAndGatherRoundTheMiddle() {
    HumanPace pace = new HumanPace(new Random(7));
    List<Long> keys =
        Stream.generate(pace::betweenKeys).limit(2000).map(Duration::toMillis).toList();
    List<Long> fields =
        Stream.generate(pace::betweenFields).limit(2000).map(Duration::toMillis).toList();

    assertThat(keys).allMatch(millis -> millis >= 50 && millis <= 200);
    assertThat(fields).allMatch(millis -> millis >= 300 && millis <= 800);
    // A bell holds two thirds within one deviation (25 ms); an even spread would hold one third.
    assertThat(keys.stream().filter(millis -> Math.abs(millis - 125) <= 25).count())
        .isBetween(1200L, 1500L);
  }

  @Test
  void theSameSeedGivesTheSameRhythm() {
    HumanPace one = new HumanPace(new Random(3));
    HumanPace other = new HumanPace(new Random(3));
    assertThat(Stream.generate(one::betweenKeys).limit(50).toList())
        .isEqualTo(Stream.generate(other::betweenKeys).limit(50).toList());
  }

  @Test
  void noPaceNeverWaits() {
    assertThat(new NoPace().betweenKeys()).isZero();
    assertThat(new NoPace().betweenFields()).isZero();
    assertThat(new NoPace().typesByKey()).isFalse();
  }
}
