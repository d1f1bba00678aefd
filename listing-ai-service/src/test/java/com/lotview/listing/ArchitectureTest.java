package com.lotview.listing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.lotview.testkit.Layers;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

@AnalyzeClasses(
    packages = "com.lotview.listing",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String[] ROOTS = {
    "com.lotview.listing.text", "com.lotview.listing.text.check", "com.lotview.listing.generation"
  };

  @ArchTest
  static final ArchRule rootsKnowNoEdgeTechnology =
      noClasses()
          .that()
          .resideInAnyPackage(ROOTS)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.springframework.web..",
              "org.springframework.r2dbc..",
              "io.r2dbc..",
              "org.springframework.kafka..",
              "org.apache.kafka..",
              "com.anthropic..");

  @ArchTest
  static final ArchRule rootsKnowNoEdges =
      noClasses()
          .that()
          .resideInAnyPackage(ROOTS)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "com.lotview.listing..web",
              "com.lotview.listing..store",
              "com.lotview.listing..messaging",
              "com.lotview.listing..claude");

  @ArchTest
  static final ArchRule textsAreWrittenWithoutKnowingWhatFor =
      noClasses()
          .that()
          .resideInAPackage("com.lotview.listing.text..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.lotview.listing.generation..");

  /** From the ground up: a package may use those before it. */
  private static final List<List<String>> FLOORS =
      List.of(
          List.of(
              "com.lotview.listing.text",
              "com.lotview.listing.text.check",
              "com.lotview.listing.text.builtin"));

  @ArchTest
  static void noArrowRunsBackUp(JavaClasses classes) {
    Layers.checkNoArrowRunsBackUp(classes, FLOORS);
  }

  @ArchTest
  static void onlyHttpAdaptersUseKitWeb(JavaClasses classes) {
    Layers.checkOnlyHttpAdaptersUseKitWeb(classes);
  }
}
