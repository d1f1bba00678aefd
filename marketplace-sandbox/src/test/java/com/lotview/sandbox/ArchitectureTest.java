package com.lotview.sandbox;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The stand-in is independent of the systems that post to it, and its ledger of its pages. */
@AnalyzeClasses(
    packages = "com.lotview.sandbox",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule KNOWS_NOTHING_OF_THOSE_WHO_POST =
      noClasses()
          .should()
          .dependOnClassesThat(
              JavaClass.Predicates.resideInAPackage("com.lotview..")
                  .and(JavaClass.Predicates.resideOutsideOfPackage("com.lotview.sandbox..")));

  @ArchTest
  static final ArchRule TRUTH_KNOWS_NO_PAGE =
      noClasses()
          .that()
          .resideInAnyPackage("..ledger..", "..fault..", "..variant..", "..account..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..page..", "..api..", "..control..");

  @ArchTest
  static final ArchRule PAGES_DO_NOT_USE_THE_CONTROL_INTERFACE =
      noClasses()
          .that()
          .resideInAnyPackage("..page..", "..api..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("..control..");
}
