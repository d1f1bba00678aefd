package com.lotview.kit.background;

import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

/** A flow that runs from the context's start to its stop. */
public abstract class BackgroundFlow implements SmartLifecycle {
  private volatile @Nullable Disposable running;

  /** The work. It handles its errors: an error that leaves it ends the flow. */
  protected abstract Flux<?> flow();

  @Override
  public final void start() {
    running = flow().subscribe();
  }

  @Override
  public void stop() {
    Disposable current = running;
    if (current != null) {
      current.dispose();
    }
    running = null;
  }

  @Override
  public final boolean isRunning() {
    return running != null;
  }
}
