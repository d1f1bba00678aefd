package com.lotview.worker.marketplace.page;

import com.lotview.form.StopMeaning;
import com.lotview.worker.marketplace.Marketplace;
import com.lotview.worker.text.DealerTexts;
import java.util.List;
import java.util.stream.Stream;

/**
 * How a posting ended. All outcomes except {@link Posted} and {@link Unknown} mean that this run
 * published nothing. A {@link Blocked} of {@link Marketplace#awaitListing} is the site's own
 * refusal.
 */
public sealed interface PostingOutcome {

  /** The outcome of a page that stops a run. */
  static PostingOutcome of(StopMeaning meaning, String seen) {
    return switch (meaning) {
      case LOGIN -> new NeedsLogin(DealerTexts.loggedOut(seen));
      case TWO_FACTOR -> new NeedsLogin(DealerTexts.twoFactor(seen), true);
      case CAPTCHA -> new Blocked(BlockKind.CAPTCHA, seen);
      case CHECKPOINT -> new Blocked(BlockKind.CHECKPOINT, seen);
      case SUSPENDED -> new Blocked(BlockKind.SUSPENDED, seen);
      case TEMPORARY -> new Blocked(BlockKind.TEMPORARY, seen);
      case LIMIT -> new Blocked(BlockKind.LIMIT, seen);
      case NO_ACCESS -> new Blocked(BlockKind.NO_ACCESS, seen);
      case REFUSED -> new Blocked(BlockKind.REFUSED, seen);
    };
  }

  /** The outcome as a dealer reads it. */
  default String sentence() {
    return switch (this) {
      case Posted posted -> posted.url();
      case NeedsLogin login -> login.reason();
      case Blocked blocked -> blocked.text();
      case FieldMismatch field -> DealerTexts.mismatch(field.field(), field.wanted(), field.read());
      case FieldUnmappable field ->
          DealerTexts.unmappable(field.field(), field.value(), field.reason());
      case Unknown unknown -> unknown.reason();
      case Retryable retryable -> retryable.reason();
      case BrowserLost lost -> lost.reason();
    };
  }

  /** Whether only the account's owner can pass the page that the site showed. */
  default boolean needsOwner() {
    return switch (this) {
      case NeedsLogin _ -> true;
      case Unknown unknown -> unknown.ownerNeeded();
      case Blocked blocked ->
          switch (blocked.kind()) {
            case CHECKPOINT, CAPTCHA, SUSPENDED -> true;
            case TEMPORARY, LIMIT, NO_ACCESS, REFUSED -> false;
          };
      case Posted _, FieldMismatch _, FieldUnmappable _, Retryable _, BrowserLost _ -> false;
    };
  }

  /**
   * The site gave the listing's id.
   *
   * @param differences where the listing differs from the order
   * @param notes remarks: what the site says, such as a review, and which optional fields were left
   *     empty
   * @param unread the fields that its page did not let be read, so that nothing is known of them
   * @param seen whether the account's listings or the listing's own page showed it; without that
   *     the site only said that it exists
   */
  record Posted(
      String listingId,
      String url,
      List<Difference> differences,
      List<String> notes,
      List<Unread> unread,
      boolean seen)
      implements PostingOutcome {
    public Posted {
      differences = List.copyOf(differences);
      notes = List.copyOf(notes);
      unread = List.copyOf(unread);
    }

    /** A listing that was seen and read completely. */
    public Posted(String listingId, String url, List<Difference> differences) {
      this(listingId, url, differences, List.of(), List.of(), true);
    }

    public Posted noting(List<String> more) {
      List<String> all = Stream.concat(notes.stream(), more.stream()).toList();
      return new Posted(listingId, url, differences, all, unread, seen);
    }
  }

  /**
   * A field of the listing that its page did not let be read.
   *
   * @param language of the page, as the form map names it
   */
  record Unread(String field, String language) {}

  /**
   * The account's owner must sign in again or give a code.
   *
   * @param twoFactor the site asks for a second factor; with it on that page, the run can continue
   */
  record NeedsLogin(String reason, boolean twoFactor) implements PostingOutcome {
    public NeedsLogin(String reason) {
      this(reason, false);
    }
  }

  /** The site does not let this account publish now; {@code text} is its message. */
  record Blocked(BlockKind kind, String text) implements PostingOutcome {}

  /** A field does not hold the entered value, also after a second try. Nothing was published. */
  record FieldMismatch(String field, String wanted, String read) implements PostingOutcome {}

  /** The form does not accept the value, or a required value is missing. A retry does not help. */
  record FieldUnmappable(String field, String value, String reason) implements PostingOutcome {}

  /**
   * Publish was clicked, and it is unknown whether the listing exists: verify with {@link
   * Marketplace#find}.
   *
   * @param ownerNeeded the site showed a page that only the account's owner can pass: no other
   *     click before that, even if nothing was published
   */
  record Unknown(String reason, boolean ownerNeeded) implements PostingOutcome {
    public Unknown(String reason) {
      this(reason, false);
    }
  }

  /** An error before the click: the job may be retried. */
  record Retryable(String reason) implements PostingOutcome {}

  /** Why an account may not publish. */
  enum BlockKind {
    CHECKPOINT,
    CAPTCHA,
    SUSPENDED,
    TEMPORARY,
    LIMIT,
    NO_ACCESS,
    /** The site does not take this listing, for a reason of its own. */
    REFUSED
  }

  /** The browser died or does not answer; the site is not the cause. */
  record BrowserLost(String reason) implements PostingOutcome {}
}
