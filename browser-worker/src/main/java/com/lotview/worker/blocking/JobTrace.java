package com.lotview.worker.blocking;

import com.lotview.kit.trace.Trace;
import com.lotview.kit.trace.TraceOfThread;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The trace of the job on which this thread works; reactive work awaited by it carries it. */
public final class JobTrace {
  private static final ScopedValue<String> TRACEPARENT = ScopedValue.newInstance();

  private JobTrace() {}

  /**
   * Runs a job's work under its trace.
   *
   * @param traceparent as kept with the job; null if its order had none
   */
  public static void run(@Nullable String traceparent, Runnable work) {
    if (traceparent == null) {
      work.run();
    } else {
      ScopedValue.where(TRACEPARENT, traceparent).run(() -> TraceOfThread.run(traceparent, work));
    }
  }

  static <T> Mono<T> on(Mono<T> work) {
    if (!TRACEPARENT.isBound()) {
      return work;
    }
    String traceparent = TRACEPARENT.get();
    return work.contextWrite(context -> Trace.with(context, traceparent));
  }
}
