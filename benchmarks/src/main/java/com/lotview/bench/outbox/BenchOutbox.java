package com.lotview.bench.outbox;

import com.lotview.standalone.client.Progress;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./lotview bench outbox}: the whole {@link OutboxProof}. */
public final class BenchOutbox {
  private static final long SEED = 20_261_121;
  private static final int PROCESS_KILLS = 20;
  private static final int BROKER_KILLS = 5;
  private static final int DATABASE_KILLS = 3;

  private BenchOutbox() {}

  /**
   * Runs it.
   *
   * @param json where the figures go
   * @param folder to work in; made anew
   */
  public static boolean run(Path json, Path folder, int transactions) throws Exception {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Progress progress = new Progress(out);
    OutboxProof.Plan plan =
        new OutboxProof.Plan(transactions, PROCESS_KILLS, BROKER_KILLS, DATABASE_KILLS, SEED);
    OutboxProof.Result result;
    try (OutboxProof proof = new OutboxProof(folder, plan, progress::step)) {
      result = proof.run();
    }
    report(result, out);
    String text =
        JsonMapper.shared().writeValueAsString(Map.of("bench", "outbox", "result", result));
    out.println(text);
    Files.writeString(json, text);
    return result.verdict().clean();
  }

  private static void report(OutboxProof.Result result, PrintStream out) {
    OutboxJudge.Verdict verdict = result.verdict();
    out.println(
        "| transactions | events | lost | unknown | out of version | out of time | duplicates | seconds |");
    out.println("|---|---|---|---|---|---|---|---|");
    out.printf(
        "| %d | %d | %d | %d | %d | %d | %d | %.0f |%n",
        result.transactions(),
        verdict.events(),
        verdict.lost(),
        verdict.unknown(),
        verdict.outOfVersion(),
        verdict.outOfTime(),
        verdict.duplicates(),
        result.seconds());
  }
}
