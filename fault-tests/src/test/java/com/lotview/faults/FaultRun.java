package com.lotview.faults;

import com.lotview.faults.blow.Cell;
import com.lotview.faults.judge.History;
import com.lotview.faults.judge.Judge;
import com.lotview.faults.judge.Result;
import com.lotview.faults.system.NotPossible;
import com.lotview.faults.system.Scene;
import com.lotview.faults.system.Stand;
import com.lotview.standalone.client.ClientException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;

/**
 * Runs cells one after the other while earlier ones settle, and judges all of them at the end, when
 * nothing changes any more.
 */
final class FaultRun implements AutoCloseable {
  private static final int LATER_JOB_SECONDS = 120;
  private static final Duration OTHER_END = Duration.ofMinutes(3);

  private final Scene scene;
  private final PrintStream out;
  private final Map<Cell, Stand> open = new LinkedHashMap<>();
  private final Map<Cell, Stand> played = new LinkedHashMap<>();
  private final List<Result> results = new ArrayList<>();
  private int leftBehind;
  private int total;
  private int done;

  /**
   * @param log gets a line for each cell
   */
  FaultRun(Scene scene, Path log) throws IOException {
    this.scene = scene;
    Files.createDirectories(log.getParent());
    this.out = new PrintStream(Files.newOutputStream(log), true, StandardCharsets.UTF_8);
  }

  List<Result> play(List<Cell> cells) {
    total = cells.size();
    for (Cell cell : cells) {
      play(cell);
      watch();
    }
    say("waiting for " + open.size() + " to settle");
    while (!open.isEmpty()) {
      pause(Duration.ofSeconds(1));
      watch();
      scene.crew().ready(1);
    }
    pause(scene.rules().afterglow());
    leftBehind = staying();
    say(leftBehind + " browser processes are left");
    played.forEach((cell, stand) -> results.add(judge(cell, stand)));
    results.stream().filter(result -> !result.good()).forEach(result -> say(result.toString()));
    return results;
  }

  /** Browser processes that stay: those of a job, such as a later look, end with it. */
  private int staying() {
    for (int i = 0; i < LATER_JOB_SECONDS && !scene.browsers().isEmpty(); i++) {
      pause(Duration.ofSeconds(1));
    }
    return scene.browsers().size();
  }

  /** Browser processes that remained after every posting had ended. */
  int leftBehind() {
    return leftBehind;
  }

  private void play(Cell cell) {
    done++;
    long began = System.nanoTime();
    Stand stand = null;
    try {
      scene.crew().ready(scene.rules().workers() - 1);
      stand = new Stand(scene, scene.stock().next(), cell.ends());
      if (cell.everyone()) {
        open.values().forEach(Stand::struckBeside);
      }
      cell.drill().play(stand);
      played.put(cell, stand);
      open.put(cell, stand);
      say(
          "%3d/%d  %s  [%s]  struck after %.1f s  %s"
              .formatted(done, total, cell, stand.offer().face(), since(began), stand.note()));
    } catch (NotPossible e) {
      results.add(Result.skipped(cell, String.valueOf(e.getMessage())));
      say("%3d/%d  %s  skipped: %s".formatted(done, total, cell, e.getMessage()));
    } catch (Exception e) {
      results.add(Result.notStruck(cell, stand == null ? "" : stand.posting(), e.toString()));
      say("%3d/%d  %s  NOT STRUCK: %s".formatted(done, total, cell, e));
      e.printStackTrace(out);
    }
  }

  private static double since(long began) {
    return (System.nanoTime() - began) / 1e9;
  }

  /** Removes cells that have settled or run out of time. */
  private void watch() {
    open.entrySet().removeIf(each -> settled(each.getKey(), each.getValue()));
  }

  private boolean settled(Cell cell, Stand stand) {
    Duration age = Duration.between(stand.struckAt(), Instant.now());
    String status = history(stand).status();
    boolean right = stand.ends().contains(status);
    boolean otherwise = Judge.ended(status) && age.compareTo(OTHER_END) > 0;
    boolean late = age.compareTo(scene.rules().limit()) > 0;
    if (right || otherwise || late) {
      say("         %s  %s".formatted(cell, status));
    }
    return right || otherwise || late;
  }

  private Result judge(Cell cell, Stand stand) {
    return Result.of(cell, stand, history(stand));
  }

  /** As long as a part of the system is away, it is asked again: a refusal must not end the run. */
  private History history(Stand stand) {
    return Awaitility.await("the tables and the ledger can be read")
        .atMost(Duration.ofMinutes(3))
        .until(
            () -> {
              try (Connection connection = scene.system().superuser()) {
                var ledger = scene.stock().ledger(stand.offer().siteAccount());
                return Optional.of(History.of(connection, stand, ledger));
              } catch (SQLException e) {
                if (String.valueOf(e.getSQLState()).startsWith("42")) {
                  throw e;
                }
                return Optional.<History>empty();
              } catch (ClientException e) {
                return Optional.<History>empty();
              }
            },
            Optional::isPresent)
        .orElseThrow();
  }

  private static void pause(Duration length) {
    Awaitility.await().pollDelay(length).atMost(length.plusSeconds(10)).until(() -> true);
  }

  private void say(String line) {
    out.println(line);
  }

  @Override
  public void close() {
    out.close();
  }
}
