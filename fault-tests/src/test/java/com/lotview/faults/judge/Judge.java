package com.lotview.faults.judge;

import com.lotview.faults.judge.History.Try;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Finds the flaws of a history. Pure, and independent of LotView's own decisions. */
public final class Judge {
  private static final Set<String> NEEDS_WORDS = Set.of("FAILED", "NEEDS_LOGIN", "NEEDS_REVIEW");
  private static final Set<String> NOT_LIVE = Set.of("FAILED", "CANCELLED", "DELETED");
  private static final int LOOKS = 2;

  private Judge() {}

  /** Whether a posting in this state waits for no further action of LotView. */
  public static boolean ended(String status) {
    return status.equals("POSTED") || NEEDS_WORDS.contains(status) || NOT_LIVE.contains(status);
  }

  /**
   * The flaws.
   *
   * @param ends the states that are right after this fault
   */
  public static Set<Flaw> flaws(History history, Set<String> ends) {
    Set<Flaw> flaws = EnumSet.noneOf(Flaw.class);
    if (history.live().size() + history.deleted().size() > 1) {
      flaws.add(Flaw.DUPLICATE);
    }
    if (rash(history.tries())) {
      flaws.add(Flaw.RASH);
    }
    String status = history.status();
    if (ends.contains(status) && !ended(status) && waitsByItself(history)) {
      return flaws;
    }
    if (!ended(status)) {
      flaws.add(history.waiting() ? Flaw.STUCK : Flaw.LOST);
      return flaws;
    }
    if (NEEDS_WORDS.contains(status) && isBlank(history.explanation())) {
      flaws.add(Flaw.LOST);
    }
    if (untrue(history)) {
      flaws.add(Flaw.UNTRUE);
    }
    if (!ends.contains(status)) {
      flaws.add(Flaw.UNEXPECTED);
    }
    return flaws;
  }

  private static boolean untrue(History history) {
    return history.status().equals("POSTED")
        ? history.live().stream().noneMatch(id -> Objects.equals(id, history.listing()))
        : NOT_LIVE.contains(history.status()) && !history.live().isEmpty();
  }

  private static boolean isBlank(@org.jspecify.annotations.Nullable String text) {
    return text == null || text.isBlank();
  }

  // It waits for the end of its account's rest, or for the next look at an unseen listing.
  private static boolean waitsByItself(History history) {
    return history.waiting() || history.status().equals("PUBLISHING");
  }

  /** Between two intents to click there must be two looks that found nothing. */
  private static boolean rash(List<Try> tries) {
    boolean intended = false;
    int absent = 0;
    for (Try each : tries) {
      if (each.clickedAt() != null && each.intentAt() == null) {
        return true;
      }
      if ("ABSENT".equals(each.ending())) {
        absent++;
      }
      if (each.intentAt() != null) {
        if (intended && absent < LOOKS) {
          return true;
        }
        intended = true;
        absent = 0;
      }
    }
    return false;
  }
}
