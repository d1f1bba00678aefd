package com.lotview.faults.blow;

import com.lotview.faults.system.Crew;
import com.lotview.faults.system.DebuggedWorker;
import com.lotview.faults.system.Place;
import com.lotview.faults.system.Stand;
import com.lotview.faults.system.Trap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The fault that strikes while a job's thread is stopped at a place. */
@FunctionalInterface
interface Blow {
  /** Maximum time until a worker reaches the place. */
  long PATIENCE_SECONDS = 240;

  /** Runs while the thread is stopped. */
  void strike(Stand stand, DebuggedWorker worker) throws Exception;

  /** Runs when the thread continues. */
  default void after(Stand stand) throws Exception {}

  /** Orders, waits until a worker reaches the place with that order, and strikes. */
  default Cell.Drill at(Place place) {
    return stand -> {
      Crew crew = stand.scene().crew();
      AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
      Trap trap = new Trap(place, worker -> strike(stand, worker, failure));
      crew.arm(trap);
      try {
        stand.ordered(stand.scene().stock().order(stand.offer()));
        trap.waitFor(stand.posting());
        trap.await(PATIENCE_SECONDS);
      } finally {
        trap.waitFor("nobody");
        crew.disarm(trap);
      }
      Exception failed = failure.get();
      if (failed != null) {
        throw failed;
      }
      after(stand);
    };
  }

  private void strike(
      Stand stand, DebuggedWorker worker, AtomicReference<@Nullable Exception> failure) {
    try {
      stand.struck();
      strike(stand, worker);
    } catch (Exception e) {
      failure.set(e);
    }
  }
}
