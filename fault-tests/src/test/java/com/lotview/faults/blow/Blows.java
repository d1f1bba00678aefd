package com.lotview.faults.blow;

import com.lotview.faults.system.Burners;
import com.lotview.faults.system.DebuggedWorker;
import com.lotview.faults.system.NotPossible;
import com.lotview.faults.system.Scene;
import com.lotview.faults.system.Stand;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** The faults that strike at a place. */
final class Blows {
  private static final Set<String> CALLED_OFF = Set.of("CANCELLED", "DELETED");
  // A listing that must be taken down once live may never become live.
  private static final Set<String> TAKEN_DOWN =
      Set.of("DELETED", "CANCELLED", "FAILED", "NEEDS_REVIEW");
  private static final Set<String> AS_IF_NOTHING = Set.of("POSTED", "NEEDS_REVIEW");
  private static final int BURNERS = 8;
  private static final Duration WRITES_REFUSED = Duration.ofSeconds(4);

  private static final Duration DISK_BAD = Duration.ofSeconds(4);

  private Blows() {}

  /** kill -9 of the worker. */
  static Blow killWorker() {
    return (stand, worker) -> worker.process().destroyForcibly().waitFor();
  }

  /** SIGTERM of the worker: it may finish the job or give it back. */
  static Blow endWorker() {
    return (stand, worker) -> worker.process().destroy();
  }

  /** SIGSTOP, and SIGCONT long after other workers have taken over. */
  static Blow pauseWorker() {
    return (stand, worker) -> {
      worker.pause();
      Scene scene = stand.scene();
      scene.later(scene.rules().pause(), () -> scene.crew().goOn(worker));
    };
  }

  /** kill -9 of chromedriver; the browser lives on. */
  static Blow killDriver() {
    return (stand, worker) ->
        ProcessHandle.of(group(stand)).ifPresent(ProcessHandle::destroyForcibly);
  }

  /** kill -9 of the browser's own process; chromedriver lives on. */
  static Blow killBrowser() {
    return (stand, worker) ->
        ProcessHandle.of(group(stand)).stream()
            .flatMap(ProcessHandle::children)
            .forEach(ProcessHandle::destroyForcibly);
  }

  /** The process group of the order's browser, which is chromedriver's number. */
  private static long group(Stand stand) throws SQLException, IOException {
    try (Connection connection = stand.scene().system().superuser();
        PreparedStatement question =
            connection.prepareStatement(
                "select folder from fleet.run where job_id like ? and ending is null")) {
      question.setString(1, "posting:" + stand.posting() + ":%");
      try (ResultSet answer = question.executeQuery()) {
        if (!answer.next()) {
          throw new IllegalStateException("No run of the posting is under way");
        }
        Path file = Path.of(answer.getString(1), "browser.pgid");
        return Long.parseLong(java.nio.file.Files.readString(file).strip());
      }
    }
  }

  /** kill -9 of PostgreSQL; the system restarts it on the same data. */
  static Blow killPostgres() {
    return new Blow() {
      @Override
      public void strike(Stand stand, DebuggedWorker worker) {
        stand.scene().postgres().kill();
      }

      @Override
      public void after(Stand stand) {
        stand.scene().postgres().awaitNewOne();
      }
    };
  }

  /**
   * kill -9 of Kafka, gateway, outbox relays, object store and all services, which are one process.
   */
  static Blow killServices() {
    return new Blow() {
      @Override
      public void strike(Stand stand, DebuggedWorker worker) throws InterruptedException {
        stand.scene().system().kill();
      }

      @Override
      public void after(Stand stand) {
        stand.scene().system().startAgain();
      }
    };
  }

  /** kill -9 of the whole system. */
  static Blow killAll() {
    return new Blow() {
      @Override
      public void strike(Stand stand, DebuggedWorker worker) throws InterruptedException {
        stand.scene().system().kill();
        stand.scene().crew().all().forEach(each -> each.process().destroyForcibly());
        stand.scene().postgres().kill();
      }

      @Override
      public void after(Stand stand) {
        stand.scene().postgres().startAgain();
        stand.scene().system().startAgain();
      }
    };
  }

  /** Eight processes keep the processor busy from here until the posting has ended. */
  static Blow slowMachine() {
    return new Blow() {
      private final List<Burners> burning = new ArrayList<>();

      @Override
      public void strike(Stand stand, DebuggedWorker worker) throws IOException {
        burning.add(Burners.start(BURNERS));
      }

      @Override
      public void after(Stand stand) {
        try {
          Awaitility.await("the posting ends")
              .pollInterval(Duration.ofSeconds(1))
              .atMost(stand.scene().rules().limit())
              .until(() -> stand.ends().contains(Drills.status(stand)));
        } catch (ConditionTimeoutException late) {
          stand.note("not ended beside " + BURNERS + " burning processes");
        } finally {
          burning.forEach(Burners::close);
        }
      }
    };
  }

  /** The site misbehaves from here on. */
  static Blow site(Map<String, Object> fault) {
    return (stand, worker) -> stand.scene().stock().misbehave(fault, stand.offer().siteAccount());
  }

  /** A person cancels the posting. */
  static Blow cancel() {
    return (stand, worker) ->
        answered(stand, stand.scene().stock().cancel(stand.posting()), CALLED_OFF);
  }

  /** A person removes the listing. */
  static Blow delete() {
    return (stand, worker) ->
        answered(stand, stand.scene().stock().delete(stand.posting()), TAKEN_DOWN);
  }

  private static void answered(Stand stand, int status, Set<String> accepted) {
    stand.note("answered " + status);
    switch (status) {
      case 200, 202, 204 -> stand.mustEnd(accepted);
      case 409 -> stand.mustEnd(AS_IF_NOTHING);
      case 404, 405 -> throw new NotPossible("the API does not offer it: " + status);
      default -> throw new IllegalStateException("The API answered " + status);
    }
  }

  /**
   * The database refuses one kind of write of this job for a while: like an error in the worker's
   * code after the effect.
   *
   * @param table of the fleet
   * @param when condition for the refusal, in SQL about {@code new}, with {@code ?} for the
   *     posting's id
   */
  static Blow refuseWrites(String table, String event, String when) {
    return new Blow() {
      @Override
      public void strike(Stand stand, DebuggedWorker worker) {
        String name = "refuse_" + stand.posting().replace("-", "");
        List.of(
                "create or replace function fleet.refuse() returns trigger language plpgsql as"
                    + " $$ begin raise exception 'refused by the fault suite'; end $$",
                "create trigger %s before %s on fleet.%s for each row when (%s) execute function fleet.refuse()"
                    .formatted(name, event, table, when.replace("?", stand.posting())))
            .forEach(stand.scene()::sql);
        stand
            .scene()
            .later(
                WRITES_REFUSED,
                () -> stand.scene().sql("drop trigger %s on fleet.%s".formatted(name, table)));
      }
    };
  }

  /** The workers' disk is full for a while. */
  static Blow fillDisk() {
    return (stand, worker) -> {
      stand.scene().disk().fill();
      stand.scene().later(DISK_BAD, () -> stand.scene().disk().free());
    };
  }

  /** The workers' disk is read-only, for a while. */
  static Blow lockDisk() {
    return (stand, worker) -> {
      stand.scene().disk().lock();
      stand.scene().later(DISK_BAD, () -> stand.scene().disk().unlock());
    };
  }
}
