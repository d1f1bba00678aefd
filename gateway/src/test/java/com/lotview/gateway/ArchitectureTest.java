package com.lotview.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "com.lotview.gateway",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule NO_DATABASE_BUT_OF_SHARED_LIMITS_AND_NO_EVENTS =
      noClasses()
          .that()
          .doNotHaveSimpleName("GatewayApplication")
          .and()
          .doNotHaveSimpleName("LimitConfiguration")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "com.lotview.kit.tenant..",
              "com.lotview.kit.database..",
              "com.lotview.kit.outbox..",
              "com.lotview.kit.events..",
              "org.springframework.r2dbc..",
              "org.springframework.kafka..");

  @ArchTest
  static final ArchRule THE_EDGE_KNOWS_NOTHING_OF_WHAT_LIES_BEHIND =
      noClasses()
          .that()
          .resideInAPackage("com.lotview.gateway.edge")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "com.lotview.gateway.route..",
              "com.lotview.gateway.limit..",
              "org.springframework.cloud..");

  @ArchTest
  static final ArchRule NOTHING_OF_OTHER_SERVICES =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "com.lotview.auth..",
              "com.lotview.inventory..",
              "com.lotview.posting..",
              "com.lotview.listing..",
              "com.lotview.notification..",
              "com.lotview.worker..");
}
