package com.lotview.sandbox.variant;

import com.fasterxml.jackson.annotation.JsonValue;
import com.lotview.sandbox.http.BadRequest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What the site shows now in one way, now in another. */
public enum Choice {
  /** Where Delete is offered: in the dialog "Your Listing", in the menu of the card, or in both. */
  DELETE_WAY("delete.way", "dialog", "menu", "both"),
  /** The title of the dialog that asks again. */
  DELETE_TITLE("delete.title", "Delete listing", "Delete Listing"),
  /** The questions after a deletion, by the buttons that end them. */
  DELETE_SURVEY("delete.survey", "none", "next", "done", "nextDone"),
  /** The answer of those who will not say. */
  SURVEY_DECLINE("survey.decline", "I'd rather not answer", "I'd rather not say"),
  /** Whether "Mark as sold" asks where it was sold. */
  SOLD_QUESTION("sold.question", "none", "asked"),
  /** The last button of the edit form; "Next" leads to a second step with Update. */
  EDIT_BUTTON("edit.button", "Update", "Save", "Next");

  private final String wireName;

  @SuppressWarnings("ImmutableEnumChecker") // Made by List.of, which nobody can change.
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
