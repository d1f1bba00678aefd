package com.lotview.bench.form;

import com.lotview.bench.form.FormJudge.Judgement;
import com.lotview.bench.form.FormResult.Verdict;
import com.lotview.bench.form.FormSite.Mutation;
import com.lotview.bench.form.FormSite.Visitor;
import com.lotview.bench.form.FormTrial.Case;
import com.lotview.form.mapping.FormMapping;
import com.lotview.form.mapping.ListingOrder;
import com.lotview.form.plan.FormPlan;
import com.lotview.worker.browser.process.BrowserStartException;
import com.lotview.worker.marketplace.page.PostingOutcome;
import com.lotview.worker.marketplace.page.PostingOutcome.Posted;
import com.lotview.worker.marketplace.page.StoppedException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.WebDriverException;
import tools.jackson.databind.JsonNode;

/**
 * Tries one mutated form twice, each time with an account and a browser of its own: the fleet posts
 * it, and the extension's script fills it for a person who publishes. Thread-safe.
 */
final class HandTrial {
  private final FormSite site;
  private final FormJudge judge;
  private final FormTrial fleet;
  private final Path folder;
  private final String script;

  /** What the person saw. */
  private record End(@Nullable JsonNode report, boolean told, String words, long millis) {}

  HandTrial(FormSite site, FormJudge judge, FormTrial fleet, Path folder, String script) {
    this.site = site;
    this.judge = judge;
    this.fleet = fleet;
    this.folder = folder;
    this.script = script;
  }

  HandResult run(Case one) {
    return run(one, fleet.run(one), Optional.empty());
  }

  /**
   * By hand only.
   *
   * @param trouble a fault of the site
   */
  HandResult run(Case one, FormResult posted, Optional<String> trouble) {
    Visitor visitor = site.open("Hand " + one.name(), one.variant(), "Omaha, Nebraska");
    Mutation mutation = one.seed() == 0 ? Mutation.NONE : site.mutate(visitor, one.seed());
    trouble.ifPresent(kind -> site.strike(visitor, java.util.Map.of("kind", kind)));
    ListingOrder order = FormTrial.order(one, folder.resolve("hand-photos"));
    End end = attempt(one, visitor, order);
    Judgement judgement = judge.judge(visitor, one.vehicle(), order);
    List<String> wrong = new ArrayList<>(judgement.wrong());
    if (end.told() != judgement.listed() > 0) {
      wrong.add("listed " + judgement.listed() + " times, and told: " + end.words());
    }
    Set<String> planned = planned(order);
    return new HandResult(
        one.variant(),
        one.seed(),
        one.vehicle().name(),
        !wrong.isEmpty() ? Verdict.WRONG : end.told() ? Verdict.RIGHT : Verdict.STOPPED,
        posted.verdict(),
        posted.verdict() == Verdict.RIGHT ? without(planned, posted.leftOut()) : 0,
        end.report() == null ? 0 : filled(end.report()),
        end.report() == null ? List.of() : healed(end.report()),
        end.report() == null ? List.of() : left(end.report()),
        wrong,
        mutation.changes(),
        end.words(),
        end.millis());
  }

  private End attempt(Case one, Visitor visitor, ListingOrder order) {
    Path job = folder.resolve("job-hand-" + one.name());
    long began = System.nanoTime();
    try (HandVisit visit = HandVisit.begin(site.url(), visitor, job, script)) {
      JsonNode report = visit.fill(order);
      long millis = (System.nanoTime() - began) / 1_000_000;
      if (!report.path("complete").asBoolean()) {
        visit.picture(folder.resolve("stops").resolve("hand-" + one.name() + ".png"));
        return new End(report, false, said(report), millis);
      }
      PostingOutcome outcome = visit.publish(order);
      return new End(report, outcome instanceof Posted, Stops.words(outcome), millis);
    } catch (StoppedException stopped) {
      return new End(null, false, Stops.words(stopped.outcome()), 0);
    } catch (BrowserStartException | WebDriverException lost) {
      return new End(null, false, "browser lost: " + lost.getMessage(), 0);
    }
  }

  private static String said(JsonNode report) {
    if (report.has("error")) {
      return report.path("error").asString();
    }
    return report.path("stopped").isString()
        ? report.path("stopped").asString()
        : String.join("; ", left(report)) + "; photos " + report.path("photos");
  }

  private static List<String> left(JsonNode report) {
    return report
        .path("fields")
        .valueStream()
        .filter(field -> field.path("why").isString())
        .map(field ->
            "%s %s (wanted '%s', found '%s')"
                .formatted(
                    field.path("field").asString(),
                    field.path("why").asString(),
                    field.path("wanted").asString(),
                    field.path("found").asString()))
        .toList();
  }

  private static List<String> healed(JsonNode report) {
    return report
        .path("fields")
        .valueStream()
        .filter(field -> field.path("healed").isString())
        .map(field ->
            "%s by %s".formatted(field.path("field").asString(), field.path("healed").asString()))
        .toList();
  }

  private static int filled(JsonNode report) {
    return (int)
        report
            .path("fields")
            .valueStream()
            .filter(field -> field.path("filled").asBoolean())
            .filter(field -> !SELDOM.contains(field.path("field").asString()))
            .count();
  }

  /** Fields that most forms lack, so that no share can be told of them. */
  private static final Set<String> SELDOM = Set.of("trim", "vin");

  private static Set<String> planned(ListingOrder order) {
    FormMapping mapping = new FormMapping();
    return FormPlan.of(mapping, mapping.map(order)).fields().stream()
        .filter(field -> !field.values().isEmpty() || field.option() != null)
        .map(field -> field.name())
        .filter(name -> !SELDOM.contains(name))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static int without(Set<String> planned, List<String> leftOut) {
    return (int) planned.stream().filter(field -> !leftOut.contains(field)).count();
  }
}
