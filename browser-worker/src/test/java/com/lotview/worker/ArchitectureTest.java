package com.lotview.worker;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.lotview.testkit.Layers;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

@AnalyzeClasses(
    packages = "com.lotview.worker",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule featuresKnowNoEdges =
      noClasses()
          .that()
          .resideInAnyPackage(
              "com.lotview.worker.fleet",
              "com.lotview.worker.fleet.job",
              "com.lotview.worker.fleet.lease",
              "com.lotview.worker.fleet.port",
              "com.lotview.worker.fleet.recovery",
              "com.lotview.worker.fleet.run..",
              "com.lotview.worker.session",
              "com.lotview.worker.live")
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
              "com.lotview.kit.client..",
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
              "com.lotview.worker.fleet.job..",
              "com.lotview.worker.fleet.lease..",
              "com.lotview.worker.fleet.port..",
              "com.lotview.worker.fleet.recovery..",
              "com.lotview.worker.fleet.run..",
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

  /** From the ground up: a package may use those before it. */
  private static final List<List<String>> FLOORS =
      List.of(
          List.of(
              "com.lotview.worker.browser.process",
              "com.lotview.worker.browser.screen",
              "com.lotview.worker.browser",
              "com.lotview.worker.browser.pool"),
          List.of("com.lotview.worker.browser", "com.lotview.worker.browser.chrome"),
          List.of(
              "com.lotview.worker.marketplace.settings",
              "com.lotview.worker.marketplace.page",
              "com.lotview.worker.marketplace.form",
              "com.lotview.worker.marketplace.listings",
              "com.lotview.worker.marketplace.listings.change",
              "com.lotview.worker.marketplace.publish",
              "com.lotview.worker.marketplace"),
          List.of(
              "com.lotview.worker.fleet.job",
              "com.lotview.worker.fleet.lease",
              "com.lotview.worker.fleet.port",
              "com.lotview.worker.fleet.recovery",
              "com.lotview.worker.fleet.run.outcome",
              "com.lotview.worker.fleet.run",
              "com.lotview.worker.fleet"));

  @ArchTest
  static void noArrowRunsBackUp(JavaClasses classes) {
    Layers.checkNoArrowRunsBackUp(classes, FLOORS);
  }

  @ArchTest
  static final ArchRule aRunKnowsTheSiteByItsPortsAndRecords =
      noClasses()
          .that()
          .resideInAnyPackage(
              "com.lotview.worker.fleet",
              "com.lotview.worker.fleet.job",
              "com.lotview.worker.fleet.lease",
              "com.lotview.worker.fleet.port",
              "com.lotview.worker.fleet.recovery",
              "com.lotview.worker.fleet.run..")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("com.lotview.worker.marketplace.Marketplace")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("com.lotview.worker.marketplace.page.Page");

  @ArchTest
  static final ArchRule onlyRunsMapOutcomes =
      noClasses()
          .that()
          .resideOutsideOfPackages("com.lotview.worker.fleet.run..", "com.lotview.worker.fleet.web")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.lotview.worker.fleet.run.outcome");

  @ArchTest
  static final ArchRule onlyListingsReadTheSellingPage =
      noClasses()
          .that()
          .resideOutsideOfPackage("com.lotview.worker.marketplace.listings..")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("com.lotview.worker.marketplace.listings.SellingPage")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("com.lotview.worker.marketplace.listings.CardDialog");

  @ArchTest
  static final ArchRule textsForDealersUseNoOtherPackage =
      noClasses()
          .that()
          .resideInAPackage("com.lotview.worker.text")
          .should()
          .dependOnClassesThat()
          .resideOutsideOfPackages("com.lotview.worker.text", "java..", "org.jspecify..");

  @ArchTest
  static final ArchRule nobodyKnowsTheSandbox =
      noClasses().should().dependOnClassesThat().resideInAPackage("com.lotview.sandbox..");

  @ArchTest
  static void onlyHttpAdaptersUseKitWeb(JavaClasses classes) {
    Layers.checkOnlyHttpAdaptersUseKitWeb(classes);
  }
}
