package com.lotview.auth;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.lotview.testkit.Layers;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "com.lotview.auth", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String[] EDGES = {
    "com.lotview.auth.*.web..", "com.lotview.auth.*.store..", "com.lotview.auth.*.messaging.."
  };
  private static final String[] ROOTS = {
    "com.lotview.auth.account",
    "com.lotview.auth.apikey",
    "com.lotview.auth.audit",
    "com.lotview.auth.bootstrap",
    "com.lotview.auth.caller",
    "com.lotview.auth.challenge",
    "com.lotview.auth.link",
    "com.lotview.auth.mail",
    "com.lotview.auth.password",
    "com.lotview.auth.registration",
    "com.lotview.auth.session",
    "com.lotview.auth.token",
    "com.lotview.auth.twofactor",
    "com.lotview.auth.user"
  };

  @ArchTest
  static final ArchRule ROOTS_KNOW_NO_EDGE =
      noClasses()
          .that()
          .resideInAnyPackage(ROOTS)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(EDGES);

  @ArchTest
  static final ArchRule ROOTS_KNOW_NO_TECHNOLOGY =
      noClasses()
          .that()
          .resideInAnyPackage(ROOTS)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.springframework.web..",
              "org.springframework.http..",
              "org.springframework.r2dbc..",
              "org.springframework.kafka..",
              "org.apache.kafka..",
              "io.r2dbc..");

  @ArchTest
  static final ArchRule WEB_DOES_NOT_REACH_INTO_THE_DATABASE =
      noClasses()
          .that()
          .resideInAPackage("com.lotview.auth.*.web..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.springframework.r2dbc..", "com.lotview.auth.*.store..");

  @ArchTest
  static final ArchRule NOTHING_OF_OTHER_SERVICES =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "com.lotview.gateway..",
              "com.lotview.inventory..",
              "com.lotview.posting..",
              "com.lotview.listing..",
              "com.lotview.notification..",
              "com.lotview.worker..");

  @ArchTest
  static void onlyHttpAdaptersUseKitWeb(JavaClasses classes) {
    Layers.checkOnlyHttpAdaptersUseKitWeb(classes);
  }
}
