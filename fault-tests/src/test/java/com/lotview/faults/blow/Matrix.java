package com.lotview.faults.blow;

import static com.lotview.faults.system.Place.ANSWER;
import static com.lotview.faults.system.Place.CLICK;
import static com.lotview.faults.system.Place.CLICKED;
import static com.lotview.faults.system.Place.FETCH;
import static com.lotview.faults.system.Place.FILL;
import static com.lotview.faults.system.Place.FORM;
import static com.lotview.faults.system.Place.INTENDED;
import static com.lotview.faults.system.Place.INTENT;
import static com.lotview.faults.system.Place.LEASED;
import static com.lotview.faults.system.Place.LOGIN;
import static com.lotview.faults.system.Place.SAVING;
import static com.lotview.faults.system.Place.STARTING;
import static com.lotview.faults.system.Place.VERIFY;

import com.lotview.faults.system.NotPossible;
import com.lotview.faults.system.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** The cells to run: every kind of fault at every step where it can strike. */
public final class Matrix {
  private static final Set<String> POSTED = Set.of("POSTED");
  // An unknown end may also go to a person, but must never be reported as a failure.
  private static final Set<String> SETTLED = Set.of("POSTED", "NEEDS_REVIEW");
  private static final Set<String> LOGIN_LOST = Set.of("NEEDS_LOGIN");
  private static final Set<String> LOGIN_LOST_AT_CLICK =
      Set.of("NEEDS_LOGIN", "NEEDS_REVIEW", "POSTED");
  // READY: the account rests, and the posting is tried when it has.
  private static final Set<String> REFUSED = Set.of("FAILED", "READY");
  private static final Set<String> REFUSED_AT_CLICK = Set.of("FAILED", "READY", "NEEDS_REVIEW");
  private static final Set<String> BLOCKED = Set.of("FAILED", "READY", "NEEDS_LOGIN");
  private static final Set<String> BLOCKED_AT_CLICK =
      Set.of("FAILED", "READY", "NEEDS_LOGIN", "NEEDS_REVIEW");
  // The site's own refusal ends a posting; a limit of the account only delays it.
  private static final Set<String> DECLINED = Set.of("FAILED");
  private static final Set<String> REMOVED = Set.of("DELETED");
  private static final Set<String> RESTS = Set.of("READY");
  private static final Set<String> NOT_THERE = Set.of("PUBLISHING", "FAILED", "NEEDS_REVIEW");
  private static final int LASTING = 1000;

  private final List<Cell> cells = new ArrayList<>();

  private Matrix() {}

  /** The whole matrix, each cell so often; faults that stop everything come last. */
  public static List<Cell> whole(int runs, long seed) {
    List<Cell> all = new ArrayList<>();
    for (int i = 0; i < runs; i++) {
      Matrix some = new Matrix();
      some.processes();
      some.pauses();
      some.slowMachine();
      some.site();
      some.refusals();
      some.stopPages();
      some.afterTheEffect();
      some.people();
      some.afterwards();
      some.disk();
      Collections.shuffle(some.cells, new Random(seed + i));
      some.everything();
      all.addAll(some.cells);
    }
    return all;
  }

  /** The kinds of fault that hurt most, once. */
  public static List<Cell> sample() {
    Matrix some = new Matrix();
    some.at("SIGSTOP, SIGCONT", List.of(INTENDED), SETTLED, Blows::pauseWorker);
    some.site("accepted, then reset", CLICK, SETTLED, fault("publish.acceptThenReset", 1, 0));
    some.at("kill -9 browser", List.of(ANSWER), SETTLED, Blows::killBrowser);
    some.stopPage("captcha", "captcha", Moment.PUBLISH);
    some.at("kill -9 worker", List.of(CLICKED), SETTLED, Blows::killWorker);
    some.at("SIGTERM worker", List.of(FILL), SETTLED, Blows::endWorker);
    some.everyone("kill -9 everything", List.of(FILL), Blows::killAll);
    return some.cells;
  }

  /** The other kinds once, where each hurts most. */
  public static List<Cell> furtherSample() {
    Matrix some = new Matrix();
    some.at("disk full", List.of(FETCH), POSTED, Blows::fillDisk);
    some.at("kill -9 chromedriver", List.of(FORM), SETTLED, Blows::killDriver);
    some.at("slow machine", List.of(FILL), POSTED, Blows::slowMachine);
    some.site("refused by dialog", CLICK, DECLINED, refusal("Dialog", "Duplicate listing"));
    some.site("logged out", FORM, LOGIN_LOST, fault("session.loggedOut", 1, 0));
    some.saveRefused();
    some.at("cancel", List.of(CLICK), SETTLED, Blows::cancel);
    some.cells.add(new Cell("50 clicks", "no key", POSTED, Drills.clickFifty(Map.of())));
    some.everyone("kill -9 PostgreSQL", List.of(INTENT), Blows::killPostgres);
    some.cells.add(new Cell("records repeated", "while it runs", POSTED, Drills.repeatRequest()));
    return some.cells;
  }

