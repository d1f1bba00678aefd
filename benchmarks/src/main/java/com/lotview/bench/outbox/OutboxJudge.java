package com.lotview.bench.outbox;

import com.lotview.kit.events.IncomingEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what arrived as a consumer with an inbox does, each event at its first delivery, and holds
 * it against what was committed.
 */
final class OutboxJudge {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Set<UUID> seen = new HashSet<>();
  private final Map<String, List<ProofEvent>> byKey = new HashMap<>();
  private int duplicates;

  /**
   * What was found, in events.
   *
   * @param disorder the first event of each key that does not follow in version, in words
   */
  record Verdict(
      long events,
      long lost,
      long unknown,
      long outOfVersion,
      long outOfTime,
      long duplicates,
      List<String> disorder) {
    /** Whether each event left once, in the order of the commits. */
    boolean clean() {
      return lost + unknown + outOfVersion + outOfTime == 0;
    }
  }

  /** One record of the topic, in the order of its partition. */
  void arrived(IncomingEvent event) {
    if (!seen.add(event.id())) {
      duplicates++;
      return;
    }
    byKey
        .computeIfAbsent(event.key(), key -> new ArrayList<>())
        .add(JSON.readValue(event.body(), ProofEvent.class));
  }

  /**
   * Judges.
   *
   * @param committed number of events by mark, as the database has them
   * @param ends when the writer knew of its commit, by mark; those of a killed one are missing
   */
  Verdict judge(Map<String, Integer> committed, Map<String, Long> ends) {
    Map<String, Integer> arrived = new HashMap<>();
    byKey.values().forEach(list -> list.forEach(e -> arrived.merge(e.mark(), 1, Integer::sum)));
    long lost = 0;
    for (var transaction : committed.entrySet()) {
      lost += Math.max(0, transaction.getValue() - arrived.getOrDefault(transaction.getKey(), 0));
    }
    long unknown = arrived.keySet().stream().filter(mark -> !committed.containsKey(mark)).count();
    long outOfVersion = 0;
    long outOfTime = 0;
    List<String> disorder = new ArrayList<>();
    for (var key : byKey.entrySet()) {
      List<Integer> wrong = outOfVersion(key.getValue());
      outOfVersion += wrong.size();
      outOfTime += outOfTime(key.getValue(), ends);
      if (!wrong.isEmpty()) {
        disorder.add("key " + key.getKey() + ": " + around(key.getValue(), wrong.getFirst()));
      }
    }
    return new Verdict(seen.size(), lost, unknown, outOfVersion, outOfTime, duplicates, disorder);
  }

  private static String around(List<ProofEvent> list, int position) {
    return list.subList(Math.max(0, position - 3), Math.min(list.size(), position + 4)).stream()
        .map(
            e -> "%d (part %d of %d, %s)".formatted(e.version(), e.part() + 1, e.parts(), e.mark()))
        .collect(Collectors.joining(", ", "… ", " …"));
  }

  /** Positions of events whose version and part do not follow the one before. */
  static List<Integer> outOfVersion(List<ProofEvent> list) {
    List<Integer> wrong = new ArrayList<>();
    long version = 0;
    int expected = 0;
    for (int i = 0; i < list.size(); i++) {
      ProofEvent event = list.get(i);
      boolean follows =
          expected > 0
              ? event.part() == expected && event.version() == version
              : event.part() == 0 && (event.version() == 0 || event.version() == version + 1);
      if (!follows) {
        wrong.add(i);
      }
      version = event.version();
      expected = event.part() + 1 < event.parts() ? event.part() + 1 : 0;
    }
    return wrong;
  }

  /** Events that stand before one whose transaction had ended before theirs appended. */
  static long outOfTime(List<ProofEvent> list, Map<String, Long> ends) {
    long wrong = 0;
    long firstEndAfter = Long.MAX_VALUE;
    for (ProofEvent event : list.reversed()) {
      wrong += firstEndAfter < event.beganMicros() ? 1 : 0;
      firstEndAfter = Math.min(firstEndAfter, ends.getOrDefault(event.mark(), Long.MAX_VALUE));
    }
    return wrong;
  }
}
