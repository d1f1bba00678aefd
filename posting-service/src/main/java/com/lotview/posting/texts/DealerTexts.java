package com.lotview.posting.texts;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Every sentence of this service that dealers read: lines of a posting's timeline, reasons of
 * errors, notices. Longer than 300 lines because a native speaker reviews and translates them in
 * one place. Only the formats of requests ("must be 1 to 200") stand with their checks in {@code
 * web}.
 *
 * <p>Style: plain English, no full stop at the end of a line. Reasons of workers are quoted as they
 * come.
 */
public final class DealerTexts {
  private DealerTexts() {}

  // Timeline: by hand.

  public static final String FILLED_BY_HAND =
      "Somebody fills the form by hand; LotView waits for the listing's address";
  public static final String LISTED_BY_HAND = "Posted by hand";
  public static final String NOT_LISTED_BY_HAND = "Nothing was published by hand";
  public static final String BY_HAND_TOO_LONG =
      "No listing was reported in time by the person who fills the form";
  public static final String BY_HAND_LOOK = "Look on Facebook whether the listing was published";
  public static final String BY_HAND_NEEDS_APPROVAL =
      "A manager approves your postings before they are published; order this one instead";
  public static final String BY_HAND_OTHER_PERSON =
      "Only the person who fills the form, or a manager, can report its listing";

  public static String limitedUntil(Instant until) {
    return "The account has no free place for a post before " + until;
  }

  public static String listingOfAnother(String postingId) {
    return "is the listing of posting " + postingId;
  }

  // Timeline: from the order to the attempt.

  public static final String ORDERED = "Ordered";
  public static final String AWAITS_APPROVAL = "Waits for a manager's yes";
  public static final String APPROVED = "A manager approved it; the listing text is being written";
  public static final String APPROVED_WITH_TEXT = "A manager approved it";
  public static final String APPROVED_AS_IT_IS =
      "Managers approve postings of this dealership as they are; ask one to change it";

  public static String declined(String reason) {
    return "A manager declined it: " + reason;
  }

  public static final String TEXT_IN_PROGRESS = "The listing text is being written";
  public static final String TEXT_LATE = "A listing text arrived too late and was not used";
  public static final String TEXT_OVERDUE = "No listing text arrived; it was requested again";
  public static final String TEXT_LENGTH = "The listing text has the wrong length";
  public static final String RETRY_REQUESTED = "Retry requested";
  public static final String OWNER_SIGNED_IN = "The account's owner signed in again";

  public static String textWritten(String writer, List<String> rejected) {
    String written = "Listing text written by " + writer;
    return rejected.isEmpty()
        ? written
        : written + "; rejected before: " + String.join("; ", rejected);
  }

  /** What a person changed of an order, in words. */
  public static String orderChanged(List<String> changes) {
    return "Changed: " + String.join("; ", changes);
  }

  public static String newPrice(@Nullable Long before, @Nullable Long now) {
    return "the price is " + amount(now) + " instead of " + amount(before);
  }

  public static String newAccount(@Nullable String before, String now) {
    return "it goes through the account \"%s\" instead of \"%s\"".formatted(now, before);
  }

  /** Times are those of the dealership. */
  public static String newTime(@Nullable Instant before, @Nullable Instant now, ZoneId zone) {
    return "it starts %s instead of %s".formatted(when(now, zone), when(before, zone));
  }

  private static String when(@Nullable Instant at, ZoneId zone) {
    return at == null
        ? "as soon as possible"
        : DateTimeFormatter.ofPattern("MMM d 'at' h:mm a zzz", Locale.US).format(at.atZone(zone));
  }

  public static String textMissing(int requests) {
    return "No listing text arrived after " + requests + " requests";
  }

  public static final String WAITS_FOR_BROWSER = "Waits for a free browser";
  public static final String UNKNOWN_JOB = "No such job";
  public static final String NEVER_BEGUN = "No worker had begun it; nothing was posted";

