package com.lotview.worker.fleet.lease;

import com.lotview.worker.fleet.job.Evidence;
import com.lotview.worker.fleet.job.Progress;
import com.lotview.worker.marketplace.page.Heal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A run's news since the last write; written in one transaction.
 *
 * @param reached in order
 * @param processGroup of the browser, once it has started
 * @param clicked whether the run has clicked
 * @param kept stored pictures; a later one replaces an earlier one of its kind
 * @param healed the form's missing labels
 */
public record Notes(
    List<Reached> reached,
    @Nullable Long processGroup,
    boolean clicked,
    List<Evidence> kept,
    List<Healed> healed) {
  /** Empty notes. */
  public static final Notes NONE = new Notes(List.of(), null, false, List.of(), List.of());

  public Notes {
    reached = List.copyOf(reached);
    kept = List.copyOf(kept);
    healed = List.copyOf(healed);
  }

  /**
   * A missing label of the form and its replacement.
   *
   * @param language of the form map in use
   */
  public record Healed(Heal heal, String language, int mapVersion) {}

  /**
   * A step that the run has reached.
   *
   * @param elapsedMillis since the run began
   */
  public record Reached(Progress progress, long elapsedMillis) {}

  /** Whether these notes are empty. */
  public boolean none() {
    return equals(NONE);
  }

  public Notes with(Reached step) {
    return new Notes(added(reached, step), processGroup, clicked, kept, healed);
  }

  public Notes with(Evidence picture) {
    List<Evidence> others = kept.stream().filter(it -> it.kind() != picture.kind()).toList();
    return new Notes(reached, processGroup, clicked, added(others, picture), healed);
  }

  public Notes with(Healed label) {
    return new Notes(reached, processGroup, clicked, kept, added(healed, label));
  }

  public Notes withGroup(long group) {
    return new Notes(reached, group, clicked, kept, healed);
  }

  public Notes withClick() {
    return new Notes(reached, processGroup, true, kept, healed);
  }

  /** These notes followed by later ones. */
  public Notes and(Notes later) {
    Notes all =
        new Notes(
            Stream.concat(reached.stream(), later.reached.stream()).toList(),
            later.processGroup == null ? processGroup : later.processGroup,
            clicked || later.clicked,
            kept,
            Stream.concat(healed.stream(), later.healed.stream()).toList());
    for (Evidence picture : later.kept) {
      all = all.with(picture);
    }
    return all;
  }

  private static <T> List<T> added(List<T> list, T last) {
    List<T> all = new ArrayList<>(list);
    all.add(last);
    return all;
  }
}
