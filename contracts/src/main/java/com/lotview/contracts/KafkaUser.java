package com.lotview.contracts;

import static com.lotview.contracts.Topics.*;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A user of Kafka, with the topics that it reads and then those that it writes: each service may do
 * only this.
 */
public enum KafkaUser {
  AUTH(
      List.of(AUDIT_RECORDED, MAIL_REQUESTED),
      List.of(ACCESS_REVOKED, USER_CHANGED, DEALERSHIP_CHANGED)),
  INVENTORY(
      List.of(POSTING_PROGRESS, DEALERSHIP_CHANGED), List.of(VEHICLE_CHANGED, AUDIT_RECORDED)),
  POSTING(
      List.of(LISTING_GENERATED, POSTING_PROGRESS, POSTING_COMPLETED, VEHICLE_CHANGED),
      List.of(
          POSTING_REQUESTED, POSTING_PROGRESS, LISTING_REQUESTED, ACCOUNT_SESSION, AUDIT_RECORDED)),
  LISTING(List.of(LISTING_REQUESTED), List.of(LISTING_GENERATED)),
  NOTIFICATION(
      List.of(POSTING_PROGRESS, ACCOUNT_SESSION, VEHICLE_CHANGED, USER_CHANGED),
      List.of(MAIL_REQUESTED, AUDIT_RECORDED)),
  WORKER(List.of(POSTING_REQUESTED), List.of(POSTING_PROGRESS, POSTING_COMPLETED)),
  /** Programs of others, which hear of postings and vehicles of all dealerships. */
  READER(List.of(POSTING_PROGRESS, VEHICLE_CHANGED), List.of());

  // Both are made by List.of.
  @SuppressWarnings("ImmutableEnumChecker")
  private final List<String> reads;

  @SuppressWarnings("ImmutableEnumChecker")
  private final List<String> writes;

  KafkaUser(List<String> reads, List<String> writes) {
    this.reads = reads;
    this.writes = writes;
  }

  /** Its name at Kafka; that of a service is also the name of its consumer group. */
  public String principal() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it is a service of LotView. */
  public boolean isService() {
    return this != READER;
  }

  /** The topics that it reads in its group. */
  public List<String> reads() {
    return reads;
  }

  /** The topics of its events. */
  public List<String> writes() {
    return writes;
  }

  /** What it may read: a service hears of revocations too, without a group. */
  public Set<String> mayRead() {
    return union(reads, isService() ? List.of(ACCESS_REVOKED) : List.of());
  }

  /** What it may write: a service also puts away what it reads and cannot handle. */
  public Set<String> mayWrite() {
    List<String> deadLetters = reads.stream().map(topic -> topic + DEAD_LETTER_SUFFIX).toList();
    return union(writes, isService() ? deadLetters : List.of());
  }

  private static Set<String> union(List<String> some, List<String> more) {
    return Stream.concat(some.stream(), more.stream()).collect(Collectors.toUnmodifiableSet());
  }
}
