package com.lotview.posting;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.lotview.testkit.Layers;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

@AnalyzeClasses(
    packages = "com.lotview.posting",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String[] ROOTS = {
    "com.lotview.posting.posting",
    "com.lotview.posting.posting.lifecycle",
    "com.lotview.posting.posting.model",
    "com.lotview.posting.posting.submit",
    "com.lotview.posting.posting.remove",
    "com.lotview.posting.posting.progress",
    "com.lotview.posting.bulk",
    "com.lotview.posting.calendar",
    "com.lotview.posting.numbers",
    "com.lotview.posting.account",
    "com.lotview.posting.account.connect",
    "com.lotview.posting.account.formcheck",
    "com.lotview.posting.account.sealing",
    "com.lotview.posting.account.sharing",
    "com.lotview.posting.signin",
    "com.lotview.posting.change",
    "com.lotview.posting.change.stock",
    "com.lotview.posting.dispatch",
    "com.lotview.posting.dispatch.handover",
    "com.lotview.posting.vehicle"
  };

  @ArchTest
  static final ArchRule rootsKnowNoTechnology =
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
              "org.apache.kafka..");

  @ArchTest
  static final ArchRule rootsKnowNoEdge =
      noClasses()
          .that()
          .resideInAnyPackage(ROOTS)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "com.lotview.posting..web",
              "com.lotview.posting..store",
              "com.lotview.posting..messaging",
              "com.lotview.posting..http",
              "com.lotview.kit.client",
              "com.lotview.kit.rows");

  /** From the ground up: a package may use those before it. */
  private static final List<List<String>> FLOORS =
      List.of(
          List.of(
              "com.lotview.posting.posting.lifecycle",
              "com.lotview.posting.posting.model",
              "com.lotview.posting.posting.submit",
              "com.lotview.posting.posting.remove",
              "com.lotview.posting.posting.progress",
              "com.lotview.posting.posting"),
          List.of(
              "com.lotview.posting.account",
              "com.lotview.posting.account.connect",
              "com.lotview.posting.account.sealing",
              "com.lotview.posting.account.sharing"),
          List.of("com.lotview.posting.account", "com.lotview.posting.account.formcheck"),
          List.of("com.lotview.posting.dispatch", "com.lotview.posting.dispatch.handover"),
          List.of("com.lotview.posting.change", "com.lotview.posting.change.stock"));

  @ArchTest
  static void noArrowRunsBackUp(JavaClasses classes) {
    Layers.checkNoArrowRunsBackUp(classes, FLOORS);
  }

  @ArchTest
  static final ArchRule postingsKnowNoBulkOrders =
      noClasses()
          .that()
          .resideInAPackage("com.lotview.posting.posting..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.lotview.posting.bulk..");

  @ArchTest
  static final ArchRule dispatchKnowsPostingsOnlyById =
      noClasses()
          .that()
          .resideInAPackage("com.lotview.posting.dispatch..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "com.lotview.posting.posting..",
              "com.lotview.posting.account..",
              "com.lotview.posting.vehicle..");

  @ArchTest
  static final ArchRule onlyTheFleetKnowsTheHandOver =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "com.lotview.posting.dispatch.handover", "com.lotview.posting.fleet")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.lotview.posting.dispatch.handover");

  @ArchTest
  static final ArchRule othersReachTheDispatcherThroughItsQueue =
      noClasses()
          .that()
          .resideOutsideOfPackage("com.lotview.posting.dispatch..")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("com.lotview.posting.dispatch.DispatchSignal");

  @ArchTest
  static final ArchRule onlyPostingsUseFormChecks =
      noClasses()
          .that()
          .resideOutsideOfPackages("com.lotview.posting.account..", "com.lotview.posting.posting..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.lotview.posting.account.formcheck");

  @ArchTest
  static final ArchRule accountsKnowNoPostings =
      noClasses()
          .that()
          .resideInAPackage("com.lotview.posting.account..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.lotview.posting.posting..", "com.lotview.posting.vehicle..");

  @ArchTest
  static final ArchRule nothingElseKnowsChanges =
      noClasses()
          .that()
          .resideOutsideOfPackage("com.lotview.posting.change..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.lotview.posting.change..");

  @ArchTest
  static final ArchRule textsKnowNothing =
      noClasses()
          .that()
          .resideInAPackage("com.lotview.posting.texts")
          .should()
          .dependOnClassesThat()
          .resideOutsideOfPackages("com.lotview.posting.texts", "java..", "org.jspecify..");

  @ArchTest
  static void onlyHttpAdaptersUseKitWeb(JavaClasses classes) {
    Layers.checkOnlyHttpAdaptersUseKitWeb(classes);
  }
}