  public static String begunByWorker(int attempt) {
    return "A worker began, attempt " + attempt;
  }

  public static String healed(
      String field, String wanted, String used, double score, String language, int mapVersion) {
    return "%s: the form no longer shows \"%s\"; \"%s\" was used instead (score %.2f, form map %s %d)"
        .formatted(field, wanted, used, score, language, mapVersion);
  }

  public static String picture(String kind) {
    return "Picture: " + kind;
  }

  /** What the account's form had when a worker read it. */
  public static String makeNotListed(String make, Instant readAt) {
    return ("Facebook's list of makes for this account had no %s on %s; if it has it now, check the"
            + " account's form again, else post with an account of a country whose list has it")
        .formatted(make, LocalDate.ofInstant(readAt, ZoneOffset.UTC));
  }

  // Timeline: results of attempts.

  public static final String LIVE = "Live on the marketplace";
  public static final String PUBLISHING =
      "The site answered that it is published; no page has shown it yet";
  public static final String CONFIRMED_LIVE = "Confirmed live on the marketplace";
  public static final String NO_ANSWER = "The worker that began it has not answered";
  public static final String NO_ANSWER_YET =
      "The worker that began it has not answered. It may still answer, and the listing may be live";
  public static final String NO_REASON = "No reason was given";
  public static final String LISTING_DIFFERS = "The live listing differs from the order";

  public static String difference(String field, String wanted, String found) {
    return "The live listing differs: %s is \"%s\" instead of \"%s\""
        .formatted(field, found, wanted);
  }

  public static String willRetry(String reason) {
    return reason + "; it will be tried again";
  }

  public static String willRetryAfterRest(String reason) {
    return reason + "; it will be tried again after the account's pause";
  }

  public static String liveAfterEnd(@Nullable String url) {
    return "A worker found a live listing of this posting after the posting had ended"
        + (url == null ? "" : ": " + url)
        + ". Please remove it by hand";
  }

  public static String oldAttempt(int attempt) {
    return "Ignored the result of attempt " + attempt + ": it is not the current one";
  }

  public static String resultIgnored(String status) {
    return "Ignored a worker's result: the status is " + status;
  }

  public static String resultIgnored(String outcome, String status) {
    return "Ignored the result " + outcome + ": the status is " + status;
  }

  /** What would have happened next does not: the posting has ended. */
  public static String alreadyEnded(String status) {
    return "Skipped: already " + status.toLowerCase(Locale.ROOT);
  }

  public static String notWaiting(String status) {
    return "Skipped: the status is " + status;
  }

  // Timeline: cancelled, removed, reviewed.

  public static final String CANCELLED = "Cancelled";
  public static final String CANCELLED_REMOVAL = "Cancelled: its removal was requested";
  public static final String CANCELLED_DISCONNECTED =
      "Cancelled: the Facebook account was disconnected";
  public static final String REMOVAL_REQUESTED = "Removal requested";
  public static final String REMOVED = "No longer on the marketplace";
  public static final String REVIEWED_NO_LISTING = "Reviewed: there is no listing";

  public static String reviewedLive(String url) {
    return "Reviewed: the listing is live at " + url;
  }

  public static String withNote(String text, @Nullable String note) {
    return note == null ? text : text + "; " + note;
  }

  // Timeline: what looks at a listing found.

  public static final String NOT_SEEN = "Looked for the listing; it is not to be seen yet";
  public static final String NEVER_APPEARED =
      "The site answered that it is published, but it has not appeared within a day";
  public static final String TAKEN_DOWN = "The site took the listing down";
  public static final String SOLD_BY_OWNER = "Marked as sold on the marketplace, not by LotView";
  public static final String REMOVED_BY_OWNER =
      "No longer on the marketplace; it was not removed by LotView";
  public static final String IN_REVIEW = "The site reviews the listing";
  public static final String REVIEW_PASSED = "The site's review is over; the listing is live";
  public static final String MISSED = "The listing did not show; LotView looks for it again soon";
  public static final String RENEWABLE = "The site offers to renew the listing";
  public static final String PRICE_AS_ORDERED = "The listing shows the ordered price again";
  public static final String PRICE_ACCEPTED = "The listing's price was accepted";
  public static final String PRICE_NOT_ACCEPTED = "The listing is to show the ordered price again";
  public static final String SAME_PRICE = "The listing shows the ordered price";

