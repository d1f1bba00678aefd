package com.lotview.worker.text;

import java.util.List;
import java.util.Locale;

/**
 * The sentences that a dealer may read: in the timeline of a posting, in its result, and in the
 * page of a sign-in. Texts of fields follow the field's name and value, so they begin in lower
 * case. What the site itself says is quoted as it is.
 *
 * <p>Longer than 300 lines because a native speaker reviews and translates them in one place.
 */
public final class DealerTexts {
  private DealerTexts() {}

  // Steps of a job.

  public static final String STARTING_BROWSER = "Starting browser";
  public static final String CHECKING_SESSION = "Checking session";
  public static final String OPENING_MARKETPLACE = "Opening marketplace";
  public static final String FILLING_DETAILS = "Filling vehicle details";
  public static final String UPLOADING_PHOTOS = "Uploading photos";
  public static final String PUBLISHING = "Reviewing and publishing";
  public static final String CONFIRMING_LISTING = "Confirming listing";
  public static final String OPENING_LISTING = "Opening the listing";
  public static final String REMOVING_LISTING = "Removing the listing";
  public static final String CONFIRMING_REMOVAL = "Confirming the removal";
  public static final String EDITING_PRICE = "Changing the price";
  public static final String CONFIRMING_PRICE = "Confirming the price";
  public static final String RENEWING = "Renewing the listing";
  public static final String CONFIRMING_RENEWAL = "Confirming the renewal";

  /** A step with its number, such as {@code Uploading photos 5/7}. */
  public static String step(String title, int number, int total) {
    return title + " " + number + "/" + total;
  }

  public static final String NOT_THIS_TIME =
      "It is left for the next look: too many listings differ";

  // The account and its pages.

  public static final String LOGIN_UNKNOWN = "Facebook does not show if the account is logged in";
  public static final String FORM_MISSING = "The vehicle form did not appear";
  public static final String NO_REASON = "Facebook gives no reason";
  public static final String LANGUAGE_UNKNOWN =
      "LotView does not know the language of the account's pages; set the account to English (US)";

  public static String loggedOut(String seen) {
    return "The account is logged out (" + seen + ")";
  }

  public static String twoFactor(String seen) {
    return "Facebook asks for a two-factor code (" + seen + ")";
  }

  public static String captcha(String path) {
    return "Facebook shows a captcha at " + path;
  }

  public static String noAnswer(String path) {
    return "Facebook did not answer: " + path;
  }

  public static final String SITE_SLOW = "Facebook was too slow to answer";
  public static final String BROWSER_SLOW = "The worker's computer was too busy for its browser";
  public static final String NOTHING_MOVES = "nothing on the page moved any more";

  public static String siteSays(String said) {
    return "Facebook says: " + said;
  }

  /** After another sentence. */
  public static String andSiteSays(String said) {
    return said.isEmpty() ? "" : "; " + siteSays(said);
  }

  // The session and the vehicle's photos.

  public static final String ACCOUNT_DISCONNECTED = "The Facebook account is no longer connected";
  public static final String NO_SESSION = "The account has no stored session";
  public static final String SESSION_UNREADABLE =
      "The stored session cannot be opened; connect the account again";
  public static final String NOT_A_SESSION =
      "What was sealed is no signed-in session; sign in at Facebook and connect the account again";
  public static final String OTHER_OWNER =
      "The session is of another Facebook account than was stated; connect the account again";
  public static final String SESSION_NOT_FETCHED = "The account's session could not be fetched";
  public static final String PHOTO_CHANGED = "A photo's file has changed: ";
  public static final String PHOTO_MISSING = "A photo's file is missing: ";
  public static final String DISK_FULL = "The worker's disk is full; nothing was done";

  // The form. These follow the field's name and value.

  public static String mismatch(String field, String wanted, String read) {
    return field + " shows \"" + read + "\" instead of \"" + wanted + "\"";
  }

  public static String unmappable(String field, String value, String reason) {
    return field + " \"" + value + "\": " + reason;
  }

  public static final String AUTOMATIC_UNTOUCHED =
      "the form asks for it, and the vehicle's transmission is not known";
  public static final String NO_FIELD = "the form has no such field";
  public static final String NO_MAKE_FIELD = "the form has no field for the make";
  public static final String OPTION_UNPROVEN = "the order of the list does not confirm this option";
  public static final String NO_PHOTO_FIELD = "the form has no place for photos";
  public static final String PHOTO_REFUSED = "the page took no photo";
  public static final String PHOTOS_LATE = "some were not stored in time";
  public static final String PHOTO_STAYS = "a photo cannot be removed again";

  public static String photosStored(int count) {
    return count + " stored";
  }

  public static String noUsableField(List<String> labels) {
    return "the form has no usable field named " + String.join(" or ", labels);
  }

