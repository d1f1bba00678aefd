package com.lotview.sandbox.variant;

import com.fasterxml.jackson.annotation.JsonValue;
import com.lotview.sandbox.http.BadRequest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Parts of the site that vary between page loads. */
public enum Choice {
  /** Where Delete is offered: in the dialog "Your Listing", in the menu of the card, or in both. */
  DELETE_WAY("delete.way", "dialog", "menu", "both"),
  /** The title of the dialog that asks again. */
  DELETE_TITLE("delete.title", "Delete listing", "Delete Listing"),
  /** The questions after a deletion, by the buttons that end them. */
  DELETE_SURVEY("delete.survey", "none", "next", "done", "nextDone"),
  /** The answer of people who prefer not to say. */
  SURVEY_DECLINE("survey.decline", "I'd rather not answer", "I'd rather not say"),
  /** Whether "Mark as sold" asks where it was sold. */
  SOLD_QUESTION("sold.question", "none", "asked"),
  /** The last button of the edit form; "Next" leads to a second step with Update. */
  EDIT_BUTTON("edit.button", "Update", "Save", "Next"),
  /** The button beside "Allow all cookies". */
  CONSENT_DECLINE("consent.decline", "optional", "essential"),
  /** What the card of an old listing offers. */
  CARD_RENEW("card.renew", "renew", "deleteRelist"),

  /** What names a dropdown: the span that it points to, or, before February 2025, itself. */
  FORM_NAMING("form.naming", "labelledby", "aria-label"),
  /** Make as a list, as text, or as text that takes the first suggestion when it is left. */
  FORM_MAKE("form.make", "list", "text", "typeahead"),
  /**
   * Model as text, as text that takes the first suggestion when it is left, or as text that takes a
   * suggestion's number unless it is left by Tab.
   */
  FORM_MODEL("form.model", "text", "typeahead", "autocomplete"),
  /** The form's set of colours. */
  FORM_COLORS("form.colors", "both", "exterior", "none"),
  /** Whether the form asks for the VIN. */
  FORM_VIN("form.vin", "none", "shown"),
  /**
   * The labels as ever, those of fuel and colours in English, or those of mileage and VIN in other
   * words.
   */
  FORM_LABELS("form.labels", "own", "english", "other"),
  /** The fuel among the details, or under other words at the top of the form. */
  FORM_FUEL("form.fuel", "details", "top"),
  /** Dropdowns with their label, or the transmission without one: only its value shows. */
  FORM_DROPDOWNS("form.dropdowns", "labelled", "bare"),
  /** The American tiles or the Irish block of pictures. */
  FORM_PHOTOS("form.photos", "tiles", "block"),
  /** The European "Listing options" and the line about consumers. */
  FORM_OPTIONS("form.options", "none", "switch"),
  /** Two steps, or Publish under the form itself, as in 2022. */
  FORM_STEPS("form.steps", "two", "one"),
  /** The preview: beside the form in wide windows, or never. */
  FORM_PREVIEW("form.preview", "wide", "never"),
  /** The cards of the type picker. */
  PICKER("picker", "button", "link"),
  /** "Log in" on the login page. */
  LOGIN_BUTTON("login.button", "button", "div"),
  /** Where the browser is redirected after a successful publish. */
  PUBLISH_LANDING("publish.landing", "selling", "category", "item"),
  /** The kind of question before an unfinished form is left. */
  LEAVE_WAY("leave.way", "page", "unsaved", "beforeunload"),
  /**
   * The description on the item page: whole, the rest of a long one behind "See more", folded
   * behind a control that no language map knows, cut off for good, or missing.
   */
  ITEM_DESCRIPTION(
      "item.description",
      "whole",
      "seeMore",
      "unfamiliar",
      "inline",
      "disclosure",
      "toggle",
      "cut",
      "missing"),
  /** The language of the item page: the account's, another one, or one without a form map. */
  ITEM_LANGUAGE("item.language", "own", "other", "unknown"),
  /** The item page inside the viewer, or in another layout without it. */
  ITEM_LAYOUT("item.layout", "viewer", "bare"),
  /** Whether something spins under "Your listings": while it loads, while there is more, always. */
  SELLING_FOOT("selling.foot", "plain", "loading", "stuck"),
  /** How many cards one page of "Your listings" has. */
  SELLING_PAGE("selling.page", "twenty", "ten"),
  /** The cards: as ever, without a date, or the newest one as a plain link. */
  SELLING_CARDS("selling.cards", "plain", "dateless", "strange"),
  /** What brings more cards: scrolling, "See more", or a button that no language map knows. */
  SELLING_END("selling.end", "scroll", "more", "unknownMore");

  private final String wireName;

  @SuppressWarnings("ImmutableEnumChecker") // Made by List.of, so it is immutable.
  private final List<String> faces;

  Choice(String wireName, String... faces) {
    this.wireName = wireName;
    this.faces = List.of(faces);
  }

  /** The name in the control interface. */
  @JsonValue
  public String wireName() {
    return wireName;
  }

  /** What can be shown. */
  public List<String> faces() {
    return faces;
  }

  /** True when the variant decides; false when the dice decide, at every page load. */
  public boolean ofTheVariant() {
    return compareTo(FORM_NAMING) >= 0;
  }

  /**
   * The choice of that name.
   *
   * @throws BadRequest when there is none
   */
  public static Choice of(String wireName) {
    return Arrays.stream(values())
        .filter(choice -> choice.wireName.equals(wireName))
        .findFirst()
        .orElseThrow(() ->
            new BadRequest(
                "unknown choice '"
                    + wireName
                    + "'; known: "
                    + Arrays.stream(values())
                        .map(Choice::wireName)
                        .collect(Collectors.joining(", "))));
  }
}
