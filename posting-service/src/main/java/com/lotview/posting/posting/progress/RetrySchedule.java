package com.lotview.posting.posting.progress;

import com.lotview.posting.posting.lifecycle.PostingLifecycle;
import com.lotview.posting.wiring.PostingProperties;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Retry policy: a failed attempt is tried again after 1, 2 and 4 minutes, then no more. */
@Component
public class RetrySchedule {
  private static final double JITTER = 0.2;

  private final Duration first;
  private final RandomGenerator chance;

  @Autowired
  public RetrySchedule(PostingProperties properties, RandomGenerator chance) {
    this(properties.retryDelay(), chance);
  }

  public RetrySchedule(Duration first, RandomGenerator chance) {
    this.first = first;
    this.chance = chance;
  }

  /**
   * The wait before the next try, of which there are {@link PostingLifecycle#RETRIES}.
   *
   * @param failures how many tries failed before this one
   * @return with up to a fifth added by chance, so that what failed together is not tried together
   */
  public Duration after(int failures) {
    long millis = first.toMillis() << failures;
    return Duration.ofMillis(millis + (long) (millis * JITTER * chance.nextDouble()));
  }
}
