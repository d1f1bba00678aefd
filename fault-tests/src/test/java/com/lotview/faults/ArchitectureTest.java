package com.lotview.faults;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * The system under test depends neither on blows nor on judges; the journeys depend only on the
 * system.
 */
@AnalyzeClasses(packages = {"com.lotview.faults", "com.lotview.journey"})
class ArchitectureTest {
  @ArchTest
  static final ArchRule LAYERS =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("runs")
          .definedBy("com.lotview.faults")
          .layer("judge")
          .definedBy("..faults.judge..")
          .layer("blow")
          .definedBy("..faults.blow..")
          .layer("system")
          .definedBy("..faults.system..")
          .layer("journey")
          .definedBy("com.lotview.journey..")
          .whereLayer("runs")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("judge")
          .mayOnlyBeAccessedByLayers("runs")
          .whereLayer("blow")
          .mayOnlyBeAccessedByLayers("judge", "runs");

  /** A debugger stops the worker at methods that are named by string, so that it needs no hook. */
  @ArchTest
  static final ArchRule FAULTS_KNOW_NO_SERVICE =
      noClasses()
          .that()
          .resideInAPackage("com.lotview.faults..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "com.lotview.posting..",
              "com.lotview.inventory..",
              "com.lotview.listing..",
              "com.lotview.auth..",
              "com.lotview.notification..");
}
