package com.lotview.faults;

import com.lotview.faults.blow.Matrix;
import com.lotview.faults.system.Rules;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole fault matrix on the rules as delivered: {@code ./lotview test faults}. {@code
 * LOTVIEW_FAULT_RUNS} repeats it, {@code LOTVIEW_FAULT_SEED} changes the order, {@code
 * LOTVIEW_FAULT_CELLS} (a regular expression) selects a part of it.
 */
@Tag("faults")
class FaultMatrixIT {
  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> everyFaultAtEveryStep() throws Exception {
    Rules rules = Rules.asDelivered();
    return Suite.play("matrix", folder, rules, Matrix.whole(rules.runs(), rules.seed()));
  }
}
