package com.lotview.worker.fleet.run;

import com.lotview.worker.fleet.lease.LeaseLost;
import com.lotview.worker.fleet.lease.Notes;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a run's notes in order, from its own thread, so that the run does not wait. Notes that
 * come close together share a transaction; the rest goes with the intent or the result.
 */
final class RunNotes implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RunNotes.class);

  /** How long a note waits for others, to share their transaction. */
  private static final Duration NOTE_BATCH_DELAY = Duration.ofMillis(50);

  private static final Duration ERROR_DELAY = Duration.ofSeconds(1);

  private final Consumer<Notes> write;
  private final Runnable leaseLost;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Semaphore news = new Semaphore(0);
  // Held while notes are taken and written, so that later notes cannot overtake them.
  private final ReentrantLock writing = new ReentrantLock();
  private Notes pending = Notes.NONE;

  /**
   * @param write writes notes in their own transaction
   * @param leaseLost called when the fence is stale
   */
  RunNotes(Consumer<Notes> write, Runnable leaseLost) {
    this.write = write;
    this.leaseLost = leaseLost;
  }

  /** Starts to write. */
  void start(String name) {
    Thread.ofVirtual().name("notes-" + name).start(this::work);
  }

  /** Adds to the pending notes. */
  void add(Notes more) {
    synchronized (this) {
      pending = pending.and(more);
    }
    news.release();
  }

  /** Runs a write with all pending notes; they stay pending if it fails. */
  void takenBy(Consumer<Notes> other) {
    writing.lock();
    try {
      Notes taken = take();
      try {
        other.accept(taken);
      } catch (RuntimeException e) {
        putBack(taken);
        throw e;
      }
    } finally {
      writing.unlock();
    }
  }

  private synchronized Notes take() {
    Notes taken = pending;
    pending = Notes.NONE;
    return taken;
  }

  private synchronized void putBack(Notes taken) {
    pending = taken.and(pending);
  }

  private void work() {
    try {
      while (closed.getCount() > 0) {
        news.acquire();
        if (!closed.await(NOTE_BATCH_DELAY.toMillis(), TimeUnit.MILLISECONDS)) {
          news.drainPermits();
          writePending();
        }
      }
    } catch (LeaseLost e) {
      leaseLost.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void writePending() throws InterruptedException {
    try {
      takenBy(notes -> {
        if (!notes.none()) {
          write.accept(notes);
        }
      });
    } catch (LeaseLost e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.warn("Notes could not be written for now: {}", e.toString());
      if (!closed.await(ERROR_DELAY.toMillis(), TimeUnit.MILLISECONDS)) {
        news.release();
      }
    }
  }

  @Override
  public void close() {
    closed.countDown();
    news.release();
  }
}
