package com.lotview.inventory.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * Fuzzing with Jazzer, one method in a process: {@code ./lotview test proofs}. Not among the usual
 * tests, because its agent changes every class of its process.
 */
class ReaderFuzz {
  private static final String LONGEST = "60s";

  @FuzzTest(maxDuration = LONGEST)
  void tables(byte[] input) {
    Targets.TABLES.read(input);
  }

  @FuzzTest(maxDuration = LONGEST)
  void cells(byte[] input) {
    Targets.CELLS.read(input);
  }

  @FuzzTest(maxDuration = LONGEST)
  void pictures(byte[] input) {
    Targets.PICTURES.read(input);
  }
}
