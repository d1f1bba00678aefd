package com.lotview.gateway.limit;

import com.lotview.gateway.limit.RollingMinute.Answer;
import reactor.core.publisher.Mono;

/** The requests of the last minute, by name of what is limited. */
public interface Windows {
  /** Takes one of the permits, if there is one; never fails. */
  Mono<Answer> take(String name, int limit);
}
