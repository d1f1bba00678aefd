package com.lotview.worker.marketplace;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/**
 * Driving a browser is plain Java: it can be run, tested and replaced without the service around
 * it.
 */
class PlainJavaTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("com.lotview.worker");

  @Test
  void browserMarketplaceAndPaceKnowNoFrameworkAndNoFleet() {
    noClasses()
        .that()
        .resideInAnyPackage("..worker.browser..", "..worker.marketplace..", "..worker.pace..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.springframework..",
            "org.apache.kafka..",
            "io.r2dbc..",
            "reactor..",
            "..worker.fleet..",
            "com.lotview.sandbox..")
        .check(CLASSES);
  }

  @Test
  void startingBrowsersKnowsNoSite() {
    noClasses()
        .that()
        .resideInAPackage("..worker.browser..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("..worker.marketplace..", "..worker.pace..")
        .check(CLASSES);
  }
}
