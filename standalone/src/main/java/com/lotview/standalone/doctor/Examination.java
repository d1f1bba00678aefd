package com.lotview.standalone.doctor;

import com.lotview.standalone.doctor.Finding.Unknown;
import com.lotview.standalone.doctor.Finding.Well;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * All checks side by side, and their findings in the order of the checks, each once. What looks
 * wrong is looked at a second time: the first answer may be late because Java still loads what it
 * asks with.
 */
final class Examination {
  /** How long a server may take for one answer. */
  static final Duration ANSWER = Duration.ofSeconds(5);

  // A check asks several questions, and the first ones wait for Java to load what they need.
  private static final Duration CHECK = ANSWER.multipliedBy(4);

  private Examination() {}

  static List<Finding> of(List<Check> checks) throws InterruptedException {
    Map<Check, List<Finding>> found = all(checks);
    List<Check> again =
        checks.stream().filter(check -> !isWell(found.getOrDefault(check, List.of()))).toList();
    found.putAll(all(again));
    Set<Finding> once = new LinkedHashSet<>();
    found.values().forEach(once::addAll);
    return new ArrayList<>(once);
  }

  private static boolean isWell(List<Finding> findings) {
    return findings.stream().allMatch(Well.class::isInstance);
  }

  private static Map<Check, List<Finding>> all(List<Check> checks) throws InterruptedException {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<List<Finding>>> looks =
          threads.invokeAll(
              checks.stream().map(check -> of(check)).toList(),
              CHECK.toMillis(),
              TimeUnit.MILLISECONDS);
      Map<Check, List<Finding>> found = new LinkedHashMap<>();
      Iterator<Future<List<Finding>>> look = looks.iterator();
      for (Check check : checks) {
        found.put(check, result(check, look.next()));
      }
      return found;
    }
  }

  private static Callable<List<Finding>> of(Check check) {
    return () -> check.look().findings();
  }

  private static List<Finding> result(Check check, Future<List<Finding>> look)
      throws InterruptedException {
    try {
      return look.get();
    } catch (CancellationException e) {
      return List.of(
          new Unknown(check.about(), "no answer within " + CHECK.toSeconds() + " seconds"));
    } catch (ExecutionException e) {
      return List.of(new Unknown(check.about(), Reason.of(e.getCause())));
    }
  }
}