  public static String quoting(String text, @Nullable String says) {
    return says == null || says.isBlank() ? text : text + ": \"" + says + "\"";
  }

  public static String priceDiffers(@Nullable Long shown, @Nullable Long wanted) {
    return "The listing shows %s instead of %s; LotView did not change it"
        .formatted(amount(shown), amount(wanted));
  }

  // Timeline: changes of a live listing.

  public static final String WILL_DELETE = "The listing will be deleted";
  public static final String WILL_MARK_SOLD = "The listing will be marked as sold";
  public static final String WILL_RENEW = "The listing will be renewed";
  public static final String RENEWED = "The listing is renewed";
  public static final String REMOVAL_ON_HOLD = "The removal is on hold until a manager decides";
  public static final String NOTHING_TO_CHANGE = "Cancelled: there is no live listing to change";
  public static final String CHANGE_RESULT_MISFIT = "the result does not fit the change";

  public static String becauseLeftStock(String text) {
    return text + ": the vehicle left the stock";
  }

  public static String leftStockNotRemoved(String reason) {
    return "The vehicle left the stock, but no listing was removed: " + reason;
  }

  public static String removalSent(int attempt) {
    return "Removal sent to a worker, attempt " + attempt;
  }

  public static String priceChangeSent(int attempt) {
    return "Price change sent to a worker, attempt " + attempt;
  }

  public static String renewalSent(int attempt) {
    return "Renewal sent to a worker, attempt " + attempt;
  }

  public static String changeResultIgnored(String reason) {
    return "Ignored a worker's result: " + reason;
  }

  public static String notCurrentAttempt(int attempt) {
    return "attempt " + attempt + " is not the current one";
  }

  public static String priceWillChange(@Nullable Long cents) {
    return "The price will change to " + amount(cents);
  }

  public static String priceChanged(@Nullable Long cents) {
    return "The listing now shows " + amount(cents);
  }

  public static String priceBeforePosting(@Nullable Long cents) {
    return "The price is now " + amount(cents);
  }

  /** Without a sign: the account's money may be another than dollars. */
  private static String amount(@Nullable Long cents) {
    return cents == null ? "no price" : String.format(Locale.US, "%,.2f", cents / 100.0);
  }

  public static String notRemoved(Dropped reason) {
    return "Listing not removed: " + reason.text;
  }

  public static String priceKept(Dropped reason) {
    return "Price not changed: " + reason.text;
  }

  public static String notRenewed(Dropped reason) {
    return "Listing not renewed: " + reason.text;
  }

  /** Why a change is no longer wanted. */
  public enum Dropped {
    REMOVAL_FIRST("the listing will be removed"),
    LISTING_GONE("the listing was removed"),
    VEHICLE_BACK("the vehicle is back in stock"),
    SAME_PRICE("the listing already shows that price"),
    DISCONNECTED("the Facebook account was disconnected"),
    KEPT_BY_MANAGER("a manager decided to keep the listing");

    private final String text;

    Dropped(String text) {
      this.text = text;
    }
  }

  // Why a request about a posting is refused.

  public static final String MAY_BE_LIVE =
      "An earlier try may have published it, and this is not verified yet. Check whether it is live";
  public static final String REVIEW_FIRST =
      "It is not known whether the listing is live. Resolve the posting first";
  public static final String LISTING_IS_LIVE = "A listing of this posting is live";
  public static final String MAY_STILL_POST =
      "A worker may still post this vehicle. Wait for its result before you report that there is"
          + " no listing";
  public static final String WITH_WORKER =
      "It was handed to a worker, which may begin it at any moment. Cancel it and order it again";
  public static final String ACCOUNT_WAS_USED =
      "An attempt with the present account was made. Cancel the posting and order it again";
  public static final String OTHER_LANGUAGE =
      "The other account's form has another language than the listing text. Cancel the posting and"
          + " order it again";
  public static final String CHANGED_MEANWHILE =
      "Somebody changed the posting at the same moment; look at it again";
  public static final String NONE_POSTABLE = "None of the vehicles can be posted";

