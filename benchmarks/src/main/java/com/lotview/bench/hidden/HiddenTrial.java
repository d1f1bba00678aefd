package com.lotview.bench.hidden;

import com.lotview.bench.form.FeedVehicle;
import com.lotview.bench.form.FormSite;
import com.lotview.bench.form.FormSite.Visitor;
import com.lotview.bench.form.FormVisit;
import com.lotview.bench.form.SmallPhotos;
import com.lotview.bench.form.Stops;
import com.lotview.form.mapping.ListingOrder;
import com.lotview.sandbox.ledger.Listing;
import com.lotview.worker.marketplace.listings.Search;
import com.lotview.worker.marketplace.page.PostingOutcome;
import com.lotview.worker.marketplace.page.PostingOutcome.Posted;
import com.lotview.worker.marketplace.page.PostingOutcome.Unknown;
import com.lotview.worker.marketplace.page.StoppedException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.WebDriverException;

/**
 * Orders one vehicle once, from an account that has listings already, under one fault of the click;
 * then looks for its result under every face, as the fleet does after an unsettled click: if
 * nothing is found, the click is repeated, and the ledger would show a second listing. Thread-safe.
 */
final class HiddenTrial {
  private static final String MARKER = "LV-HIDE1";
  private static final int OLDER_LISTINGS = 12;

  private final FormSite site;
  private final FeedVehicle vehicle;
  private final Path folder;

  /** A fault of the click. */
  record Click(String name, Map<String, Object> trouble) {}

  /**
   * The case to run.
   *
   * @param whole under all faces
   */
  record Case(String variant, Click click, int number, boolean whole) {}

  /** How the looks under one face ended. */
  enum End {
    /** The listing was found, or rightly not. */
    SETTLED,
    /** A person must decide. */
    PERSON,
    /** A second listing, or a reported listing that is not the order's. */
    WRONG
  }

  /**
   * The result under one face.
   *
   * @param outcome of the click
   * @param listed whether the click made a listing
   * @param words the look's message
   */
  record Result(
      String variant,
      String click,
      String face,
      String outcome,
      boolean listed,
      End end,
      String words) {}

  HiddenTrial(FormSite site, FeedVehicle vehicle, Path folder) {
    this.site = site;
    this.vehicle = vehicle;
    this.folder = folder;
  }

  List<Result> run(Case one) {
    Visitor visitor = site.open("Hidden " + one.number(), one.variant(), "Omaha, Nebraska");
    stock(visitor);
    List<HiddenFace> faces = faces(one);
    // The pages that the worker sees after the click hide the listing too, each time in another
    // way.
    show(visitor, faces.get(one.number() % faces.size()));
    if (!one.click().trouble().isEmpty()) {
      site.strike(visitor, one.click().trouble());
    }
    ListingOrder order = order(visitor);
    Instant before = Instant.now();
    Path job = folder.resolve("job-" + one.number());
    List<Result> results = new ArrayList<>();
    try (FormVisit visit = FormVisit.begin(site.url(), visitor, job)) {
      PostingOutcome outcome = visit.post(order);
      site.awaitShown(visitor);
      boolean listed = !ours(visitor).isEmpty();
      for (HiddenFace face : faces) {
        show(visitor, face);
        results.add(looked(one, face, visitor, visit, outcome, listed, order, before));
      }
      again(one, visitor, visit, outcome, results);
    } catch (WebDriverException | StoppedException lost) {
      String words = "could not be played: " + lost.getMessage();
      results.add(new Result(one.variant(), one.click().name(), "", "", false, End.WRONG, words));
    }
    return results;
  }

  /** The main faces, and two of the others in turn; all of them in the most important cases. */
  private static List<HiddenFace> faces(Case one) {
    List<HiddenFace> faces = new ArrayList<>(HiddenFace.main());
    List<HiddenFace> more = HiddenFace.more();
    if (one.whole()) {
      faces.addAll(more);
    } else {
      faces.add(more.get(one.number() * 2 % more.size()));
      faces.add(more.get((one.number() * 2 + 1) % more.size()));
    }
    return faces;
  }

