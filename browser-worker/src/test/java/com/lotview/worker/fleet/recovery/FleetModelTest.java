package com.lotview.worker.fleet.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.worker.fleet.job.JobKind;
import com.lotview.worker.fleet.lease.RunEnd;
import com.lotview.worker.fleet.recovery.FleetModel.Database;
import com.lotview.worker.fleet.recovery.FleetModel.Looks;
import com.lotview.worker.fleet.recovery.ModelSearch.Found;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every interleaving of two workers on one job, with crashes, pauses, lost browsers, late pages and
 * late listings at every point, against the rules that the fleet runs on. Then the same with rules
 * broken on purpose, which the model must notice.
 */
class FleetModelTest {
  private static final int NEAREST_STATES = 500_000;

  @Test
  void noInterleavingOfAPost_clicksTwice_losesAJob_orLeavesItsEnd() {
    judge(JobKind.POST, true);
  }

  @Tag("slow")
  @ParameterizedTest
  @CsvSource({"POST, false", "REMOVE, true", "EDIT, true", "RENEW, true"})
  void noInterleaving_clicksTwice_losesAJob_orLeavesItsEnd(JobKind kind, boolean sameHost) {
    judge(kind, sameHost);
  }

  private static void judge(JobKind kind, boolean sameHost) {
    long began = System.nanoTime();
    Found found = explore(kind, Recovery::next, patience(), sameHost, true);
    System.out.printf(
        "model %s, %s: %,d states, %,d of them done, %,d ms%n",
        kind,
        sameHost ? "one host" : "two hosts",
        found.states(),
        found.done(),
        (System.nanoTime() - began) / 1_000_000);
    assertThat(found.wrong()).as("after %s", found.path()).isEmpty();
    assertThat(found.stuck()).as("states from which no end can be reached").isZero();
    assertThat(found.done()).isPositive();
  }

  @Test
  void withoutTheLookGap_itFindsASecondClick() {
    assertFound(
        Recovery::next,
        patience(patience().orphanGracePeriod(), patience().settlingDelay(), Duration.ZERO));
  }

  @Test
  void withoutTheQuietTime_itFindsASecondClick() {
    assertFound(
        Recovery::next,
        patience(patience().orphanGracePeriod(), Duration.ZERO, patience().verificationInterval()));
  }

  @Test
  void withOneLookOnly_itFindsASecondClick() {
    assertFound(
        (kind, unseen, runs, here, now, rules) ->
            !runs.isEmpty() && runs.getLast().end() == RunEnd.ABSENT
                ? new NextMove.Act(new ClickLicence.ProvenUndone(List.of(runs.getLast())))
                : Recovery.next(kind, unseen, runs, here, now, rules),
        patience());
  }

  @Test
  void withoutCarryingAnOpenClickToTheNextAttempt_itFindsASecondClick() {
    assertFound(
        (kind, unseen, runs, here, now, rules) -> Recovery.next(kind, null, runs, here, now, rules),
        patience());
  }

  @Test
  void withARunThatWasLostBeforeItsIntentTakenForProof_itFindsASecondClick() {
    assertFound(
        (kind, unseen, runs, here, now, rules) ->
            Recovery.next(kind, runs.isEmpty() ? unseen : null, runs, here, now, rules),
        patience());
  }

  @Test
  void withoutKillingTheDeadWorkersBrowser_itFindsASecondClick() {
    assertFound(
        (kind, unseen, runs, here, now, rules) ->
            Recovery.next(kind, unseen, runs, here, now, rules) instanceof NextMove.Reap dead
                ? new NextMove.Abandon(dead.run())
                : Recovery.next(kind, unseen, runs, here, now, rules),
        patience());
  }

  @Test
  void withoutWaitingOutABrowserThatCannotBeKilled_itFindsASecondClick() {
    RecoveryRules hasty =
        patience(Duration.ZERO, patience().settlingDelay(), patience().verificationInterval());
    assertFound(explore(JobKind.POST, Recovery::next, hasty, false, true));
  }

