package com.lotview.posting.dispatch;

import java.util.Set;
import reactor.core.publisher.Mono;

/** Takes the ends of jobs of some kinds; the way back of a {@link Departure}. */
public interface Arrival {

  /** The kinds of jobs whose ends it takes. */
  Set<JobKind> kinds();

  /** Takes one, in the running transaction of the dealership; of an unknown job, nothing. */
  Mono<Void> arrived(JobEnd end);
}