  private void everyone(String kind, List<Place> places, Supplier<Blow> blow) {
    for (Place place : places) {
      Cell.Drill drill = blow.get().at(place);
      cells.add(new Cell(kind, place.toString(), SETTLED, drill).forEveryone());
    }
  }

  private void at(String kind, List<Place> places, Set<String> ends, Supplier<Blow> blow) {
    for (Place place : places) {
      cells.add(new Cell(kind, place.toString(), ends, blow.get().at(place)));
    }
  }

  private void processes() {
    List<Place> all = Arrays.asList(Place.values());
    at("kill -9 worker", all, SETTLED, Blows::killWorker);
    at("SIGTERM worker", Place.oneForEachStep(), SETTLED, Blows::endWorker);
    at("kill -9 chromedriver", Place.withBrowser(), SETTLED, Blows::killDriver);
    at("kill -9 browser", Place.withBrowser(), SETTLED, Blows::killBrowser);
  }

  private void pauses() {
    at(
        "SIGSTOP, SIGCONT",
        List.of(LEASED, FILL, INTENT, INTENDED, CLICK, CLICKED, ANSWER, SAVING),
        SETTLED,
        Blows::pauseWorker);
  }

  // On an idle machine, all of these would also end as POSTED.
  private void slowMachine() {
    at("slow machine", Place.oneForEachStep(), POSTED, Blows::slowMachine);
  }

  private void site() {
    afterAccept();
    site("accepted after 45 s", CLICK, SETTLED, fault("publish.acceptAfterSeconds", 1, 45));
    site("page sends after 20 s", CLICK, SETTLED, fault("publish.delaySeconds", 1, 20));
    site("refused with 500", CLICK, SETTLED, fault("publish.refuse", 1, 0));
    site("listing shows up late", CLICK, SETTLED, fault("listing.late", 1, 20));
    site("limit notice", VERIFY, REFUSED, fault("publish.limitNotice", LASTING, 0));
    site("limit reached", CLICK, REFUSED_AT_CLICK, fault("publish.limitReached", LASTING, 0));
    stopped("logged out", "session.loggedOut", LOGIN_LOST, LOGIN_LOST_AT_CLICK);
    stopped("checkpoint", "checkpoint", LOGIN_LOST, LOGIN_LOST_AT_CLICK);
    stopped("captcha", "captcha", LOGIN_LOST, LOGIN_LOST_AT_CLICK);
    stopped("account blocked", "account.blocked", BLOCKED, BLOCKED_AT_CLICK);
  }

  private void stopped(String kind, String fault, Set<String> ends, Set<String> atClick) {
    site(kind, LOGIN, ends, fault(fault, LASTING, 0));
    site(kind, FORM, ends, fault(fault, LASTING, 0));
    Map<String, Object> publish = new HashMap<>(fault(fault, LASTING, 0));
    publish.put("at", "publish");
    site(kind, CLICK, atClick, publish);
  }

  /** The site's answer is not an error of its machines, and still there is no listing. */
  private void refusals() {
    site("answered, nothing done", CLICK, NOT_THERE, fault("publish.nothingListed", LASTING, 0));
    site("refused by dialog", CLICK, DECLINED, refusal("Dialog", "Duplicate listing"));
    site("refused by a 200", CLICK, DECLINED, refusal("Errors", "Duplicate listing"));
    site("refused by limit, dialog", CLICK, RESTS, refusal("Dialog", "Limit reached"));
    site("refused by limit, a 200", CLICK, RESTS, refusal("Errors", "Limit reached"));
  }

  private static Map<String, Object> refusal(String by, String words) {
    Map<String, Object> fault = new HashMap<>(fault("publish.refusedBy" + by, LASTING, 0));
    fault.put("text", words);
    fault.put("seconds", 0.5);
    return fault;
  }

  /** Each page that only the account's owner can pass, from each moment of a posting on. */
  private void stopPages() {
    for (Moment moment : Moment.values()) {
      stopPage("captcha", "captcha", moment);
      stopPage("checkpoint", "checkpoint", moment);
      stopPage("logged out", "session.loggedOut", moment);
      stopPage("two-factor", "twoFactor", moment);
      stopPage("password asked", "session.passwordReentry", moment);
      stopPage("suspended", "account.suspended", moment);
    }
  }

