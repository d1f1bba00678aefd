package com.lotview.bench.states;

import com.lotview.bench.form.FeedVehicle;
import com.lotview.bench.form.FormJudge;
import com.lotview.bench.form.FormJudge.Judgement;
import com.lotview.bench.form.FormSite;
import com.lotview.bench.form.FormSite.Visitor;
import com.lotview.bench.form.FormVisit;
import com.lotview.bench.form.SmallPhotos;
import com.lotview.bench.states.Expected.End;
import com.lotview.bench.states.StateCase.Play;
import com.lotview.form.mapping.ListingOrder;
import com.lotview.sandbox.ledger.Listing;
import com.lotview.worker.browser.Viewport;
import com.lotview.worker.browser.process.BrowserStartException;
import com.lotview.worker.marketplace.Marketplace;
import com.lotview.worker.marketplace.listings.change.EditPriceRequest;
import com.lotview.worker.marketplace.listings.change.RemoveRequest;
import com.lotview.worker.marketplace.listings.change.RemoveRequest.How;
import com.lotview.worker.marketplace.page.ClickGuard;
import com.lotview.worker.marketplace.page.PostingOutcome;
import com.lotview.worker.marketplace.page.PostingOutcome.Posted;
import com.lotview.worker.marketplace.page.StoppedException;
import com.lotview.worker.marketplace.settings.Units;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.WebDriverException;

/** Runs one case with its own account and browser. Thread-safe. */
final class StateTrial {
  private static final Viewport NARROW = new Viewport(760, 1000);
  private static final Viewport WIDE = new Viewport(1920, 1080);
  private static final String MARKER = "LV-STATE1";
  private static final long NEW_PRICE = 17_450;
  private static final long OTHER_PRICE = 21_400;
  private static final int MANY = 14;
  private static final ClickGuard GUARD = () -> Duration.ofSeconds(20);

  private final FormSite site;
  private final FormJudge judge;
  private final FeedVehicle vehicle;
  private final Path folder;

  /** The result. */
  record Result(
      String name,
      String struck,
      String expected,
      String seen,
      int listed,
      boolean person,
      boolean good) {}

  StateTrial(FormSite site, FormJudge judge, FeedVehicle vehicle, Path folder) {
    this.site = site;
    this.judge = judge;
    this.vehicle = vehicle;
    this.folder = folder;
  }

  Result run(StateCase one, int number) {
    Visitor visitor = site.open("State " + number, one.variant(), "Omaha, Nebraska");
    one.faces().forEach((choice, value) -> site.settle(visitor, choice, value));
    Viewport viewport = one.play() == Play.POST_NARROW ? NARROW : WIDE;
    Units units = one.play() == Play.POST_AMERICAN ? Units.ORDER : Units.ACCOUNT;
    Path job = folder.resolve("job-" + number);
    try (FormVisit visit = FormVisit.begin(site.url(), visitor, job, viewport, units)) {
      End end = end(one, visitor, visit);
      boolean good = one.expected().holds().test(end);
      if (!good) {
        visit.picture(folder.resolve("states").resolve(number + ".png"));
      }
      String seen = end.told() + (end.wrong().isEmpty() ? "" : "; ledger: " + end.wrong());
      boolean person = end.settled() == Settled.PERSON;
      return new Result(
          one.name(), struck(one), one.expected().words(), seen, end.listed(), person, good);
    } catch (BrowserStartException | WebDriverException | StoppedException lost) {
      String seen = "could not be played: " + lost.getMessage();
      return new Result(one.name(), struck(one), one.expected().words(), seen, 0, false, false);
    }
  }

  private End end(StateCase one, Visitor visitor, FormVisit visit) {
    return switch (one.play()) {
      case POST, POST_AMONG_MANY, POST_NARROW, POST_AMERICAN, LEAVE_AND_POST ->
          posted(one, visitor, visit);
      case DELETE, SOLD, PRICE -> managed(one, visitor, visit);
    };
  }

  private End posted(StateCase one, Visitor visitor, FormVisit visit) {
    List<String> others = one.play() == Play.POST_AMONG_MANY ? others(visitor) : List.of();
    one.troubles().forEach(trouble -> site.strike(visitor, trouble));
    ListingOrder order = order(visitor);
    PostingOutcome outcome =
        one.play() == Play.LEAVE_AND_POST ? leaveAndPost(visit, order) : visit.post(order);
    Settled settled =
        new Settling(site, visit, visitor, order).settle(outcome, site.publishClicks(visitor));
    Judgement judgement = judge.judge(visitor, vehicle, order, others);
    return new End(
        outcome,
        settled,
        judgement.listed(),
        judgement.wrong(),
        judgement.leftOut(),
        visit.heals().size(),
        site.publishClicks(visitor));
  }

