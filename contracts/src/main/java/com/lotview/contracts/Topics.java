package com.lotview.contracts;

import java.util.List;
import java.util.Set;

/**
 * Kafka topic names. The key of each topic is what its order is kept for; every topic has a dead
 * letter topic of the same name with {@link #DEAD_LETTER_SUFFIX}.
 */
public final class Topics {
  /** Jobs that may run now, for the fleet; key: Facebook account. */
  public static final String POSTING_REQUESTED = "posting.requested";

  /**
   * Steps of running jobs, healed labels of the form and changes of a posting's state, key:
   * Facebook account; removals that are held, key: dealership.
   */
  public static final String POSTING_PROGRESS = "posting.progress";

  /** How a job ended, by evidence; key: Facebook account. */
  public static final String POSTING_COMPLETED = "posting.completed";

  /** A text is wanted; key: posting. */
  public static final String LISTING_REQUESTED = "listing.requested";

  /** A checked text; key: posting. */
  public static final String LISTING_GENERATED = "listing.generated";

  /**
   * A vehicle was created or changed, key: vehicle; an import lacked some, key: dealership; how far
   * an import is, key: import.
   */
  public static final String VEHICLE_CHANGED = "vehicle.changed";

  /** An account's session became valid, needs its owner, or is blocked; key: Facebook account. */
  public static final String ACCOUNT_SESSION = "account.session";

  /** Who did what, when, from where; key: dealership. */
  public static final String AUDIT_RECORDED = "audit.recorded";

  /** Access tokens that are no longer valid; key: user. */
  public static final String ACCESS_REVOKED = "access.revoked";

  /** A person of a dealership: role, and whether they can sign in; key: user. Compacted. */
  public static final String USER_CHANGED = "user.changed";

  /** Where a dealership is: country, currency, unit of distances; key: dealership. Compacted. */
  public static final String DEALERSHIP_CHANGED = "dealership.changed";

  /** A mail to a person, by whoever does not know addresses; key: user. */
  public static final String MAIL_REQUESTED = "mail.requested";

  /** Appended to a topic's name for records that could not be handled. */
  public static final String DEAD_LETTER_SUFFIX = ".dlt";

  /** Every topic except the dead letter ones. */
  public static final List<String> ALL =
      List.of(
          POSTING_REQUESTED,
          POSTING_PROGRESS,
          POSTING_COMPLETED,
          LISTING_REQUESTED,
          LISTING_GENERATED,
          VEHICLE_CHANGED,
          ACCOUNT_SESSION,
          AUDIT_RECORDED,
          ACCESS_REVOKED,
          USER_CHANGED,
          DEALERSHIP_CHANGED,
          MAIL_REQUESTED);

  /** Topics that keep the newest event of each key forever: the others forget by age. */
  public static final Set<String> COMPACTED = Set.of(USER_CHANGED, DEALERSHIP_CHANGED);

  /** Partitions of each topic except the dead letter ones, which have one. */
  public static final int PARTITIONS = 6;

  private Topics() {}
}
