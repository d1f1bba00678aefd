package com.lotview.kit.trace;

import io.micrometer.context.ThreadLocalAccessor;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * The trace of the work that this thread does, for its log lines: Reactor sets it from its context,
 * if {@code LOG_TRACES} is auto.
 */
public final class TraceOfThread implements ThreadLocalAccessor<String> {
  /** Its name in log lines, as in the Elastic Common Schema. */
  public static final String FIELD = "trace.id";

  private static final ThreadLocal<@Nullable String> CURRENT = new ThreadLocal<>();

  @Override
  public Object key() {
    return Trace.HEADER;
  }

  @Override
  public @Nullable String getValue() {
    return CURRENT.get();
  }

  @Override
  public void setValue(String traceparent) {
    CURRENT.set(traceparent);
    MDC.put(FIELD, Trace.id(traceparent));
  }

  @Override
  public void setValue() {
    CURRENT.remove();
    MDC.remove(FIELD);
  }

  /** Runs blocking work on this thread; its log lines carry the trace. */
  public static void run(String traceparent, Runnable work) {
    TraceOfThread thread = new TraceOfThread();
    thread.setValue(traceparent);
    try {
      work.run();
    } finally {
      thread.setValue();
    }
  }
}
