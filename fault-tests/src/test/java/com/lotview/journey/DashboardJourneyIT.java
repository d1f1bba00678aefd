package com.lotview.journey;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Journeys by the dashboard, each in a file of its own; all share one running system. */
@Timeout(600)
@Tag("browser")
@Tag("proof")
class DashboardJourneyIT {
  @TempDir static Path folder;
  private static Dealership dealership;

  @BeforeAll
  static void start() throws Exception {
    Assumptions.assumeTrue(
        Files.isExecutable(Path.of("/usr/bin/chromedriver"))
            || System.getenv("CHROMEDRIVER") != null,
        "Chromium and its driver are needed");
    dealership = Dealership.open(folder.resolve("home"));
  }

  @AfterAll
  static void stop() throws InterruptedException {
    if (dealership != null) {
      dealership.close();
    }
  }

  static Dealership dealership() {
    return dealership;
  }

  @Nested
  class Salesperson extends SalespersonJourney {}

  @Nested
  class Manager extends ManagerJourney {}

  @Nested
  class Stock extends StockJourney {}

  @Nested
  class Feeds extends FeedsJourney {}

  @Nested
  class Review extends ReviewJourney {}

  @Nested
  class SignIn extends SignInJourney {}

  @Nested
  class Roles extends RolesJourney {}

  @Nested
  class Line extends LineJourney {}

  @Nested
  class Keys extends KeysJourney {}
}
