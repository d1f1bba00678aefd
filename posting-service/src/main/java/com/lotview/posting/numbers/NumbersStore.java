package com.lotview.posting.numbers;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
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
   * @param zone days are counted in it
   * @param limit the most lines
   */
  Mono<List<MonthLine>> count(By by, Instant from, Instant to, ZoneId zone, int limit);

  /** Those of the vehicles that had a live listing before then, be it removed since. */
  Mono<Set<UUID>> posted(Collection<UUID> vehicles, Instant before);
}
