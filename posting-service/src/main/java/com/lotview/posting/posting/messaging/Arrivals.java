package com.lotview.posting.posting.messaging;

import com.lotview.posting.dispatch.Arrival;
import com.lotview.posting.dispatch.JobEnd;
import com.lotview.posting.dispatch.JobKind;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Brings the end of a job to whoever sent it. */
@Component
class Arrivals {
  private final Map<JobKind, Arrival> byKind = new EnumMap<>(JobKind.class);

  Arrivals(List<Arrival> arrivals) {
    for (Arrival arrival : arrivals) {
      for (JobKind kind : arrival.kinds()) {
        if (byKind.put(kind, arrival) != null) {
          throw new IllegalStateException("Two take the ends of " + kind);
        }
      }
    }
  }

  /**
   * Takes one, in the running transaction of the dealership.
   *
   * @throws IllegalArgumentException for a kind that nobody sends; such a record belongs into the
   *     dead letter topic
   */
  Mono<Void> arrived(JobEnd end) {
    Arrival arrival = byKind.get(end.job().kind());
    if (arrival == null) {
      throw new IllegalArgumentException("Nobody sends a " + end.job().kind());
    }
    return arrival.arrived(end);
  }
}
