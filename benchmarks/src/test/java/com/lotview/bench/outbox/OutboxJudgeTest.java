package com.lotview.bench.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.kit.events.IncomingEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** A judge that lets faults pass proves nothing: it must see each kind. */
class OutboxJudgeTest {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final OutboxJudge judge = new OutboxJudge();

  @Test
  void aCleanHistoryIsClean() {
    arrive(1, "a", 1, 0, 1, 10);
    arrive(2, "b", 2, 0, 2, 20);
    arrive(3, "b", 2, 1, 2, 20);

    var verdict = judge.judge(Map.of("a", 1, "b", 2), Map.of("a", 15L, "b", 25L));

    assertThat(verdict).isEqualTo(new OutboxJudge.Verdict(3, 0, 0, 0, 0, 0, List.of()));
  }

  @Test
  void theFiguresStandBesideEachOtherInTheFileOfTheBenchmark() {
    OutboxJudge.Verdict verdict = new OutboxJudge.Verdict(3, 1, 0, 0, 0, 2, List.of());

    String text = JSON.writeValueAsString(new OutboxProof.Result(2, verdict, 1.5));

    assertThat(JSON.readTree(text))
        .isEqualTo(
            JSON.readTree(
                """
                {"transactions": 2, "events": 3, "lost": 1, "unknown": 0, "outOfVersion": 0,
                 "outOfTime": 0, "duplicates": 2, "disorder": [], "seconds": 1.5}
                """));
  }

  @Test
  void aSecondDeliveryIsADuplicateAndNoDisorder() {
    arrive(1, "a", 1, 0, 1, 10);
    arrive(2, "b", 2, 0, 1, 20);
    arrive(1, "a", 1, 0, 1, 10);

    assertThat(judge.judge(Map.of("a", 1, "b", 1), Map.of()))
        .isEqualTo(new OutboxJudge.Verdict(2, 0, 0, 0, 0, 1, List.of()));
  }

  @Test
  void whatWasCommittedAndNeverCameIsLostAndTheReverseIsUnknown() {
    arrive(1, "rolled back", 1, 0, 1, 10);

    assertThat(judge.judge(Map.of("a", 2), Map.of()))
        .isEqualTo(new OutboxJudge.Verdict(1, 2, 1, 0, 0, 0, List.of()));
  }

  @Test
  void versionsAndPartsOutOfOrderAreSeen() {
    List<ProofEvent> swapped = List.of(event("b", 2, 0, 1, 20), event("a", 1, 0, 1, 10));
    List<ProofEvent> torn =
        List.of(event("a", 1, 0, 2, 10), event("b", 2, 0, 1, 20), event("a", 1, 1, 2, 10));

    assertThat(OutboxJudge.outOfVersion(swapped)).isNotEmpty();
    assertThat(OutboxJudge.outOfVersion(torn)).isNotEmpty();
  }

  @Test
  void withoutVersionsTheTimeOfCommitsDecides() {
    List<ProofEvent> swapped = List.of(event("b", 0, 0, 1, 20), event("a", 0, 0, 1, 10));

    assertThat(OutboxJudge.outOfTime(swapped, Map.of("a", 15L))).isOne();
    assertThat(OutboxJudge.outOfTime(swapped, Map.of("a", 25L))).isZero();
    assertThat(OutboxJudge.outOfTime(swapped.reversed(), Map.of("a", 15L))).isZero();
  }

  private void arrive(int id, String mark, long version, int part, int parts, long began) {
    judge.arrived(
        new IncomingEvent(
            new UUID(0, id),
            "proof",
            "key",
            Instant.EPOCH,
            null,
            JSON.writeValueAsString(event(mark, version, part, parts, began))));
  }

  private static ProofEvent event(String mark, long version, int part, int parts, long began) {
    return new ProofEvent(mark, version, part, parts, began);
  }
}
