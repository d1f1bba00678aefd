package com.lotview.inventory.fuzz;

import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Good files that were made wrong, the same ones each time. {@code ReaderFuzz} looks for others
 * with Jazzer, which sees what code they reach; what it finds is kept in {@code ReaderFuzzInputs}.
 */
class MutationTest {
  private static final long SEED = 20_261_130;

  @ParameterizedTest
  @EnumSource(Targets.class)
  void every_seed_is_read_or_refused(Targets target) {
    Seeds.of(target).forEach(seed -> read(target, seed, 0));
  }

  @ParameterizedTest
  @CsvSource({"TABLES, 3000", "CELLS, 20000", "PICTURES, 500"})
  @Tag("slow")
  void every_wrong_file_is_read_or_refused(Targets target, int inputs) {
    List<byte[]> seeds = Seeds.of(target);
    for (int i = 0; i < inputs; i++) {
      read(target, new Mutator(seeds, new SplittableRandom(SEED + i)).next(), i);
    }
  }

  private static void read(Targets target, byte[] input, int number) {
    try {
      target.read(input);
    } catch (RuntimeException | Error e) {
      throw new AssertionError(
          "%s, input %d: %s".formatted(target, number, Base64.getEncoder().encodeToString(input)),
          e);
    }
  }
}
