package com.lotview.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.List;

/** Layered packages, for the architecture tests of every module. */
public final class Layers {
  private Layers() {}

  /**
   * Checks that each package uses only those before it in its list.
   *
   * @param stacks lists of packages, lowest first
   */
  public static void checkNoArrowRunsBackUp(JavaClasses classes, List<List<String>> stacks) {
    for (List<String> layers : stacks) {
      for (int i = 0; i < layers.size() - 1; i++) {
        noClasses()
            .that()
            .resideInAPackage(layers.get(i))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(layers.subList(i + 1, layers.size()).toArray(String[]::new))
            .check(classes);
      }
    }
  }

  /**
   * Checks that only HTTP adapters and the wiring use {@code kit.web}; errors are in {@code
   * kit.error}.
   */
  public static void checkOnlyHttpAdaptersUseKitWeb(JavaClasses classes) {
    noClasses()
        .that()
        .resideOutsideOfPackages("..web", "..http", "..upload", "..wiring")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.lotview.kit.web..")
        .check(classes);
  }
}
