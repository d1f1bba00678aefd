package com.lotview.faults.system;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Waits at a place for one posting, and triggers once. Thread-safe. */
public final class Trap {
  private final Place place;
  private final Consumer<DebuggedWorker> blow;
  private final CompletableFuture<String> posting = new CompletableFuture<>();
  private final CompletableFuture<DebuggedWorker> sprung = new CompletableFuture<>();
  private final AtomicBoolean used = new AtomicBoolean();

  /**
   * @param blow called with the worker whose thread is stopped at the place
   */
  public Trap(Place place, Consumer<DebuggedWorker> blow) {
    this.place = place;
    this.blow = blow;
  }

  Place place() {
    return place;
  }

  /** Sets the posting that it waits for; a thread that arrives earlier waits until then. */
  public void waitFor(String postingId) {
    posting.complete(postingId);
  }

  /** The posting that it waits for; blocks until it is known. */
  public String posting() {
    try {
      return posting.get(60, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("Nobody was ordered", e);
    }
  }

  /** Triggers, unless it has triggered before. */
  void spring(DebuggedWorker worker) {
    if (!used.compareAndSet(false, true)) {
      return;
    }
    try {
      blow.accept(worker);
      sprung.complete(worker);
    } catch (RuntimeException e) {
      sprung.completeExceptionally(e);
    }
  }

  boolean isUsed() {
    return used.get();
  }

  /** The worker that was hit. */
  public DebuggedWorker await(long seconds) throws InterruptedException {
    try {
      return sprung.get(seconds, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new IllegalStateException("No worker came by \"" + place + "\" in " + seconds + " s");
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
    }
  }
}
