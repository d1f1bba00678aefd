package com.lotview.bench.form;

import com.lotview.bench.form.FormJudge.Judgement;
import com.lotview.bench.form.FormResult.Verdict;
import com.lotview.bench.form.FormSite.Mutation;
import com.lotview.bench.form.FormSite.Visitor;
import com.lotview.form.mapping.ListingOrder;
import com.lotview.sandbox.variant.Choice;
import com.lotview.sandbox.variant.Variant;
import com.lotview.worker.browser.process.BrowserStartException;
import com.lotview.worker.marketplace.listings.Search;
import com.lotview.worker.marketplace.page.PostingOutcome;
import com.lotview.worker.marketplace.page.PostingOutcome.BrowserLost;
import com.lotview.worker.marketplace.page.PostingOutcome.Posted;
import com.lotview.worker.marketplace.page.PostingOutcome.Retryable;
import com.lotview.worker.marketplace.page.PostingOutcome.Unknown;
import com.lotview.worker.marketplace.page.StoppedException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.openqa.selenium.WebDriverException;
import tools.jackson.databind.JsonNode;

/** Tries one mutated form with one vehicle, account and browser of its own. Thread-safe. */
final class FormTrial {
  private static final int ATTEMPTS = 2;
  private static final List<String> GUARDED =
      List.of("vehicleType", "location", "year", "make", "model", "mileage", "price");
  private static final List<String> PLACES =
      List.of(
          "Denver, Colorado",
          "Austin, Texas",
          "Aurora, Illinois",
          "Portland, Oregon",
          "Kansas City, Missouri",
          "Salt Lake City, Utah",
          "San Diego, California",
          "Portland, Maine");

  private final FormSite site;
  private final FormJudge judge;
  private final Path folder;

  /** One form. */
  record Case(String variant, long seed, FeedVehicle vehicle) {
    String name() {
      return variant + "-" + seed;
    }
  }

  /** How the worker ended. */
  private record End(PostingOutcome outcome, List<String> heals, int attempts, long millis) {}

  FormTrial(FormSite site, FormJudge judge, Path folder) {
    this.site = site;
    this.judge = judge;
    this.folder = folder;
  }

  FormResult run(Case one) {
    Visitor visitor = site.open("Form " + one.name(), one.variant(), "Omaha, Nebraska");
    Mutation mutation = site.mutate(visitor, one.seed());
    ListingOrder order = order(one, folder.resolve("photos"));
    trouble(one).ifPresent(kind -> site.strike(visitor, Map.of("kind", kind)));
    End end = attempt(one, visitor, order);
    Judgement judgement = judge.judge(visitor, one.vehicle(), order);
    boolean told = end.outcome() instanceof Posted;
    List<String> wrong = wrong(end, told, judgement);
    return new FormResult(
        one.variant(),
        one.seed(),
        one.vehicle().name(),
        !wrong.isEmpty() ? Verdict.WRONG : told ? Verdict.RIGHT : Verdict.STOPPED,
        mutation.postable() && offersMake(one, mutation),
        renamed(one, mutation),
        told ? "" : Stops.name(end.outcome()),
        Stops.words(end.outcome()),
        wrong,
        judgement.leftOut(),
        end.heals(),
        lacked(mutation),
        mutation.changes(),
        end.attempts(),
        end.millis());
  }

  private static List<String> wrong(End end, boolean told, Judgement judgement) {
    List<String> wrong = new ArrayList<>(judgement.wrong());
    if (told != judgement.listed() > 0) {
      wrong.add(
          told
              ? "told as listed, and is not"
              : "listed though told: " + Stops.words(end.outcome()));
    }
    return wrong;
  }

  static ListingOrder order(Case one, Path pictures) {
    int photos = 2 + (int) (one.seed() % 3);
    return one.vehicle()
        .order(
            "LV-" + one.name().toUpperCase(Locale.ROOT),
            place(one),
            SmallPhotos.of(one.vehicle(), pictures.resolve(one.name()), photos));
  }

