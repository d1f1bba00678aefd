package com.lotview.standalone;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.lotview.worker.WorkerApplication;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The standalone starts the system and depends on few of its internals. */
@AnalyzeClasses(
    packages = "com.lotview.standalone",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule KNOWS_OF_THE_WORKER_ONLY_ITS_APPLICATION =
      noClasses()
          .should()
          .dependOnClassesThat(
              resideInAPackage("com.lotview.worker..").and(not(type(WorkerApplication.class))));

  @ArchTest
  static final ArchRule THE_CLIENT_KNOWS_NOTHING_ELSE_OF_THE_STANDALONE =
      noClasses()
          .that()
          .resideInAPackage("..standalone.client..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("com.lotview.standalone..")
                  .and(resideOutsideOfPackage("..standalone.client..")));

  @ArchTest
  static final ArchRule COMMANDS_USE_THE_CLIENT_ONLY =
      noClasses()
          .that()
          .resideInAnyPackage("..standalone.demo..", "..standalone.check..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.lotview.standalone", "..standalone.server..");

  @ArchTest
  static final ArchRule SERVERS_KNOW_NO_COMMAND =
      noClasses()
          .that()
          .resideInAPackage("..standalone.server..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "..standalone.demo..", "..standalone.check..", "..standalone.client..");

  @ArchTest
  static final ArchRule NOTHING_NEEDS_THE_DOCTOR =
      noClasses()
          .that()
          .resideOutsideOfPackage("..standalone.doctor..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("..standalone.doctor..");

  @ArchTest
  static final ArchRule THE_DOCTOR_ASKS_FROM_OUTSIDE =
      noClasses()
          .that()
          .resideInAPackage("..standalone.doctor..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "..standalone.server..",
              "..standalone.demo..",
              "com.lotview.auth..",
              "com.lotview.inventory..",
              "com.lotview.posting..",
              "com.lotview.listing..",
              "com.lotview.notification..",
              "com.lotview.gateway..",
              "com.lotview.worker..");
}
