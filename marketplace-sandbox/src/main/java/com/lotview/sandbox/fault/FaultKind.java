package com.lotview.sandbox.fault;

import com.fasterxml.jackson.annotation.JsonValue;
import com.lotview.sandbox.http.BadRequest;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** The troubles that can be switched on. */
public enum FaultKind {
  /** The listing is created, then the create request is answered with an error. */
  PUBLISH_ACCEPT_THEN_500("publish.acceptThen500"),
  /** The listing is created, then the connection breaks inside the answer. */
  PUBLISH_ACCEPT_THEN_RESET("publish.acceptThenReset"),
  /** The create request comes; the listing is created, and the answer sent, some seconds later. */
  PUBLISH_ACCEPT_AFTER_SECONDS("publish.acceptAfterSeconds"),
  /** The page sends its create request only some seconds after the click. */
  PUBLISH_DELAY_SECONDS("publish.delaySeconds"),
  /** The create request is refused and nothing is created. */
  PUBLISH_REFUSE("publish.refuse"),
  /** Step 2 shows the daily limit and Publish is disabled. */
  PUBLISH_LIMIT_NOTICE("publish.limitNotice"),
  /** "Limit reached" is the answer to Publish, or what the form's page shows. */
  PUBLISH_LIMIT_REACHED("publish.limitReached"),
  /** A click on Publish is lost: the page does nothing. */
  PUBLISH_LOST("publish.lost"),
  /** The request is answered with an id, and nothing is created. */
  PUBLISH_NOTHING_LISTED("publish.nothingListed"),
  /** The request is answered without a listing or an error; the page shows a refusal later. */
  PUBLISH_REFUSED_BY_DIALOG("publish.refusedByDialog"),
  /** The request is answered with an error with its own text, and the page shows nothing. */
  PUBLISH_REFUSED_BY_ERRORS("publish.refusedByErrors"),
  /** The listing is created without its pictures. */
  PUBLISH_WITHOUT_PHOTOS("publish.withoutPhotos"),
  /** The new listing's card says that it is a duplicate. */
  LISTING_DUPLICATE("listing.duplicate"),
  /** The new listing's card says that it is being reviewed. */
  LISTING_REVIEW("listing.review"),
  /** Some seconds after it was listed, the site takes the listing down and says so on its card. */
  LISTING_REJECTED("listing.rejected"),
  /** Some seconds after it was listed, its seller deletes it. */
  LISTING_REMOVED("listing.removed"),
  /** Some seconds after it was listed, its seller marks it as sold. */
  LISTING_SOLD("listing.sold"),
  /** Some seconds after it was listed, its seller gives it another price. */
  LISTING_REPRICED("listing.repriced"),
  /** A picture cannot be uploaded. */
  UPLOAD_FAILS("upload.fails"),
  /** A picture takes some seconds to upload. */
  UPLOAD_SLOW("upload.slow"),
  /** The server behind the Location field fails. */
  LOCATION_FAILS("location.fails"),
  /** An unfinished listing comes back into the form some seconds after it was opened. */
  DRAFT_RESTORED("draft.restored"),
  /** The same, with a picture of its own. */
  DRAFT_RESTORED_WITH_PHOTO("draft.restoredWithPhoto"),
  /** The label of a field is gone. */
  LABEL_REMOVED("label.removed"),
  /** A field is called something else. */
  LABEL_RENAMED("label.renamed"),
  /** The new listing is stored at once, and shown by the pages only some seconds later. */
  LISTING_LATE("listing.late"),
  /** The delete request is refused and the listing stays. */
  DELETE_FAILS("delete.fails"),
  /** The listing is deleted, then the request is answered with an error. */
  DELETE_ACCEPT_THEN_500("delete.acceptThen500"),
  /** The request is refused and the listing is not marked. */
  SOLD_FAILS("sold.fails"),
  /** The listing is marked, then the request is answered with an error. */
  SOLD_ACCEPT_THEN_500("sold.acceptThen500"),
  /** The request is refused and the listing is not renewed. */
  RENEW_FAILS("renew.fails"),
  /** The listing is renewed, then the request is answered with an error. */
  RENEW_ACCEPT_THEN_500("renew.acceptThen500"),
  /** The listing is changed, then the request is answered with an error. */
  EDIT_ACCEPT_THEN_500("edit.acceptThen500"),
  /** The request is answered with success, and nothing is changed. */
  EDIT_IGNORED("edit.ignored"),
  /** The session ends. */
  SESSION_LOGGED_OUT("session.loggedOut"),
  /** The visitor is redirected to the security check. */
  CHECKPOINT("checkpoint"),
  /** The visitor is redirected to a captcha. */
  CAPTCHA("captcha"),
  /** The visitor is asked for the code of the second step, and blocked until it was given. */
  TWO_FACTOR("twoFactor"),
  /** The visitor is asked for the password again, and blocked until it was given. */
  PASSWORD_REENTRY("session.passwordReentry"),
  /** The site shows that the account is suspended. */
  ACCOUNT_SUSPENDED("account.suspended"),
  /** The site shows that the account is restricted for a while. */
  ACCOUNT_BLOCKED("account.blocked"),
  /** The site shows that the account may not use the marketplace. */
  MARKETPLACE_NO_ACCESS("marketplace.noAccess"),
  /** "Save your login info" covers the page. */
  COVER_SAVE_LOGIN("cover.saveLogin"),
  /** The question about cookies covers the page. */
  COVER_COOKIE_CONSENT("cover.cookieConsent");

