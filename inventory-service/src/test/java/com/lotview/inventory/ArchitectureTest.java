package com.lotview.inventory;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "com.lotview.inventory",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String[] ROOTS = {
    "com.lotview.inventory.vehicle", "com.lotview.inventory.photo", "com.lotview.inventory.imports"
  };

  @ArchTest
  static final ArchRule features_know_no_http_no_sql_no_broker =
      noClasses()
          .that()
          .resideInAnyPackage(ROOTS)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.springframework.web..",
              "org.springframework.http..",
              "org.springframework.r2dbc..",
              "io.r2dbc..",
              "org.springframework.kafka..",
              "org.apache.kafka..",
              "software.amazon..");

  @ArchTest
  static final ArchRule types_are_pure =
      noClasses()
          .that()
          .resideInAPackage("com.lotview.inventory.type")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "com.lotview.inventory.vehicle..",
              "com.lotview.inventory.imports..",
              "com.lotview.inventory.photo..",
              "com.lotview.kit..",
              "org.springframework..");

  @ArchTest
  static final ArchRule features_do_not_know_their_edges =
      noClasses()
          .that()
          .resideInAnyPackage(ROOTS)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "com.lotview.inventory..web",
              "com.lotview.inventory..store",
              "com.lotview.inventory..messaging",
              "com.lotview.inventory.upload");

  @ArchTest
  static final ArchRule stores_do_not_know_http =
      noClasses()
          .that()
          .resideInAnyPackage("com.lotview.inventory..store", "com.lotview.inventory..messaging")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.lotview.inventory..web", "org.springframework.web..");
}