  public static String wrongStatus(String status) {
    return "The status of the posting is " + status;
  }

  public static String alreadyActive(
      String posting, boolean sameVehicle, String status, @Nullable String url) {
    return "Posting "
        + posting
        + " of "
        + (sameVehicle ? "this vehicle" : "a vehicle with the same VIN")
        + " has the status "
        + status
        + (url == null ? "" : ": " + url);
  }

  // Why a vehicle or a time does not fit an order. Each follows the name of its field.

  public static final String MISSING = "is missing";

  public static String otherCurrency(String currency, String accounts) {
    return "the price is in %s, and the account's listings are in %s; prices are not converted"
        .formatted(currency, accounts);
  }

  /** A mileage that the form counts in another unit than the odometer: never without a word. */
  public static String converted(long odometer, String unit, long entered, String formUnit) {
    return String.format(
        Locale.ROOT,
        "The mileage is posted converted: %,d %s as %,d %s",
        odometer,
        unit,
        entered,
        formUnit);
  }

  public static String otherMarket(
      String currency, String unit, String otherCurrency, String otherUnit) {
    return "The other account's listings are in %s and %s, the posting is in %s and %s. Cancel it"
            .formatted(otherCurrency, otherUnit, currency, unit)
        + " and order it again";
  }

  public static final String NO_PHOTO = "at least one photo is needed";
  public static final String NO_PLACE =
      "the dealership has no city and state, and the order names none";
  public static final String IN_THE_PAST = "is in the past";

  public static String hasStatus(String status) {
    return "is " + status;
  }

  /** A vehicle that is neither a car, a truck nor a motorcycle, and where that was read. */
  public static String otherType(String type, String column, String cell) {
    return "is %s (%s: %s); only cars, trucks and motorcycles can be posted"
        .formatted(type, column, cell);
  }

  public static String tooFarAhead(long days) {
    return "is more than " + days + " days ahead";
  }

  // Facebook accounts. Those about cookies follow the cookie's name.

  public static final String LIMIT_NOTICE = "The site showed a limit notice";
  public static final String NO_ACCOUNT = "no Facebook account is connected yet";
  public static final String NOT_AN_ACCOUNT = "c_user is not an account number";
  public static final String COOKIE_MISSING = "is missing: export the cookies while signed in";
  public static final String COOKIE_TWICE = "appears more than once";
  public static final String COOKIE_EMPTY = "is empty";
  public static final String COOKIE_EXPIRED = "has expired: sign in and export the cookies again";

  public static final String NOT_SEALED = "is not a sealed session: LotView's extension makes it";
  public static final String OTHER_OWNER =
      "The session is of another Facebook account than was stated";

  public static final String OWN_TEXT = "The text came with the order";

  public static final String CONNECTED_ELSEWHERE =
      "This Facebook account is connected by another dealership; it must be disconnected there first";

  public static String whichAccount(int usable) {
    return "is required: choose one of " + usable + " connected accounts";
  }

  public static String sessionEnded(String label) {
    return "The session of \"" + label + "\" has ended; its owner must sign in again";
  }

  // Signing in by live view.

  public static final String SIGN_IN_TOO_LATE = "No one signed in in time";
  public static final String SIGN_IN_REPLACED = "Replaced by a newer sign-in";
  public static final String SIGN_IN_CANCELLED = "Cancelled";
  public static final String TICKET_INVALID = "The ticket is not valid; open the live view again";

  public static String otherAccount(String signedIn, String label) {
    return "Signed in as " + signedIn + ", which is not the account \"" + label + "\"";
  }
}
