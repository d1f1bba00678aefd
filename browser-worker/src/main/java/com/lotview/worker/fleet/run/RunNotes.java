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
 * Writes down what a run has to tell, in order, from a thread of its own: the run does not wait for
 * it, and what comes close together is one transaction. What is not written yet goes with the
 * intent or the result.
 */
final class RunNotes implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RunNotes.class);

  /** How long a note waits for others; nobody sees the difference. */
  private static final Duration NOTE_BATCH_DELAY = Duration.ofMillis(50);

  private static final Duration ERROR_DELAY = Duration.ofSeconds(1);

  private final Consumer<Notes> write;
  private final Runnable leaseLost;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Semaphore news = new Semaphore(0);
  // Held from taking the notes until they are written: no later ones can overtake them.
  private final ReentrantLock writing = new ReentrantLock();
  private Notes pending = Notes.NONE;

  /**
   * @param write writes notes in a transaction of their own
   * @param leaseLost told if they may no longer be written
   */
  RunNotes(Consumer<Notes> write, Runnable leaseLost) {
    this.write = write;
    this.leaseLost = leaseLost;
  }

  /** Begins to write. */
  void start(String name) {
    Thread.ofVirtual().name("notes-" + name).start(this::work);
  }

  /** Adds to what is pending. */
  void add(Notes more) {
    synchronized (this) {
      pending = pending.and(more);
    }
    news.release();
  }

  /** Does a write that takes all pending notes with it; they stay pending if it fails. */
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
