package com.lotview.sandbox.ledger;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One press of a button that changes what is listed, as the site saw it.
 *
 * @param id the client_mutation_id that the page made at the press
 * @param at when the first report of it reached the site, by the site's clock
 * @param formSession the opening of the form it came from; null for clicks on "Your listings"
 * @param arrivedAt when its request came; null while only the press was reported
 * @param decidedAt when it was stored or refused; null before
 * @param listingId the listing it made or was about; null when there is none
 * @param answer the answer to the visitor: "ok", "error" or "brokenOff"; null before
 * @param interaction the visitor's input events that the page had recorded by then
 */
public record Click(
    String id,
    Instant at,
    String account,
    Kind kind,
    @Nullable String formSession,
    Outcome outcome,
    @Nullable Instant arrivedAt,
    @Nullable Instant decidedAt,
    @Nullable String listingId,
    @Nullable String answer,
    Interaction interaction) {

  /** What was pressed. */
  public enum Kind {
    /** Publish, at the end of the form. */
    PUBLISH,
    /** Delete, in the dialog that asks again. */
    DELETE,
    /** Mark as sold. */
    SOLD,
    /** Mark as available. */
    AVAILABLE,
    /** Renew, on a card. */
    RENEW,
    /** Update or Save, at the end of the edit form. */
    UPDATE
  }

  /** The states of a click, in their possible order. */
  public enum Outcome {
    /** The page reported the press; its request has not come. */
    CLICKED("clicked"),
    /** The request came and is not decided yet. */
    ARRIVED("arrived"),
    /** The site carried out the request, whatever it answered. */
    STORED("stored"),
    /** Nothing was changed, and the answer says so. */
    REFUSED("refused"),
    /** Nothing was changed, but the answer claims that it was. */
    IGNORED("ignored"),
    /** Nothing was changed: the visitor was sent to the login page or a security check. */
    TURNED_AWAY("turnedAway");

    private final String wireName;

    Outcome(String wireName) {
      this.wireName = wireName;
    }

    /** The name in the control interface. */
    @JsonValue
    public String wireName() {
      return wireName;
    }
  }

  boolean decided() {
    return decidedAt != null;
  }

  Click arrived(Instant now, Interaction hands) {
    return new Click(
        id,
        at,
        account,
        kind,
        formSession,
        decided() ? outcome : Outcome.ARRIVED,
        arrivedAt == null ? now : arrivedAt,
        decidedAt,
        listingId,
        answer,
        hands);
  }

  Click decided(Outcome result, @Nullable String listing, String told, Instant now) {
    return new Click(
        id, at, account, kind, formSession, result, arrivedAt, now, listing, told, interaction);
  }
}
