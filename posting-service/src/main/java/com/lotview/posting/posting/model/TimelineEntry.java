package com.lotview.posting.posting.model;

import com.lotview.posting.posting.lifecycle.PostingStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of a posting's timeline.
 *
 * @param status the state that was reached, for {@link Type#STATE}
 * @param step of {@code total}, for {@link Type#STEP}
 */
public record TimelineEntry(
    Instant at,
    Type type,
    @Nullable PostingStatus status,
    @Nullable Integer step,
    @Nullable Integer total,
    String message,
    int attempt) {

  /** The kind of a line. */
  public enum Type {
    /** The posting reached a state. */
    STATE,
    /** A worker reached a step. */
    STEP,
    /** A worker used another label of the form than the one that it knows. */
    HEAL,
    /** Something arrived but changed nothing. */
    NOTE
  }

  /** A line that says the same of many postings. */
  public record Line(PostingStatus status, String message) {
    public TimelineEntry at(Instant moment) {
      return new TimelineEntry(moment, Type.STATE, status, null, null, message, 0);
    }
  }

  static TimelineEntry state(Posting posting, String message) {
    return new TimelineEntry(
        posting.updatedAt(), Type.STATE, posting.status(), null, null, message, posting.attempts());
  }

  /** A worker's step. */
  public static TimelineEntry step(Instant at, int step, int total, String message, int attempt) {
    return new TimelineEntry(at, Type.STEP, null, step, total, message, attempt);
  }

  /** A label of the form that was gone, and what was used in its place. */
  public static TimelineEntry heal(Instant at, String message, int attempt) {
    return new TimelineEntry(at, Type.HEAL, null, null, null, message, attempt);
  }

  public static TimelineEntry note(Instant at, String message, int attempt) {
    return new TimelineEntry(at, Type.NOTE, null, null, null, message, attempt);
  }
}
