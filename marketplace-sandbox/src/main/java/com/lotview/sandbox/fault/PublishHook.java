package com.lotview.sandbox.fault;

import com.lotview.sandbox.http.Response;
import com.lotview.sandbox.variant.Variant;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** Troubles that strike around the click on Publish. */
public final class PublishHook {
  private static final String CREATE = "marketplace_listing_create";
  private static final String REASON = "You already have a listing for this vehicle.";

  /** The default time from the answer until the page shows its dialog. */
  private static final long USUAL_DELAY_MILLIS = 500;

  private final Faults faults;

  /** Reads from this board. */
  public PublishHook(Faults faults) {
    this.faults = faults;
  }

  /** True when the form's page must show a limit instead of the form. */
  public boolean closesTheForm(String account) {
    return faults.strikeAt(FaultKind.PUBLISH_LIMIT_REACHED, account, Moment.FORM).isPresent();
  }

  /** What step 2 shows instead of an enabled Publish button, if that is due. */
  public Optional<String> notice(String account, Variant words) {
    return faults
        .strike(FaultKind.PUBLISH_LIMIT_NOTICE, account)
        .map(fault -> words.word("dailyLimit"));
  }

  /** How many milliseconds the page must wait between the click and its request. */
  public long delayMillis(String account) {
    return faults.strike(FaultKind.PUBLISH_DELAY_SECONDS, account).map(Fault::millis).orElse(0L);
  }

  /** The refusal before anything is stored, if one is due. */
  public Optional<Response> before(String account, Variant words) {
    if (faults.strike(FaultKind.PUBLISH_REFUSE, account).isPresent()) {
      return Optional.of(Answers.error("Query Error"));
    }
    if (faults.strike(FaultKind.PUBLISH_LIMIT_REACHED, account, Moment.PUBLISH).isPresent()) {
      return Optional.of(Answers.refusal(words.word("limit"), words.word("limitHint")));
    }
    Optional<Response> own =
        faults
            .strike(FaultKind.PUBLISH_REFUSED_BY_ERRORS, account)
            .map(fault -> Answers.silentRefusal(title(fault), REASON))
            .or(() ->
                faults
                    .strike(FaultKind.PUBLISH_REFUSED_BY_DIALOG, account)
                    .map(fault -> Answers.lateRefusal(CREATE, title(fault), REASON, late(fault))));
    return own.isPresent() ? own : refusedAtTheLimit(account, words);
  }

  private Optional<Response> refusedAtTheLimit(String account, Variant words) {
    return notice(account, words).map(notice -> Answers.refusal(words.word("limit"), notice));
  }

  private static String title(Fault fault) {
    return Objects.requireNonNullElse(fault.text(), "Duplicate listing");
  }

  private static long late(Fault fault) {
    return fault.millis() == 0 ? USUAL_DELAY_MILLIS : fault.millis();
  }

  /** True when the request must be answered with an id but nothing stored. */
  public boolean listsNothing(String account) {
    return faults.strike(FaultKind.PUBLISH_NOTHING_LISTED, account).isPresent();
  }

  /** Holds the request back before anything is stored, if that is due. */
  public void hold(String account) {
    faults.strike(FaultKind.PUBLISH_ACCEPT_AFTER_SECONDS, account).ifPresent(Fault::sleep);
  }

  /** True when the listing must be created without its pictures. */
  public boolean losesPhotos(String account) {
    return faults.strike(FaultKind.PUBLISH_WITHOUT_PHOTOS, account).isPresent();
  }

  /** What the new listing's card says: a key of the site's words. */
  public Optional<String> noticeOnCard(String account) {
    return faults
        .strike(FaultKind.LISTING_DUPLICATE, account)
        .map(fault -> "duplicate")
        .or(() -> faults.strike(FaultKind.LISTING_REVIEW, account).map(fault -> "reviewed"));
  }

  /** How long the pages do not show the new listing. */
  public Duration silence(String account) {
    return faults
        .strike(FaultKind.LISTING_LATE, account)
        .map(fault -> Duration.ofMillis(fault.millis()))
        .orElse(Duration.ZERO);
  }

  /** The answer that replaces the good one after the listing was stored, if one is due. */
  public Optional<Response> after(String account) {
    if (faults.strike(FaultKind.PUBLISH_ACCEPT_THEN_500, account).isPresent()) {
      return Optional.of(Answers.error("Sorry, something went wrong"));
    }
    return faults
        .strike(FaultKind.PUBLISH_ACCEPT_THEN_RESET, account)
        .map(fault -> Response.brokenOff());
  }
}
