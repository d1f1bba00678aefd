package com.lotview.bench.states;

import static com.lotview.bench.states.StateCase.manage;
import static com.lotview.bench.states.StateCase.post;

import com.lotview.bench.states.StateCase.Play;
import com.lotview.worker.marketplace.page.PostingOutcome.BlockKind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Every fault and variant of marketplace-form.md §20.9 and §16, with the expected end state. */
final class StateCases {
  private StateCases() {}

  static List<StateCase> all() {
    return Stream.of(
            publishing(),
            ClickCases.refusals(),
            account(),
            ClickCases.stops(),
            ClickCases.many(),
            covers(),
            form(),
            labels(),
            faces(),
            removing(),
            pricing())
        .flatMap(List::stream)
        .toList();
  }

  private static List<StateCase> publishing() {
    return List.of(
        post("no trouble", Expected.whole()),
        post("false \"Something went wrong\"", Expected.posted()).struck("publish.acceptThen500"),
        post("the answer breaks off", Expected.posted()).struck("publish.acceptThenReset"),
        post("the create request is refused", Expected.unknown()).struck("publish.refuse"),
        post("the click on Publish is lost", Expected.unknown()).struck("publish.lost"),
        post("the request leaves late", Expected.posted())
            .struck("publish.delaySeconds", "seconds", 4),
        post("the answer comes late", Expected.posted())
            .struck("publish.acceptAfterSeconds", "seconds", 4),
        post("the listing is shown late", Expected.posted()).struck("listing.late", "seconds", 4),
        post("published without photos", Expected.postedShowing("photos"))
            .struck("publish.withoutPhotos"),
        post("duplicate notice", Expected.postedSaying("duplicate")).struck("listing.duplicate"),
        post("being reviewed", Expected.postedSaying("review")).struck("listing.review"),
        post("limit reached, in place of the form", Expected.blockedUnclicked(BlockKind.LIMIT))
            .struck("publish.limitReached", "at", "form"),
        post("limit reached, as the answer to Publish", Expected.limited())
            .struck("publish.limitReached"),
        post("daily limit, Publish disabled", Expected.blockedUnclicked(BlockKind.LIMIT))
            .struck("publish.limitNotice"),
        post("lands on a category", Expected.posted()).facing("publish.landing", "category"),
        post("lands on the item", Expected.posted()).facing("publish.landing", "item"));
  }

  private static List<StateCase> account() {
    List<StateCase> cases = new ArrayList<>();
    for (String at : List.of("home", "form")) {
      cases.add(at("logged out", Expected.login(), "session.loggedOut", at));
      cases.add(at("password asked again", Expected.login(), "session.passwordReentry", at));
      cases.add(at("two-factor", Expected.twoFactor(), "twoFactor", at));
      cases.add(at("checkpoint", Expected.blocked(BlockKind.CHECKPOINT), "checkpoint", at));
      cases.add(at("captcha", Expected.blocked(BlockKind.CAPTCHA), "captcha", at));
      cases.add(at("suspended", Expected.blocked(BlockKind.SUSPENDED), "account.suspended", at));
      cases.add(
          at("temporarily blocked", Expected.blocked(BlockKind.TEMPORARY), "account.blocked", at));
    }
    cases.add(
        at(
            "no marketplace",
            Expected.blocked(BlockKind.NO_ACCESS),
            "marketplace.noAccess",
            "form"));
    cases.add(
        at(
            "temporarily blocked",
            Expected.blocked(BlockKind.TEMPORARY),
            "account.blocked",
            "publish"));
    return cases;
  }

  private static StateCase at(String name, Expected expected, String kind, String moment) {
    String where = moment.equals("publish") ? "as the answer to Publish" : "on the page: " + moment;
    return post(name + ", " + where, expected).struck(kind, "at", moment, "times", 3);
  }

  private static List<StateCase> covers() {
    return List.of(
        cover("\"Save your login info\"", "cover.saveLogin", "home"),
        cover("\"Save your login info\"", "cover.saveLogin", "form"),
        post("\"Save your login info\" after two seconds", Expected.whole())
            .struck("cover.saveLogin", "at", "form", "seconds", 2),
        cover("cookie consent, optional", "cover.cookieConsent", "home")
            .facing("consent.decline", "optional"),
        cover("cookie consent, essential", "cover.cookieConsent", "form")
            .facing("consent.decline", "essential"));
  }

  private static StateCase cover(String name, String kind, String moment) {
    return post(name + " on the page: " + moment, Expected.whole()).struck(kind, "at", moment);
  }

  private static List<StateCase> form() {
    return List.of(
        leave("page"),
        leave("unsaved"),
        leave("beforeunload"),
        post("restored draft", Expected.whole()).struck("draft.restored", "seconds", 1),
        post("restored draft with a photo", Expected.postedOrStops("photos"))
            .struck("draft.restoredWithPhoto", "seconds", 1),
        post("an upload fails", Expected.whole()).struck("upload.fails"),
        post("an upload takes long", Expected.whole()).struck("upload.slow", "seconds", 4),
        post("the server of places fails once", Expected.whole()).struck("location.fails"));
  }

  private static StateCase leave(String way) {
    return post("leave dialog, " + way, Expected.whole())
        .facing("leave.way", way)
        .played(Play.LEAVE_AND_POST);
  }