  @Test
  void withAPageThatTakesLateClicks_itFindsASecondClick() {
    assertFound(explore(JobKind.POST, Recovery::next, patience(), false, false));
  }

  @Test
  void withALookThatTakesWhatItCannotReadForNothing_itFindsASecondClick() {
    assertFound(explore(JobKind.POST, Looks.BELIEVE_WHAT_THEY_MISS));
  }

  @Test
  void withALookThatTakesWhatItCannotReadForGone_itFindsAListingThatIsLeft() {
    assertFound(explore(JobKind.REMOVE, Looks.BELIEVE_WHAT_THEY_MISS));
  }

  /**
   * All states would not fit into 9 GB: the nearest to the start, which is where a broken rule
   * shows.
   */
  @Tag("slow")
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aDatabaseThatGoesBack_clicksTwiceInNoneOfTheNearestStates(boolean sameHost) {
    Found found = goesBack(Recovery::next, sameHost, Database.GOES_BACK).first(NEAREST_STATES);
    System.out.printf(
        "model POST, %s, the database goes back: %,d states%n",
        sameHost ? "one host" : "two hosts", found.states());
    assertThat(found.wrong()).as("after %s", found.path()).isEmpty();
    assertThat(found.states()).isGreaterThan(NEAREST_STATES);
  }

  @Test
  void withoutDoubtingWhatTheDatabaseForgot_itFindsASecondListing() {
    assertFound(
        goesBack(
            (kind, unseen, runs, here, now, rules) ->
                Recovery.next(kind, null, runs, here, now, rules),
            Database.GOES_BACK));
  }

  @Test
  void withProofsFromBeforeTheDatabaseWentBack_itFindsASecondListing() {
    assertFound(
        goesBack(
            (kind, unseen, runs, here, now, rules) ->
                Recovery.next(
                    kind,
                    unseen == null ? null : new UnseenClick(0, unseen.dead()),
                    runs,
                    here,
                    now,
                    rules),
            Database.GOES_BACK));
  }

  @Test
  void withoutWaitingForBrowsersOfTheLostDatabase_itFindsASecondListing() {
    assertFound(goesBack(Recovery::next, new Database(0)));
  }

  private static Found goesBack(FleetModel.Rules rules, Database database) {
    Found found = goesBack(rules, true, database).first(NEAREST_STATES);
    System.out.printf("model, broken: found after %,d states%n", found.states());
    return found;
  }

  private static ModelSearch goesBack(FleetModel.Rules rules, boolean sameHost, Database database) {
    return new ModelSearch(
        new FleetModel(
            JobKind.POST, rules, patience(), sameHost, true, Looks.TELL_WHAT_THEY_READ, database));
  }

  private static Found explore(JobKind kind, Looks looks) {
    return new ModelSearch(
            new FleetModel(
                kind, Recovery::next, patience(), true, true, looks, Database.NEVER_GOES_BACK))
        .all();
  }

  private static void assertFound(FleetModel.Rules rules, RecoveryRules patience) {
    assertFound(explore(JobKind.POST, rules, patience, true, true));
  }

  private static void assertFound(Found found) {
    System.out.println("model, broken: " + found.wrong() + ", by " + found.path());
    assertThat(found.wrong()).isNotEmpty();
  }

  private static Found explore(
      JobKind kind,
      FleetModel.Rules rules,
      RecoveryRules patience,
      boolean sameHost,
      boolean pageRefusesLateClicks) {
    return new ModelSearch(
            new FleetModel(
                kind,
                rules,
                patience,
                sameHost,
                pageRefusesLateClicks,
                Looks.TELL_WHAT_THEY_READ,
                Database.NEVER_GOES_BACK))
        .all();
  }

  private static RecoveryRules patience() {
    return FleetModel.patience();
  }

  private static RecoveryRules patience(Duration pageLife, Duration quiet, Duration gap) {
    RecoveryRules rules = patience();
    return new RecoveryRules(pageLife, gap, quiet, rules.unreadableRetryDelay(), 1, 3, 2);
  }
}
