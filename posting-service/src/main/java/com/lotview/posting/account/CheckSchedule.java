package com.lotview.posting.account;

import com.lotview.posting.wiring.PostingProperties;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;

/** When sessions are checked. */
@Component
public class CheckSchedule {
  private static final double JITTER = 0.2;

  private final Duration interval;
  private final Duration first;
  private final RandomGenerator chance;

  CheckSchedule(PostingProperties properties, RandomGenerator chance) {
    this.interval = properties.sessionCheckInterval();
    this.first = properties.firstSessionCheckAfter();
    this.chance = chance;
  }

  /**
   * The next check after that moment, delayed at random by up to a fifth, so that checks spread
   * out.
   */
  public Instant after(Instant seen) {
    return seen.plusMillis((long) (interval.toMillis() * (1 + JITTER * chance.nextDouble())));
  }

  /**
   * The first check of a session that has not been seen to work yet, unless a job shows it earlier.
   */
  public Instant first(Instant connected) {
    return connected.plus(first);
  }

  /** The next check after one without a result: a sixth of the time. */
  Instant afterFailure(Instant now) {
    return now.plus(interval.dividedBy(6));
  }
}
