package com.lotview.notification;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.lotview.testkit.Layers;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "com.lotview.notification",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String[] ROOTS = {
    "com.lotview.notification.event",
    "com.lotview.notification.live",
    "com.lotview.notification.notice",
    "com.lotview.notification.notice.mail",
    "com.lotview.notification.person",
    "com.lotview.notification.ticket",
    "com.lotview.notification.webhook"
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
              "io.netty..");

  @ArchTest
  static final ArchRule rootsKnowNoEdges =
      noClasses()
          .that()
          .resideInAnyPackage(ROOTS)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "com.lotview.notification..web",
              "com.lotview.notification..store",
              "com.lotview.notification..messaging");

  @ArchTest
  static void onlyHttpAdaptersUseKitWeb(JavaClasses classes) {
    Layers.checkOnlyHttpAdaptersUseKitWeb(classes);
  }
}
