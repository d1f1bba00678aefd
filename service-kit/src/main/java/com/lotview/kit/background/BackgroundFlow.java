package com.lotview.kit.background;

import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

/** A flow that is subscribed to from the context's start to its stop, and anew at every start. */
public abstract class BackgroundFlow implements SmartLifecycle {
  private volatile @Nullable Disposable running;

  /** The work. It handles its errors itself: one that comes out of it ends the flow for good. */
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