  /** A car of the same name with a reference of its own, and a lot full of others. */
  private void stock(Visitor visitor) {
    Map<String, Object> twin = listing(vehicle.facts().make(), vehicle.facts().model());
    twin.put(
        "description",
        "The same again, another car (Ref LV-TWIN1). Call us for the details, or come by.");
    site.list(visitor, twin);
    Map<String, Object> others = listing("Honda", "Civic");
    others.put("times", OLDER_LISTINGS);
    others.put("daysAgo", 40);
    site.list(visitor, others);
  }

  private Map<String, Object> listing(String make, String model) {
    Map<String, Object> listing = new HashMap<>();
    listing.put("year", vehicle.facts().year());
    listing.put("make", make);
    listing.put("model", model);
    listing.put("mileage", 31_007);
    listing.put("price", vehicle.priceDollars() + 1_500);
    listing.put("description", "A fine car, taken in part exchange. Call us. Ref LV-OTHER1");
    return listing;
  }

  private void show(Visitor visitor, HiddenFace face) {
    face.faces().forEach((choice, value) -> site.settle(visitor, choice, value));
  }

  private ListingOrder order(Visitor visitor) {
    Path photos = folder.resolve("photos").resolve(visitor.id());
    return vehicle.order(MARKER, "Denver, Colorado", SmallPhotos.of(vehicle, photos, 2));
  }

  private List<Listing> ours(Visitor visitor) {
    return site.listings(visitor).stream()
        .filter(up -> String.valueOf(up.description()).contains(MARKER))
        .toList();
  }

  private Result looked(
      Case one,
      HiddenFace face,
      Visitor visitor,
      FormVisit visit,
      PostingOutcome outcome,
      boolean listed,
      ListingOrder order,
      Instant before) {
    // A second look at the same pages would see the same.
    Search last = look(visit, order, before);
    String truth = listed ? ours(visitor).getFirst().id() : "";
    End end =
        switch (last) {
          case Search.Found found -> found.listingId().equals(truth) ? End.SETTLED : End.WRONG;
          case Search.Absent _ -> listed ? End.WRONG : End.SETTLED;
          case Search.Unreadable _ -> End.PERSON;
        };
    if (outcome instanceof Posted posted && !posted.listingId().equals(truth)) {
      end = End.WRONG;
    }
    return new Result(
        one.variant(),
        one.click().name(),
        face.name(),
        Stops.words(outcome),
        listed,
        end,
        words(last));
  }

  private static Search look(FormVisit visit, ListingOrder order, Instant madeSince) {
    try {
      return visit.marketplace().find(order, order.photos().size(), madeSince);
    } catch (StoppedException stopped) {
      return new Search.Unreadable(Stops.words(stopped.outcome()));
    }
  }

  private static String words(Search search) {
    return switch (search) {
      case Search.Found found -> "found " + found.listingId();
      case Search.Absent absent -> "absent, " + absent.listings().size() + " ruled out";
      case Search.Unreadable unreadable -> unreadable.reason();
    };
  }

  /** If the fleet would click again, this clicks, and the ledger counts the listings. */
  private void again(
      Case one, Visitor visitor, FormVisit visit, PostingOutcome outcome, List<Result> results) {
    boolean absent = results.stream().anyMatch(result -> result.words().startsWith("absent"));
    if (!(outcome instanceof Unknown) || !absent) {
      return;
    }
    show(visitor, HiddenFace.main().getFirst());
    PostingOutcome second = visit.post(order(visitor));
    int listed = ours(visitor).size();
    boolean right = listed == 1 && second instanceof Posted;
    results.add(
        new Result(
            one.variant(),
            one.click().name(),
            "the second click",
            Stops.words(second),
            listed > 0,
            right ? End.SETTLED : End.WRONG,
            "listed " + listed + " times"));
  }
}