  private static PostingOutcome leaveAndPost(FormVisit visit, ListingOrder order) {
    Marketplace marketplace = visit.marketplace();
    try {
      marketplace.checkLogin();
      marketplace.openForm();
      marketplace.fill(order);
      marketplace.openForm();
    } catch (StoppedException stopped) {
      return stopped.outcome();
    }
    return visit.postOnForm(order);
  }

  /** Two listings with the same title: only the ordered one may change. */
  private End managed(StateCase one, Visitor visitor, FormVisit visit) {
    String other = site.list(visitor, listing("LV-OTHER1", OTHER_PRICE));
    String id =
        one.play() == Play.PRICE
            ? listed(visitor, visit)
            : site.list(visitor, listing(MARKER, vehicle.priceDollars()));
    one.troubles().forEach(trouble -> site.strike(visitor, trouble));
    Object result;
    try {
      visit.marketplace().checkLogin();
      result = manage(one.play(), visit.marketplace(), id);
    } catch (StoppedException stopped) {
      result = stopped.outcome();
    }
    List<String> wrong = new ArrayList<>();
    List<Listing> listed = site.listings(visitor).stream().filter(up -> !up.sold()).toList();
    if (listed.stream().noneMatch(up -> up.id().equals(other) && hasPrice(up, OTHER_PRICE))) {
      wrong.add("the other listing of that name was changed");
    }
    if (one.play() == Play.PRICE
        ? listed.stream().noneMatch(up -> up.id().equals(id) && hasPrice(up, NEW_PRICE))
        : listed.stream().anyMatch(up -> up.id().equals(id))) {
      wrong.add("the listing is as before");
    }
    return new End(result, Settled.NOT_NEEDED, listed.size(), wrong, List.of(), 0, 0);
  }

  /** Lists the vehicle by the form, which the edit form needs. */
  private String listed(Visitor visitor, FormVisit visit) {
    PostingOutcome outcome = visit.post(order(visitor));
    if (outcome instanceof Posted posted) {
      return posted.listingId();
    }
    throw new StoppedException(outcome);
  }

  /** More listings of other vehicles than a page of the list shows. */
  private List<String> others(Visitor visitor) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      Map<String, Object> other =
          new HashMap<>(listing("LV-OLD" + (10 + i), OTHER_PRICE + 100L * i));
      other.put("model", "Old " + (char) ('A' + i));
      other.put("mileage", String.valueOf(90_000 + i));
      ids.add(site.list(visitor, other));
    }
    return ids;
  }

  private ListingOrder order(Visitor visitor) {
    Path photos = folder.resolve("photos").resolve(visitor.id());
    return vehicle.order(MARKER, "Denver, Colorado", SmallPhotos.of(vehicle, photos, 3));
  }

  private Object manage(Play play, Marketplace marketplace, String id) {
    String url = site.url() + "/marketplace/item/" + id + "/";
    return play == Play.PRICE
        ? marketplace.editPrice(
            new EditPriceRequest(
                id, url, MARKER, vehicle.name(), vehicle.priceDollars(), NEW_PRICE),
            GUARD)
        : marketplace.remove(
            new RemoveRequest(
                id,
                url,
                MARKER,
                vehicle.name(),
                vehicle.priceDollars(),
                play == Play.SOLD ? How.SOLD : How.DELETE),
            GUARD);
  }

  private static boolean hasPrice(Listing listing, long price) {
    return Long.valueOf(price).equals(listing.price());
  }

  private Map<String, Object> listing(String marker, long price) {
    return Map.of(
        "year", vehicle.facts().year(),
        "make", vehicle.facts().make(),
        "model", vehicle.facts().model(),
        "mileage", String.valueOf(vehicle.facts().mileage()),
        "price", price,
        "description", vehicle.description(marker));
  }

  private static String struck(StateCase one) {
    StringBuilder words = new StringBuilder(one.variant().equals("us") ? "" : one.variant() + " ");
    one.troubles().forEach(trouble -> words.append(trouble.values()).append(' '));
    one.faces()
        .forEach((choice, value) -> words.append(choice).append('=').append(value).append(' '));
    return words.append(one.play() == Play.POST ? "" : one.play()).toString().strip();
  }
}