  public static String noClearField(List<String> labels, String others) {
    return "the form has no field named "
        + String.join(" or ", labels)
        + ", and no other field is clearly the same: "
        + others;
  }

  public static String notInList(int entries, String some) {
    return "it is not among the " + entries + " entries of the form's list: " + some;
  }

  public static String suggestionsOnly(List<String> suggestions) {
    return "Facebook suggests only: " + String.join("; ", suggestions);
  }

  public static String emptyFields(List<String> fields) {
    return "the form requires it, and LotView has no value for it; empty fields: "
        + String.join("; ", fields);
  }

  public static String otherUnit(String form) {
    return "the account's form "
        + form
        + ", and the posting is not in it; correct the account's country, or set LOTVIEW_UNITS=account"
        + " if the numbers are in the account's units all the same";
  }

  public static String asksFor(String currency) {
    return "asks for " + currency;
  }

  public static String counts(String unit) {
    return "counts " + unit;
  }

  /** What was expected of a button. */
  public static String clickable(String button) {
    return "the button " + button + " can be clicked";
  }

  public static final String SAVE_BUTTON = "a button that saves the change";

  // The click and what follows it.

  public static final String PAGE_REPLACED = "The page changed before the click";
  public static final String BUTTON_COVERED = "The button could not be reached";
  public static final String CLICK_LATE = "The click came too late; the page ignored it";
  public static final String LOST_AT_CLICK = "The browser was lost during the click";
  public static final String NO_ANSWER_IN_TIME = "Facebook did not confirm the listing in time";
  public static final String NO_REQUEST = "The click sent nothing to Facebook";
  public static final String ANSWER_WITHOUT_LISTING = "Facebook's answer names no listing";
  public static final String NOT_LISTED_YET = "the listing is not among the account's listings yet";
  public static final String LIST_BEHIND = "The account's listings do not show it yet";
  public static final String PAGE_BEHIND = "The listing's own page does not show it yet";

  public static String afterClick(String what) {
    return "After the click: " + what;
  }

  public static String lostAfterClick(String detail) {
    return "The browser was lost after the click: " + detail;
  }

  public static String browserLost(String detail) {
    return "The browser was lost: " + detail;
  }

  public static String answeredWithStatus(int status) {
    return "Facebook answered with status " + status;
  }

  public static String answerBroken(String detail) {
    return "Facebook's answer broke off: " + detail;
  }

  public static String answerUnreadable(String detail) {
    return "Facebook's answer could not be read: " + detail;
  }

  public static String listingsUnread(String detail) {
    return "The account's listings could not be read: " + detail;
  }

  public static String listingPageUnread(String detail) {
    return "The listing's page could not be read: " + detail;
  }

  /** The page exists, but does not show this field so that it can be compared. */
  public static String fieldUnread(String field) {
    return "The " + field + " on the listing's page could not be read";
  }

  // The live listing beside the order.

  public static final String DIFFERS = "The live listing differs: ";

  public static String notShown(String field) {
    return field + " is not shown";
  }

  public static String shownInstead(String field, String found, String wanted) {
    return field + " " + found + " instead of " + wanted;
  }

  public static String priceShownInstead(long shown, long ordered) {
    return "The listing shows the price " + shown + " instead of " + ordered;
  }

  // The account's listings.

  public static final String LIST_MISSING = "The list of the account's listings did not appear";
  public static final String LIST_EMPTY_ONCE =
      "The list of the account's listings was empty only once";
  public static final String LIST_ENDLESS = "it does not end";
  public static final String LIST_PARTIAL = "it shows only some of its cards";
  public static final String LIST_CHANGES = "it changes while it is read";
  public static final String LIST_LAYOUT = "it shows listings in an unknown layout";
  public static final String LIST_MORE = "a control after its last card may show more";
  public static final String LIST_EMPTY_UNSAID = "it is empty, and Facebook does not say so";
  public static final String PAGE_CONTRADICTS =
      "The page says that the listing is gone, and shows it";
  public static final String PAGE_LAYOUT = "The page has an unknown layout";

  public static String listUnread(String why) {
    return "The list of the account's listings was not read to its end: " + why;
  }

  public static String tooManyToOpen(int listings) {
    return listings + " listings may be the right one, too many to open";
  }

  public static String sameListing(String id) {
    return "Two cards open the same listing " + id;
  }

  public static String notOpened(String title) {
    return "The listing \"" + title + "\" could not be opened";
  }

  public static String noPriceShown(String id) {
    return "The page of listing " + id + " shows no price";
  }

  public static String goneButListed(String id) {
    return "The page of listing " + id + " is gone, but it is among the account's listings";
  }

  // Removals and price changes.

