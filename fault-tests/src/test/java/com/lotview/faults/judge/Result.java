package com.lotview.faults.judge;

import com.lotview.faults.blow.Cell;
import com.lotview.faults.system.Stand;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The result of a cell.
 *
 * @param posting empty if none was ordered
 * @param status the posting's last state
 * @param resumed from the fault to the next step of a worker
 * @param settled from the fault to the posting's last state; zero if it was already in that state
 * @param remark for people
 * @param skipped why the cell was not run; null if it was
 */
public record Result(
    Cell cell,
    String posting,
    String status,
    Set<Flaw> flaws,
    int listings,
    long intents,
    long clicks,
    @Nullable Duration resumed,
    Duration settled,
    String remark,
    @Nullable String skipped) {

  public static Result skipped(Cell cell, String reason) {
    return new Result(cell, "", "", Set.of(), 0, 0, 0, null, Duration.ZERO, "", reason);
  }

  public static Result notStruck(Cell cell, String posting, String reason) {
    return new Result(
        cell, posting, "", Set.of(Flaw.NOT_STRUCK), 0, 0, 0, null, Duration.ZERO, reason, null);
  }

  public static Result of(Cell cell, Stand stand, History history) {
    Instant resumed = history.resumedAt();
    Duration settled = Duration.between(stand.struckAt(), history.since());
    String words = history.explanation();
    return new Result(
        cell.on(stand.offer().face()),
        stand.posting(),
        history.status(),
        Judge.flaws(history, stand.ends()),
        history.live().size() + history.deleted().size(),
        history.intents(),
        history.clicks(),
        resumed == null ? null : Duration.between(stand.struckAt(), resumed),
        settled.isNegative() ? Duration.ZERO : settled,
        String.join(
            "; ",
            java.util.stream.Stream.of(stand.note(), words == null ? "" : words)
                .filter(text -> !text.isEmpty())
                .toList()),
        null);
  }

  public boolean good() {
    return flaws.isEmpty();
  }

  boolean has(Flaw flaw) {
    return flaws.contains(flaw);
  }

  @Override
  public String toString() {
    return cell
        + ": "
        + (skipped != null
            ? "skipped, " + skipped
            : "%s %s, %d listings, %d intents, settled after %.1f s %s"
                .formatted(
                    status.isEmpty() ? "?" : status,
                    flaws.isEmpty() ? "good" : flaws,
                    listings,
                    intents,
                    settled.toMillis() / 1000.0,
                    posting + (remark.isEmpty() ? "" : " (" + remark + ")")));
  }
}