  private static List<StateCase> labels() {
    List<StateCase> cases = new ArrayList<>();
    for (String field : List.of("vehicleType", "year", "make", "model", "mileage", "price")) {
      cases.add(
          post("label gone: " + field, Expected.stops(field))
              .struck("label.removed", "field", field));
    }
    cases.add(
        post("label is \"Asking price\"", Expected.whole())
            .struck("label.renamed", "field", "price", "text", "Asking price"));
    cases.add(
        post("label is \"What it costs\"", Expected.stops("price"))
            .struck("label.renamed", "field", "price", "text", "What it costs"));
    cases.add(
        post("label is \"Miles\"", Expected.postedOrStops("mileage"))
            .struck("label.renamed", "field", "mileage", "text", "Miles"));
    for (String field :
        List.of(
            "location",
            "bodyStyle",
            "exteriorColor",
            "interiorColor",
            "condition",
            "fuelType",
            "transmission",
            "cleanTitle",
            "description")) {
      cases.add(
          post("label gone: " + field, Expected.postedOrStops(field))
              .struck("label.removed", "field", field));
    }
    cases.add(renamed("bodyStyle", "Body"));
    cases.add(renamed("exteriorColor", "Paint color"));
    cases.add(renamed("fuelType", "Type of fuel"));
    cases.add(renamed("transmission", "Gearbox"));
    cases.add(renamed("description", "Tell buyers more"));
    return cases;
  }

  private static StateCase renamed(String field, String text) {
    return post("label is \"" + text + "\"", Expected.postedOrStops(field))
        .struck("label.renamed", "field", field, "text", text);
  }

  private static List<StateCase> faces() {
    List<StateCase> cases = new ArrayList<>();
    for (String variant :
        List.of("us-2024", "us-text-make", "bo", "uk", "au", "ie", "es", "id", "fr")) {
      cases.add(post("variant " + variant, Expected.whole()).in(variant));
    }
    cases.add(
        post("dollars at a form in euros", Expected.stops("price"))
            .in("ie")
            .played(Play.POST_AMERICAN));
    cases.add(
        post("Make takes the first suggestion", Expected.whole()).facing("form.make", "typeahead"));
    cases.add(
        post("Model takes the first suggestion", Expected.whole())
            .facing("form.model", "typeahead"));
    cases.add(post("Model takes a number", Expected.whole()).facing("form.model", "autocomplete"));
    cases.add(post("no interior colour", Expected.posted()).facing("form.colors", "exterior"));
    cases.add(post("no colours", Expected.posted()).facing("form.colors", "none"));
    cases.add(post("a VIN field", Expected.whole()).facing("form.vin", "shown"));
    for (String variant : List.of("us", "es", "id", "fr")) {
      for (String labels : List.of("english", "other")) {
        cases.add(
            post("labels " + labels + ", " + variant, Expected.whole())
                .in(variant)
                .facing("form.labels", labels));
      }
    }
    cases.add(post("the fuel elsewhere", Expected.whole()).facing("form.fuel", "top"));
    cases.add(
        post("a dropdown without a label", Expected.whole()).facing("form.dropdowns", "bare"));
    cases.add(
        post("\"See more\" on the item", Expected.whole()).facing("item.description", "seeMore"));
    cases.add(post("no preview", Expected.whole()).facing("form.preview", "never"));
    cases.add(post("narrow window", Expected.whole()).played(Play.POST_NARROW));
    return cases;
  }

  private static List<StateCase> removing() {
    List<StateCase> cases = new ArrayList<>();
    List<String> surveys = List.of("none", "next", "done", "nextDone");
    for (String way : List.of("dialog", "menu")) {
      for (int i = 0; i < surveys.size(); i++) {
        cases.add(
            manage(Play.DELETE, "delete by " + way + ", survey " + surveys.get(i), Expected.gone())
                .facing("delete.way", way)
                .facing("delete.survey", surveys.get(i))
                .facing("delete.title", i % 2 == 0 ? "Delete listing" : "Delete Listing")
                .facing(
                    "survey.decline", i % 2 == 0 ? "I'd rather not answer" : "I'd rather not say"));
      }
    }
    for (String variant : List.of("uk", "es", "id", "fr")) {
      cases.add(manage(Play.DELETE, "delete, " + variant, Expected.gone()).in(variant));
      cases.add(manage(Play.SOLD, "mark as sold, " + variant, Expected.gone()).in(variant));
    }
    cases.add(manage(Play.DELETE, "delete fails", Expected.stillThere()).struck("delete.fails"));
    cases.add(
        manage(Play.DELETE, "deleted, answered with an error", Expected.gone())
            .struck("delete.acceptThen500"));
    cases.add(manage(Play.SOLD, "mark as sold", Expected.gone()).facing("sold.question", "none"));
    cases.add(
        manage(Play.SOLD, "mark as sold, asked where", Expected.gone())
            .facing("sold.question", "asked"));
    cases.add(manage(Play.SOLD, "mark as sold fails", Expected.stillThere()).struck("sold.fails"));
    cases.add(
        manage(Play.SOLD, "marked as sold, answered with an error", Expected.gone())
            .struck("sold.acceptThen500"));
    cases.add(blocked(Play.DELETE, "delete"));
    cases.add(blocked(Play.SOLD, "sold"));
    return cases;
  }

  private static StateCase blocked(Play play, String moment) {
    return manage(play, "temporarily blocked, as the answer: " + moment, Expected.blockedAsBefore())
        .struck("account.blocked", "at", moment);
  }

  private static List<StateCase> pricing() {
    List<StateCase> cases = new ArrayList<>();
    for (String button : List.of("Update", "Save", "Next")) {
      cases.add(
          manage(Play.PRICE, "edit the price, " + button, Expected.priced())
              .facing("edit.button", button));
    }
    cases.add(
        manage(Play.PRICE, "edited, answered with an error", Expected.priced())
            .struck("edit.acceptThen500"));
    cases.add(manage(Play.PRICE, "edit ignored", Expected.notPriced()).struck("edit.ignored"));
    cases.add(blocked(Play.PRICE, "update"));
    return cases;
  }
}