  static String place(Case one) {
    return PLACES.get((int) (one.seed() % PLACES.size()));
  }

  /**
   * Some clicks get a fault as answer, because only then the listing is searched on mutated pages.
   */
  private static Optional<String> trouble(Case one) {
    return switch ((int) (one.seed() % 5)) {
      case 0 -> Optional.of("publish.acceptThen500");
      case 1 -> Optional.of("publish.acceptThenReset");
      default -> Optional.empty();
    };
  }

  private End attempt(Case one, Visitor visitor, ListingOrder order) {
    List<String> heals = List.of();
    for (int attempt = 1; ; attempt++) {
      Path job = folder.resolve("job-" + one.name() + "-" + attempt);
      try (FormVisit visit = FormVisit.begin(site.url(), visitor, job)) {
        long began = System.nanoTime();
        PostingOutcome outcome = settled(visit, order, visit.post(order));
        long millis = (System.nanoTime() - began) / 1_000_000;
        heals = visit.heals();
        if (!(outcome instanceof Posted)) {
          visit.picture(folder.resolve("stops").resolve(one.name() + "-" + attempt + ".png"));
        }
        // The system retries jobs that did not begin, and clicks that proved to have had no effect.
        if (!Stops.again(outcome) || attempt == ATTEMPTS) {
          return new End(outcome, heals, attempt, millis);
        }
      } catch (BrowserStartException | WebDriverException lost) {
        if (attempt == ATTEMPTS) {
          return new End(new BrowserLost(String.valueOf(lost.getMessage())), heals, attempt, 0);
        }
      }
    }
  }

  /** After a click with an open outcome, the system looks before it does anything else. */
  private static PostingOutcome settled(
      FormVisit visit, ListingOrder order, PostingOutcome outcome) {
    if (!(outcome instanceof Unknown)) {
      return outcome;
    }
    try {
      return switch (visit.marketplace().find(order, order.photos().size(), null)) {
        case Search.Found found -> found.posted();
        case Search.Absent _ -> new Retryable("the click did nothing");
        case Search.Unreadable _ -> outcome;
      };
    } catch (StoppedException stopped) {
      return outcome;
    }
  }

  /** Whether the form has a place for the vehicle's make: a text box, or a list that has it. */
  private static boolean offersMake(Case one, Mutation mutation) {
    Variant variant = Variant.named(one.variant());
    String layout =
        mutation.changes().stream()
            .filter(change -> change.startsWith(Choice.FORM_MAKE.wireName() + ": "))
            .map(change -> change.substring(change.indexOf(": ") + 2))
            .findFirst()
            .orElse(variant.layout(Choice.FORM_MAKE));
    String make = one.vehicle().facts().make();
    return !layout.equals("list")
        || (variant.options("make").stream().anyMatch(option -> same(option, make))
            && mutation.absent().getOrDefault("make", List.of()).stream()
                .noneMatch(option -> same(option, make)));
  }

  /** Fields in which a wrong value does harm, and whose label has changed. */
  private static List<String> renamed(Case one, Mutation mutation) {
    JsonNode labels = Variant.named(one.variant()).forPages().path("labels");
    return GUARDED.stream()
        .filter(field -> {
          String before = "label \"" + labels.path(field).asString() + "\" is \"";
          return mutation.changes().stream().anyMatch(change -> change.startsWith(before));
        })
        .toList();
  }

  private static boolean same(String option, String make) {
    return FormJudge.loose(option).equals(FormJudge.loose(make));
  }

  private static List<String> lacked(Mutation mutation) {
    List<String> lacked = new ArrayList<>(mutation.missing());
    for (Map.Entry<String, List<String>> list : mutation.absent().entrySet()) {
      lacked.add(list.getKey() + " without " + String.join(", ", list.getValue()));
    }
    return lacked;
  }
}
