package com.lotview.faults;

import com.lotview.faults.blow.Matrix;
import com.lotview.faults.system.Rules;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every kind of fault once, with shorter waits; the whole is {@link FaultMatrixIT}. */
@Tag("browser")
public class FaultSampleIT {
  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> theKindsThatHurtMost() throws Exception {
    return Suite.play("sample", folder, Rules.quick(), Matrix.sample());
  }

  @Tag("long")
  @TestFactory
  Stream<DynamicTest> theOtherKinds() throws Exception {
    return Suite.play("further-sample", folder, Rules.quick(), Matrix.furtherSample());
  }
}
