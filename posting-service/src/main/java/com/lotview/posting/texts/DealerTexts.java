package com.lotview.posting.texts;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Every sentence of this service that dealers read: lines of a posting's timeline, reasons of
 * errors, notices. All stand here, so that a native speaker can review and translate them in one
 * place. Only the formats of requests ("must be 1 to 200") stand with their checks in {@code web}.
 *
 * <p>Style: plain English, no full stop at the end of a line. Reasons of workers are quoted as they
 * come.
 */
public final class DealerTexts {
  private DealerTexts() {}

  // Timeline: from the order to the attempt.

  public static final String ORDERED = "Ordered";
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

  public static String textMissing(int requests) {
    return "No listing text arrived after " + requests + " requests";
  }

  public static String sentToWorker(int attempt) {
    return "Sent to a worker, attempt " + attempt;
  }

  public static String healed(
      String field, String wanted, String used, double score, String language, int mapVersion) {
    return "%s: the form no longer shows \"%s\"; \"%s\" was used instead (score %.2f, form map %s %d)"
        .formatted(field, wanted, used, score, language, mapVersion);
  }

  public static String picture(String kind) {
    return "Picture: " + kind;
  }

  // Timeline: results of attempts.

  public static final String LIVE = "Live on the marketplace";
  public static final String CONFIRMED_LIVE = "Confirmed live on the marketplace";
  public static final String NO_ANSWER = "No worker has answered";
  public static final String NO_ANSWER_YET =
      "No worker has answered yet. One may still answer, and the listing may be live";
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

  // Timeline: changes of a live listing.

  public static final String WILL_DELETE = "The listing will be deleted";
  public static final String WILL_MARK_SOLD = "The listing will be marked as sold";
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

  public static String changeResultIgnored(String reason) {
    return "Ignored a worker's result: " + reason;
  }

  public static String notCurrentAttempt(int attempt) {
    return "attempt " + attempt + " is not the current one";
  }

  public static String priceWillChange(@Nullable Long cents) {
    return "The price will change to " + dollars(cents);
  }

  public static String priceChanged(@Nullable Long cents) {
    return "The listing now shows " + dollars(cents);
  }

  public static String priceBeforePosting(@Nullable Long cents) {
    return "The price is now " + dollars(cents);
  }

  private static String dollars(@Nullable Long cents) {
    return cents == null ? "no price" : String.format(Locale.US, "$%,.2f", cents / 100.0);
  }

  public static String notRemoved(Dropped reason) {
    return "Listing not removed: " + reason.text;
  }

  public static String priceKept(Dropped reason) {
    return "Price not changed: " + reason.text;
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

  public static final String REVIEW_FIRST =
      "It is not known whether the listing is live. Resolve the posting first";
  public static final String LISTING_IS_LIVE = "A listing of this posting is live";
  public static final String MAY_STILL_POST =
      "A worker may still post this vehicle. Wait for its result before you report that there is"
          + " no listing";
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
  public static final String NO_PHOTO = "at least one photo is needed";
  public static final String NO_PLACE =
      "the dealership has no city and state, and the order names none";
  public static final String IN_THE_PAST = "is in the past";

  public static String hasStatus(String status) {
    return "is " + status;
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

  public static String whichAccount(int usable) {
    return "is required: " + usable + " connected accounts could be used";
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
