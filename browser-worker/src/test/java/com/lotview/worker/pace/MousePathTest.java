package com.lotview.worker.pace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MousePathTest {

  private static final Spot WITHIN = new Spot(1919, 1079);
  private static final Spot FROM = new Spot(100, 900);
  private static final Spot TO = new Spot(1700, 200);

  private static List<Spot> path(long seed) {
    return new HumanPace(new Random(seed)).path(FROM, TO, WITHIN);
  }

  /** The largest distance of the path from the straight line. */
  private static double bend(List<Spot> path) {
    double length = FROM.distance(TO);
    return path.stream()
        .mapToDouble(spot ->
            Math.abs(
                    (TO.x() - FROM.x()) * (double) (FROM.y() - spot.y())
                        - (FROM.x() - spot.x()) * (double) (TO.y() - FROM.y()))
                / length)
        .max()
        .orElse(0);
  }

  @Test
  void itEndsAtItsGoalInCurvesThatDifferAndStaysInView() {
    List<List<Spot>> paths = IntStream.range(0, 200).mapToObj(MousePathTest::path).toList();
    assertThat(paths)
        .allSatisfy(path -> {
          assertThat(path.getLast()).isEqualTo(TO);
          assertThat(path).hasSizeBetween(25, 110);
          assertThat(path)
              .allMatch(
                  spot -> spot.x() >= 0 && spot.x() <= 1919 && spot.y() >= 0 && spot.y() <= 1079);
        });
    assertThat(paths.stream().filter(path -> bend(path) > 10).count()).isGreaterThan(150);
    assertThat(paths.stream().mapToDouble(MousePathTest::bend).max().orElse(0)).isLessThan(450);
    assertThat(paths.stream().distinct().count()).isEqualTo(200);
  }

  @Test
  void itBeginsAndEndsSlowly() {
    List<Spot> path = path(1);
    double first = FROM.distance(path.getFirst());
    double middle = path.get(path.size() / 2).distance(path.get(path.size() / 2 - 1));
    assertThat(first).isLessThan(middle / 4);
  }

  @Test
  void theSameSeedGivesTheSamePath() {
    assertThat(path(3)).isEqualTo(path(3)).isNotEqualTo(path(4));
  }

  @Test
  void aWayOfNoLengthIsNoTrouble() {
    assertThat(new HumanPace(new Random(1)).path(TO, TO, WITHIN)).endsWith(TO);
    assertThat(new NoPace().path(FROM, TO, WITHIN)).isEmpty();
  }
}
