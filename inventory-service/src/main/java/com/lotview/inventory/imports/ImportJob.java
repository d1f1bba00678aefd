package com.lotview.inventory.imports;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One import.
 *
 * @param fileName as the sender named it
 * @param bytes of the file as it was sent
 * @param rows in the file; 0 until it was read
 * @param position number of rows that are done; the work continues after them
 * @param refusal why nothing of the file was accepted; null if it was accepted
 * @param attempt rises with each lease holder; the work of an earlier one fails
 */
public record ImportJob(
    UUID id,
    UUID dealershipId,
    UUID userId,
    String fileName,
    Options options,
    long bytes,
    State state,
    int rows,
    int position,
    Counts counts,
    @Nullable String refusal,
    int attempt,
    Instant startedAt,
    @Nullable Instant finishedAt) {

  /** Where an import stands. */
  public enum State {
    WAITING,
    RUNNING,
    DONE,
    /** Nothing was taken. */
    REFUSED,
    /** A person stopped it; what was stored before stays. */
    CANCELLED
  }

  /**
   * How a file is taken.
   *
   * @param dryRun reports what would happen and changes no vehicle
   * @param missing what becomes of vehicles that the file lacks
   * @param relist whether a vehicle that is sold comes back if the file says that it is for sale
   * @param brake null: all missing vehicles go; else at most half of the stock, or this many
   * @param background whether no person waits for it, so that imports of persons come first
   */
  public record Options(
      boolean dryRun,
      Missing missing,
      boolean relist,
      @Nullable Integer brake,
      boolean background) {

    /** Of a file that a person sends. */
    public Options(boolean dryRun, Missing missing, boolean relist) {
      this(dryRun, missing, relist, null, false);
    }
  }

  /**
   * The outcomes of the rows that are done.
   *
   * @param vanished vehicles that the file lacks and that were archived
   * @param held vehicles that the file lacks and that the brake kept
   * @param returned vehicles, among the updated ones, that are on the lot again
   * @param stillSold vehicles that are sold here, although the file has them for sale
   */
  public record Counts(
      int created,
      int updated,
      int unchanged,
      int rejected,
      int vanished,
      int held,
      int returned,
      int stillSold) {
    public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0);
  }

  /** A new one. */
  public static ImportJob submitted(
      UUID id, UUID dealershipId, UUID userId, Submission submission, Instant now) {
    return new ImportJob(
        id,
        dealershipId,
        userId,
        submission.fileName(),
        submission.options(),
        submission.bytes(),
        State.WAITING,
        0,
        0,
        Counts.NONE,
        null,
        0,
        now,
        null);
  }

  /** What a person sends, beside the bytes. */
  public record Submission(String fileName, long bytes, Options options) {}

  public boolean isOver() {
    return state != State.WAITING && state != State.RUNNING;
  }
}
