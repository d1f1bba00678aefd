package com.lotview.posting.posting.model;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list of postings.
 *
 * @param offset how many stand before it, counted from {@code after}
 * @param after the posting behind which it begins; null: from the start
 */
public record PostingSlice(Sort sort, int limit, long offset, @Nullable After after) {

  /** The orders in which postings are listed. */
  public enum Sort {
    /** The latest order first. */
    NEWEST("-createdAt", false, true),
    OLDEST("createdAt", false, false),
    /** By the moment for which it was ordered, or else of the order, earliest first. */
    STARTS("startsAt", true, false),
    LAST_STARTS("-startsAt", true, true);

    private final String word;
    private final boolean byStart;
    private final boolean descending;

    Sort(String word, boolean byStart, boolean descending) {
      this.word = word;
      this.byStart = byStart;
      this.descending = descending;
    }

    public static List<Sort> all() {
      return List.of(values());
    }

    /** The name that clients use. */
    public String word() {
      return word;
    }

    /** By the moment of the start, or by that of the order, which the ids contain. */
    public boolean byStart() {
      return byStart;
    }

    public boolean descending() {
      return descending;
    }
  }

  /** The place behind this posting. */
  public record After(Instant startsAt, UUID id) {
    public static After of(Posting posting) {
      return new After(posting.startsAt(), posting.id());
    }
  }

  /** The latest orders. */
  public static PostingSlice newest(int limit) {
    return new PostingSlice(Sort.NEWEST, limit, 0, null);
  }

  /** One more, which shows whether the list continues. */
  public PostingSlice withOneMore() {
    return new PostingSlice(sort, limit + 1, offset, after);
  }
}