  private void stopPage(String kind, String name, Moment moment) {
    Map<String, Object> fault = new HashMap<>(fault(name, LASTING, 0));
    fault.put("at", moment.site);
    fault.put("stays", true);
    // Before "published" the site has given the listing's id.
    Set<String> ends = moment == Moment.PUBLISHED ? POSTED : LOGIN_LOST;
    Cell.Drill drill = Blows.site(fault).at(moment.armed);
    cells.add(new Cell(kind + " stays", "from: " + moment.words, ends, drill));
  }

  /** From when on the site shows a page that stops the account. */
  private enum Moment {
    OPEN("open", "form", FORM),
    PHOTOS("photos", "photos", FORM),
    NEXT("next", "next", VERIFY),
    PUBLISH("publish", "publish", CLICK),
    PUBLISHED("published", "selling", CLICK);

    private final String words;

    /** As the sandbox names it. */
    private final String site;

    /** Where the fault is set. */
    private final Place armed;

    Moment(String words, String site, Place armed) {
      this.words = words;
      this.site = site;
      this.armed = armed;
    }
  }

  private void afterAccept() {
    site("accepted, then 500", CLICK, SETTLED, fault("publish.acceptThen500", 1, 0));
    site("accepted, then reset", CLICK, SETTLED, fault("publish.acceptThenReset", 1, 0));
  }

  private void site(String kind, Place place, Set<String> ends, Map<String, Object> fault) {
    at(kind, List.of(place), ends, () -> Blows.site(fault));
  }

  private static Map<String, Object> fault(String kind, int times, int seconds) {
    return Map.of("kind", kind, "times", times, "seconds", seconds);
  }

  private void afterTheEffect() {
    at(
        "error after the effect",
        List.of(CLICKED),
        SETTLED,
        () ->
            Blows.refuseWrites(
                "run", "update", "new.job_id like 'posting:?:%' and new.clicked_at is not null"));
    saveRefused();
    at(
        "error after the effect",
        List.of(ANSWER),
        SETTLED,
        () ->
            Blows.refuseWrites(
                "outbox", "insert", "new.topic = 'posting.completed' and new.payload like '%?%'"));
  }

  private void saveRefused() {
    at(
        "error after the effect",
        List.of(SAVING),
        SETTLED,
        () ->
            Blows.refuseWrites(
                "job", "update", "new.job_id like 'posting:?:%' and new.state = 'DONE'"));
  }

  private void people() {
    cells.add(new Cell("records repeated", "while it runs", POSTED, Drills.repeatRequest()));
    cells.add(new Cell("records repeated", "all, afterwards", POSTED, Drills.repeatAll()));
    cells.add(new Cell("50 clicks", "no key", POSTED, Drills.clickFifty(Map.of())));
    cells.add(
        new Cell(
            "50 clicks",
            "one key",
            POSTED,
            Drills.clickFifty(Map.of("Idempotency-Key", UUID.randomUUID().toString()))));
    at("cancel", List.of(INTENT, CLICK, ANSWER), SETTLED, Blows::cancel);
    at("delete", List.of(INTENT, CLICK, ANSWER), SETTLED, Blows::delete);
  }

  /** A listing is changed after the posting is live, and the account's next look finds it. */
  private void afterwards() {
    changed("rejected by the site", DECLINED, "listing.rejected", "", "The site took");
    changed("removed at the site", REMOVED, "listing.removed", "", "No longer on");
    changed("sold at the site", REMOVED, "listing.sold", "", "Marked as sold");
    changed("price changed by hand", POSTED, "listing.repriced", "12345", "The listing shows");
  }

  private void changed(String kind, Set<String> ends, String fault, String text, String told) {
    cells.add(new Cell(kind, "live", ends, Afterwards.changes(fault, text, told)));
  }

  private void disk() {
    at("disk full", List.of(STARTING, FETCH), POSTED, Blows::fillDisk);
    at("disk read-only", List.of(STARTING, FETCH), POSTED, Blows::lockDisk);
    impossible("clock jump", "there is one clock for everything on this machine");
    impossible("no free port", "there is one range of ports for everything on this machine");
  }

  private void impossible(String kind, String reason) {
    cells.add(
        new Cell(
            kind,
            "3, 8",
            POSTED,
            stand -> {
              throw new NotPossible(reason);
            }));
  }

  private void everything() {
    everyone("kill -9 PostgreSQL", Place.oneForEachStep(), Blows::killPostgres);
    everyone("kill -9 services, Kafka", Place.oneForEachStep(), Blows::killServices);
    everyone("kill -9 everything", List.of(FILL, INTENDED, ANSWER), Blows::killAll);
  }
}
