package com.lotview.standalone.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.kit.database.DatabaseProperties;
import com.lotview.kit.database.DatabaseUrl;
import com.lotview.kit.database.Migrations;
import com.lotview.standalone.RunningSystem;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real system on this machine, found by the files of its folder. */
@Tag("servers")
class RunningHomeIT {
  // Other tests send broken events to the same system.
  private static final String OF_OTHER_TESTS = "no service could handle";

  @Test
  void onlyTheWorkerIsMissing_andThenNothing() throws Exception {
    RunningSystem system = RunningSystem.shared();
    RunningHome home = new RunningHome(system.home());
    migrateAsAWorkerDoes(home);

    assertThat(wrong(home)).singleElement().asString().contains("no worker has reported");

    try (Connection connection = system.superuser();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "insert into posting.fleet_worker (worker, browsers, free, seen_at)"
              + " values ('doctor', 2, 2, clock_timestamp())");
      assertThat(wrong(home)).isEmpty();
      statement.execute("delete from posting.fleet_worker where worker = 'doctor'");
    }
    assertThat(Doctor.ofHome(home, Clock.systemUTC()))
        .extracting(Finding::toString)
        .anyMatch(line -> line.contains("gateway at") && line.contains("is ready"))
        .anyMatch(line -> line.contains("fit each other and the stored sessions"));
  }

  // The shared system has never had one.
  private static void migrateAsAWorkerDoes(RunningHome home) {
    DatabaseUrl app =
        java.util.Objects.requireNonNull(home.variables().surroundings().databases().get("fleet"));
    String url = "postgresql://fleet_%s:" + app.password() + "@" + app.host() + ":" + app.port();
    String database = url + "/" + app.database();
    new Migrations(
            new DatabaseProperties(
                database.formatted("app"), database.formatted("owner"), "fleet", 10))
        .afterPropertiesSet();
  }

  private static List<Finding.Wrong> wrong(RunningHome home) throws InterruptedException {
    return DoctorIT.wrong(Doctor.ofHome(home, Clock.systemUTC())).stream()
        .filter(one -> !one.what().contains(OF_OTHER_TESTS))
        .toList();
  }

  @Test
  void aFolderOnWhichNothingRunsIsNoFault(@TempDir Path folder) throws Exception {
    assertThat(Doctor.ofHome(new RunningHome(folder), Clock.systemUTC()))
        .singleElement()
        .isInstanceOf(Finding.Unknown.class)
        .asString()
        .contains("./lotview up starts it");
  }
}
