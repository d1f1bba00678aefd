package com.lotview.inventory;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.lotview.testkit.Layers;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

@AnalyzeClasses(
    packages = "com.lotview.inventory",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String[] ROOTS = {
    "com.lotview.inventory.vehicle",
    "com.lotview.inventory.vehicle.query",
    "com.lotview.inventory.vehicle.history",
    "com.lotview.inventory.vehicle.export",
    "com.lotview.inventory.photo",
    "com.lotview.inventory.photo.fetch",
    "com.lotview.inventory.photo.direct",
    "com.lotview.inventory.imports",
    "com.lotview.inventory.feedout",
    "com.lotview.inventory.feedout.format",
    "com.lotview.inventory.feed",
    "com.lotview.inventory.posting",
    "com.lotview.inventory.suggestion"
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
  static final ArchRule pictures_are_pure =
      noClasses()
          .that()
          .resideInAnyPackage(
              "com.lotview.inventory.photo.picture", "com.lotview.inventory.photo.heif")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.lotview.kit..", "org.springframework..", "reactor..");

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

  @ArchTest
  static final ArchRule feed_formats_know_no_database =
      noClasses()
          .that()
          .resideInAPackage("com.lotview.inventory.feedout.format")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "com.lotview.inventory.feedout",
              "com.lotview.inventory.photo..",
              "com.lotview.kit..",
              "org.springframework..",
              "reactor..");

  /** From the ground up: a package may use those before it. */
  private static final List<List<String>> FLOORS =
      List.of(
          List.of(
              "com.lotview.inventory.imports.cell",
              "com.lotview.inventory.imports.row",
              "com.lotview.inventory.imports"),
          List.of("com.lotview.inventory.imports.file", "com.lotview.inventory.imports.row"),
          List.of(
              "com.lotview.inventory.photo.picture",
              "com.lotview.inventory.photo.heif",
              "com.lotview.inventory.photo",
              "com.lotview.inventory.photo.fetch"));

  @ArchTest
  static void noArrowRunsBackUp(JavaClasses classes) {
    Layers.checkNoArrowRunsBackUp(classes, FLOORS);
  }

  @ArchTest
  static void onlyHttpAdaptersUseKitWeb(JavaClasses classes) {
    Layers.checkOnlyHttpAdaptersUseKitWeb(classes);
  }
}
