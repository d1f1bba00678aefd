package com.lotview.bench.ontime;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** When some part of the system was down. */
final class Downtime {
  private final List<Span> spans = new ArrayList<>();

  private record Span(Instant from, Instant to) {}

  void add(Instant from, Instant to) {
    spans.add(new Span(from, to));
  }

  /** Whether anything was down at some time between the two. */
  boolean touches(Instant from, Instant to) {
    return spans.stream().anyMatch(span -> span.from().isBefore(to) && span.to().isAfter(from));
  }

  double seconds() {
    return spans.stream()
        .mapToDouble(span -> java.time.Duration.between(span.from(), span.to()).toMillis() / 1000.0)
        .sum();
  }
}
