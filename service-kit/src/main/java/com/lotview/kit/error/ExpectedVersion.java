package com.lotview.kit.error;

import com.lotview.contracts.ErrorCode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The version of a resource that a person has on the screen while changing it; if two people change
 * the same thing, the second one learns that the first has changed it.
 *
 * @param versions any of these is accepted; null: every version is accepted
 */
public record ExpectedVersion(@Nullable Set<Long> versions) {
  /** Accepts every version. */
  public static final ExpectedVersion ANY = new ExpectedVersion(null);

  public ExpectedVersion {
    versions = versions == null ? null : Set.copyOf(versions);
  }

  /**
   * Refuses with {@code VERSION_CONFLICT} if the resource has another version. To be called in the
   * transaction that changes it, with the row locked.
   */
  public void check(long version) {
    if (versions != null && !versions.contains(version)) {
      throw new RefusalException(ErrorCode.VERSION_CONFLICT, ErrorCode.VERSION_CONFLICT.title());
    }
  }

  /** As {@link #check(long)}, of a resource whose version is the moment of its latest change. */
  public void check(Instant changedAt) {
    check(at(changedAt));
  }

  /** That moment as a version: microseconds, as PostgreSQL keeps them. */
  public static long at(Instant changedAt) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, changedAt);
  }
}
