package com.lotview.bench;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.sql.Connection;
import java.util.List;

/** A benchmark knows what all share, and no other one; the schemas are known in one package. */
@AnalyzeClasses(
    packages = "com.lotview.bench",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String[] SHARED = {
    "..bench.parts..",
    "..bench.recorder..",
    "..bench.report..",
    "..bench.stock..",
    "..bench.tables.."
  };

  /** Not {@code form}: {@code states} and {@code hidden} play on its stage. */
  private static final List<String> BENCHMARKS =
      List.of(
          "api",
          "browser",
          "engine",
          "hidden",
          "imports",
          "independence",
          "live",
          "ontime",
          "outbox",
          "path",
          "states",
          "web");

  @ArchTest
  static final ArchRule NO_BENCHMARK_KNOWS_ANOTHER =
      slices().assignedFrom(new ByBenchmark()).should().notDependOnEachOther();

  @ArchTest
  static final ArchRule PACKAGES_FORM_NO_CIRCLE =
      slices().matching("com.lotview.bench.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule SHARED_PACKAGES_KNOW_NO_BENCHMARK =
      noClasses()
          .that()
          .resideInAnyPackage(SHARED)
          .should()
          .dependOnClassesThat(
              resideInAPackage("com.lotview.bench..").and(resideOutsideOfPackages(SHARED)));

  /** The proof of the outbox has a schema of its own. */
  @ArchTest
  static final ArchRule TABLES_OF_SERVICES_ARE_KNOWN_IN_ONE_PACKAGE =
      noClasses()
          .that()
          .resideOutsideOfPackages("..bench.tables..", "..bench.outbox..")
          .should()
          .dependOnClassesThat()
          .areAssignableTo(Connection.class);

  private static final class ByBenchmark implements SliceAssignment {
    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
      String name = type.getPackageName().replace("com.lotview.bench.", "");
      return BENCHMARKS.contains(name) ? SliceIdentifier.of(name) : SliceIdentifier.ignore();
    }

    @Override
    public String getDescription() {
      return "benchmarks";
    }
  }
}
