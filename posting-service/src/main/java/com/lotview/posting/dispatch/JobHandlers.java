package com.lotview.posting.dispatch;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** The handler of every kind of job. A kind without one stops the service at its start. */
@Component
public class JobHandlers {
  private final Map<JobKind, JobHandler> byKind = new EnumMap<>(JobKind.class);

  /**
   * Checks that each kind has exactly one handler.
   *
   * @throws IllegalStateException if it does not
   */
  public JobHandlers(List<JobHandler> handlers) {
    for (JobHandler handler : handlers) {
      if (byKind.put(handler.kind(), handler) != null) {
        throw new IllegalStateException("Two handlers for " + handler.kind());
      }
    }
    for (JobKind kind : JobKind.values()) {
      if (!byKind.containsKey(kind)) {
        throw new IllegalStateException("No handler for " + kind);
      }
    }
  }

  /** The handler of jobs of that kind. */
  public JobHandler of(JobKind kind) {
    return Objects.requireNonNull(byKind.get(kind));
  }
}