  private static final Set<FaultKind> TIMED =
      EnumSet.of(
          PUBLISH_ACCEPT_AFTER_SECONDS,
          PUBLISH_DELAY_SECONDS,
          LISTING_LATE,
          LISTING_REJECTED,
          LISTING_REMOVED,
          LISTING_SOLD,
          LISTING_REPRICED,
          UPLOAD_SLOW);
  private static final Set<FaultKind> STOPS =
      EnumSet.of(
          SESSION_LOGGED_OUT,
          CHECKPOINT,
          CAPTCHA,
          TWO_FACTOR,
          PASSWORD_REENTRY,
          ACCOUNT_SUSPENDED,
          ACCOUNT_BLOCKED,
          MARKETPLACE_NO_ACCESS);
  private static final Set<FaultKind> COVERS = EnumSet.of(COVER_SAVE_LOGIN, COVER_COOKIE_CONSENT);
  private static final Set<Moment> PAGES =
      EnumSet.of(Moment.LOGIN, Moment.HOME, Moment.FORM, Moment.SELLING);
  private static final Set<Moment> OF_THE_LIMIT = EnumSet.of(Moment.FORM, Moment.PUBLISH);

  private final String wireName;

  FaultKind(String wireName) {
    this.wireName = wireName;
  }

  /** The name in the control interface. */
  @JsonValue
  public String wireName() {
    return wireName;
  }

  /** True when it needs a number of seconds. */
  public boolean timed() {
    return TIMED.contains(this);
  }

  /** True when it is about one field of the form. */
  public boolean ofAField() {
    return this == LABEL_REMOVED || this == LABEL_RENAMED;
  }

  /** True when it can be limited to that moment. */
  public boolean strikesAt(Moment moment) {
    return moment == Moment.LOGIN
        ? this == COVER_COOKIE_CONSENT
        : STOPS.contains(this)
            || (COVERS.contains(this) && PAGES.contains(moment))
            || (this == PUBLISH_LIMIT_REACHED && OF_THE_LIMIT.contains(moment));
  }

  /** True when a person must pass its page, independent of how often it strikes. */
  boolean staysByItself() {
    return this == TWO_FACTOR || this == PASSWORD_REENTRY;
  }

  /**
   * The kind of that name.
   *
   * @throws BadRequest when there is none
   */
  public static FaultKind of(String wireName) {
    return Arrays.stream(values())
        .filter(kind -> kind.wireName.equals(wireName))
        .findFirst()
        .orElseThrow(() ->
            new BadRequest(
                "unknown fault '"
                    + wireName
                    + "'; known: "
                    + Arrays.stream(values())
                        .map(FaultKind::wireName)
                        .collect(Collectors.joining(", "))));
  }
}