  public static final String STILL_THERE = "The listing is still there";
  public static final String THERE_AS_SOLD = "The listing is still there, marked as sold";
  public static final String NOT_IN_LIST =
      "Its page shows the listing, but it is not among the account's listings";
  public static final String NOT_THERE = "The listing is not there any more";
  public static final String SOLD = "The listing is marked as sold";
  public static final String SOLD_NOT_DELETED = "The listing is marked as sold, not deleted";
  public static final String RENEWAL_STILL_OFFERED = "The site still offers to renew the listing";
  public static final String NO_RENEWAL_BUTTON =
      "The listing's card has no button that renews it; LotView does not use the one that deletes"
          + " the listing and makes a new one";
  public static final String NOT_CHECKED = "The result was not checked";
  public static final String EDIT_FORM_MISSING = "The form of the listing did not appear";
  public static final String FORM_STAYED_OPEN = "the form stayed open";

  /** After another sentence. */
  public static String noButton(boolean sold) {
    return "; its dialog, card and menu have no button that "
        + (sold ? "marks it as sold" : "deletes it");
  }

  public static String noneIsOurs(int listings) {
    return "None of the account's " + listings + " listings is the order's";
  }

  public static String priceUnchanged(long shown) {
    return "The listing's page still shows " + shown;
  }

  public static String otherPrice(String shown) {
    return "The listing's page shows " + shown;
  }

  public static String otherCurrency(String page, String form) {
    return "The listing's page shows the price in " + page + ", its form in " + form;
  }

  public static String pageUnread(String listingId) {
    return "The page of listing " + listingId + " could not be read";
  }

  // The worker itself.

  public static final String WORKER_STOPS = "The worker is being stopped";
  public static final String FAILED_AFTER_INTENT = "The browser failed at the click";
  public static final String CLICK_UNKNOWN = "It is not known whether the click worked";
  public static final String EARLIER_CLICK_FIRST =
      "The click of an earlier attempt is verified first";

  /**
   * After a click that proved to have done nothing.
   *
   * @param remark what the site showed at the click
   */
  public static String stoppedAtClick(String remark) {
    return "Facebook stopped the account at the click; nothing was done" + because(remark);
  }

  /** The same for a limit. */
  public static String limitAtClick(String remark) {
    return "Facebook set a limit at the click; nothing was listed" + because(remark);
  }

  /** The same for a refusal. */
  public static String refusedAtClick(String remark) {
    return "Facebook did not take the listing" + because(remark);
  }

  /**
   * The listings must be read, and the site stops the account.
   *
   * @param stop what the site shows
   */
  public static String stoppedBeforeVerification(String stop) {
    return "It is checked after the next sign-in whether the click worked" + because(stop);
  }

  /** The same without a need for the owner. */
  public static String limitedBeforeVerification(String stop) {
    return "It is checked later whether the click worked" + because(stop);
  }

  /**
   * Nothing proves what a click did.
   *
   * @param remark why the account's listings could not be read
   */
  public static String clickUnknown(String remark) {
    return CLICK_UNKNOWN + because(remark);
  }

  private static String because(String remark) {
    return remark.isEmpty() ? "" : ": " + remark;
  }

  public static String browserFailed(Throwable error) {
    return "The browser failed: " + error.getClass().getSimpleName();
  }

  public static String browserFailedWhileLooking(Throwable error) {
    return "The browser failed during the check: " + error.getClass().getSimpleName();
  }

  public static String siteSilent(long seconds) {
    return "Facebook answered nothing for " + seconds + " s";
  }

  public static String tooLong(long seconds) {
    return "The job took longer than " + seconds + " s";
  }

  public static String interrupted(long times) {
    return "The browser or its worker stopped in the middle " + times + " times";
  }

  public static String neverAppeared(long tries) {
    return "The listing did not appear after " + tries + " tries to publish it";
  }

  public static String neverChanged(long tries) {
    return "The listing did not change in " + tries + " tries";
  }

  // Sign-ins in the live view.

  public static final String CONNECTED = "The account is connected";
  public static final String JOB_GOES_ON = "The job continues";
  public static final String CANCELLED = "The sign-in was cancelled";
  public static final String SIGN_IN_LATE = "The sign-in took too long";
  public static final String NOT_SIGNED_IN = "The owner did not sign in in time";
  public static final String VIEW_LOST = "The browser was lost; open a new view";
  public static final String VIEW_CLOSED = "The browser was closed";
  public static final String VIEW_TAKEN = "The view was opened elsewhere";
  public static final String SESSION_NOT_KEPT = "The session could not be stored; sign in again";
  public static final String NO_USER = "Facebook did not say who signed in";

  public static String viewUnattended(String time) {
    return "The view was closed for " + time;
  }

  public static String viewIdle(String time) {
    return "Nothing was done for " + time;
  }

  public static String onlyHere(Object site) {
    return "Only %s can be opened here.".formatted(site);
  }

  public static String pageSays(String message) {
    return String.format(Locale.ROOT, "The page says: %s", message);
  }
}
