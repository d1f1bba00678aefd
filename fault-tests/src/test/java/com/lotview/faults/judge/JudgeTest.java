package com.lotview.faults.judge;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.faults.judge.History.Try;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The judge finds each kind of flaw. */
class JudgeTest {
  private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
  private static final Try CLICK = new Try("POST", NOW, NOW, "UNSETTLED");
  private static final Try ABSENT = new Try("LOOK", null, null, "ABSENT");
  private static final Set<String> ENDS = Set.of("POSTED", "NEEDS_REVIEW", "CANCELLED", "FAILED");

  @Test
  void oneListingThatIsKnownIsGood() {
    assertThat(flaws("POSTED", null, "7", List.of(CLICK), List.of("7"))).isEmpty();
  }

  @Test
  void aSecondListingIsADuplicateAlsoWhenOneWasTakenDown() {
    History history =
        new History(
            "POSTED", null, "7", NOW, false, null, List.of(CLICK), List.of("7"), List.of("6"));

    assertThat(Judge.flaws(history, ENDS)).containsExactly(Flaw.DUPLICATE);
  }

  @Test
  void postedWithoutTheListingAndCalledOffWithOneAreUntrue() {
    assertThat(flaws("POSTED", null, "7", List.of(CLICK), List.of())).containsExactly(Flaw.UNTRUE);
    assertThat(flaws("POSTED", null, "7", List.of(CLICK), List.of("8")))
        .containsExactly(Flaw.UNTRUE);
    assertThat(flaws("CANCELLED", null, null, List.of(CLICK), List.of("7")))
        .containsExactly(Flaw.UNTRUE);
    assertThat(flaws("FAILED", "said no", null, List.of(CLICK), List.of("7")))
        .containsExactly(Flaw.UNTRUE);
  }

  @Test
  void anEndWithoutAWordIsLost() {
    assertThat(flaws("FAILED", null, null, List.of(), List.of())).containsExactly(Flaw.LOST);
    assertThat(flaws("NEEDS_REVIEW", " ", null, List.of(), List.of())).containsExactly(Flaw.LOST);
  }

  @Test
  void noEndIsStuckWhileSomethingWaitsAndElseLost() {
    assertThat(Judge.flaws(unended(true), ENDS)).containsExactly(Flaw.STUCK);
    assertThat(Judge.flaws(unended(false), ENDS)).containsExactly(Flaw.LOST);
  }

  @Test
  void waitingForTheAccountToRestIsGoodWhereTheFaultAllowsIt() {
    assertThat(Judge.flaws(unended(true), Set.of("POSTING"))).isEmpty();
    assertThat(Judge.flaws(unended(false), Set.of("POSTING"))).containsExactly(Flaw.LOST);
  }

  @Test
  void publishingIsGoodWhereTheFaultAllowsIt_andElseLost() {
    History publishing = unended("PUBLISHING", false);
    assertThat(Judge.flaws(publishing, Set.of("PUBLISHING"))).isEmpty();
    assertThat(Judge.flaws(publishing, ENDS)).containsExactly(Flaw.LOST);
  }

  private static History unended(boolean waiting) {
    return unended("POSTING", waiting);
  }

  private static History unended(String status, boolean waiting) {
    return new History(status, null, null, NOW, waiting, null, List.of(), List.of(), List.of());
  }

  @Test
  void aSecondClickNeedsTwoLooksThatFoundNothing() {
    assertThat(flaws("POSTED", null, "7", List.of(CLICK, ABSENT, CLICK), List.of("7")))
        .containsExactly(Flaw.RASH);
    assertThat(flaws("POSTED", null, "7", List.of(CLICK, ABSENT, ABSENT, CLICK), List.of("7")))
        .isEmpty();
    assertThat(flaws("POSTED", null, "7", List.of(new Try("POST", null, NOW, null)), List.of("7")))
        .containsExactly(Flaw.RASH);
  }

  @Test
  void anEndThatTheFaultDoesNotAllowIsUnexpected() {
    assertThat(flaws("NEEDS_LOGIN", "signed out", null, List.of(), List.of()))
        .containsExactly(Flaw.UNEXPECTED);
  }

  private static Set<Flaw> flaws(
      String status,
      @Nullable String words,
      @Nullable String listing,
      List<Try> tries,
      List<String> live) {
    return Judge.flaws(
        new History(status, words, listing, NOW, false, null, tries, live, List.of()), ENDS);
  }
}
