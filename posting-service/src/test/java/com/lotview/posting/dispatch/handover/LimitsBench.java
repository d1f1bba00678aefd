package com.lotview.posting.dispatch.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * {@code ./lotview bench limits}: a million arrivals over 5,000 accounts. Not run with the usual
 * tests; writes its figures to {@code target/bench-limits.txt} and {@code .json}.
 */
class LimitsBench {
  private static final int ARRIVALS = Integer.getInteger("lotview.bench.arrivals", 1_000_000);

  @Test
  void aMillionArrivals() throws InterruptedException, IOException {
    LimitsRace.Load load =
        new LimitsRace.Load(
            500,
            5_000,
            ARRIVALS,
            Duration.ofDays(14),
            Duration.ofDays(40),
            Duration.ofMinutes(2),
            50,
            50,
            20261121);
    LimitsRace.Outcome outcome = LimitsTest.race(load);
    write("bench-limits.txt", table(load, outcome));
    write("bench-limits.json", json(load, outcome));
    assertThat(outcome.verdict().wrongs()).isEmpty();
    assertThat(outcome.verdict().used()).isEqualTo(outcome.verdict().possible());
  }

  private static String table(LimitsRace.Load load, LimitsRace.Outcome outcome) {
    LimitsJudge.Verdict verdict = outcome.verdict();
    return String.format(
        Locale.ROOT,
        """
        | limits | |
        |---|---|
        | arrivals, accounts, racing threads | %,d, %,d, %d |
        | virtual time, moments, real time | %d days, %,d, %d s |
        | dispatchers killed and started anew | %,d |
        | posts run, other jobs run, still waiting at the end | %,d, %,d, %,d |
        | most clicks in a rolling hour, in a rolling day | %d, %d |
        | slots used / possible | %,d / %,d = %.6f |
        | windows over the limit, out of order, lost, doubled | %s |
        """,
        load.arrivals(),
        load.accounts(),
        load.threads(),
        outcome.virtual().toDays(),
        outcome.moments(),
        outcome.real().toSeconds(),
        outcome.kills(),
        verdict.used(),
        verdict.otherRuns(),
        verdict.stillWaiting(),
        verdict.mostInAnHour(),
        verdict.mostInADay(),
        verdict.used(),
        verdict.possible(),
        (double) verdict.used() / verdict.possible(),
        verdict.wrongs().isEmpty() ? "0" : String.join("; ", verdict.wrongs()));
  }

  private static String json(LimitsRace.Load load, LimitsRace.Outcome outcome) {
    LimitsJudge.Verdict verdict = outcome.verdict();
    return String.format(
        Locale.ROOT,
        "{\"bench\":\"limits\",\"arrivals\":%d,\"accounts\":%d,\"threads\":%d,\"virtualDays\":%d,"
            + "\"seconds\":%d,\"kills\":%d,\"used\":%d,\"possible\":%d,\"mostInAnHour\":%d,"
            + "\"mostInADay\":%d,\"stillWaiting\":%d,\"wrongs\":%d}%n",
        load.arrivals(),
        load.accounts(),
        load.threads(),
        outcome.virtual().toDays(),
        outcome.real().toSeconds(),
        outcome.kills(),
        verdict.used(),
        verdict.possible(),
        verdict.mostInAnHour(),
        verdict.mostInADay(),
        verdict.stillWaiting(),
        verdict.wrongs().size());
  }

  private static void write(String file, String text) throws IOException {
    Files.writeString(Path.of("target", file), text);
  }
}
