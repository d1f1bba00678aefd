package com.lotview.posting.numbers;

import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;

/** Counts postings. Joins the running transaction of a dealership. */
public interface NumbersStore {

  /** By what postings are counted. */
  enum By {
    PERSON,
    ACCOUNT,
    VEHICLE
  }

  /**
   * A line for each that posted or failed in that time, those with most listings first.
   *
   * @param limit the most lines
   */
  Mono<List<MonthLine>> count(By by, Instant from, Instant to, int limit);
}
