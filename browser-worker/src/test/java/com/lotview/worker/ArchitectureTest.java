package com.lotview.worker;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "com.lotview.worker",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule featuresKnowNoEdges =
      noClasses()
          .that()
          .resideInAnyPackage(
              "com.lotview.worker.fleet", "com.lotview.worker.session", "com.lotview.worker.live")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.springframework.web..",
              "org.springframework.http..",
              "org.springframework.r2dbc..",
              "org.springframework.kafka..",
              "io.r2dbc..",
              "org.apache.kafka..",
              "org.openqa.selenium..",
              "com.lotview.worker.fleet.web..",
              "com.lotview.worker.fleet.store..",
              "com.lotview.worker.fleet.messaging..",
              "com.lotview.worker.fleet.site..",
              "com.lotview.worker.session.web..",
              "com.lotview.worker.live.web..");

  @ArchTest
  static final ArchRule onlyTheSiteAdapterAndTheWiringKnowBrowsers =
      noClasses()
          .that()
          .resideInAnyPackage(
              "com.lotview.worker.fleet",
              "com.lotview.worker.fleet.store..",
              "com.lotview.worker.fleet.messaging..",
              "com.lotview.worker.fleet.web..",
              "com.lotview.worker.session..",
              "com.lotview.worker.evidence..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.lotview.worker.browser..");

  @ArchTest
  static final ArchRule browserAndFlowKnowNothingOfTheFleet =
      noClasses()
          .that()
          .resideInAnyPackage(
              "com.lotview.worker.browser..",
              "com.lotview.worker.marketplace..",
              "com.lotview.worker.pace..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "com.lotview.worker.fleet..",
              "com.lotview.worker.session..",
              "com.lotview.worker.evidence..",
              "com.lotview.worker.wiring..",
              "org.springframework..");

  @ArchTest
  static final ArchRule nobodyKnowsTheSandbox =
      noClasses().should().dependOnClassesThat().resideInAPackage("com.lotview.sandbox..");
}
