package com.lotview.worker.marketplace.page;

import com.lotview.worker.marketplace.Marketplace;
import com.lotview.worker.text.DealerTexts;
import java.util.List;
import java.util.stream.Stream;

/**
 * How a posting ended. Everything but {@link Posted} and {@link Unknown} means for sure that
 * nothing was published by this run, except for a {@link Blocked} that {@link
 * Marketplace#awaitListing} returns: that one is the site's own refusal.
 */
public sealed interface PostingOutcome {

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

  /**
   * The listing is there: the site gave its id.
   *
   * @param differences where the site shows something else than was ordered; empty if all agrees
   * @param notes what else there is to say of it: what the site says, such as that it is being
   *     reviewed, and which optional fields were left empty
   */
  record Posted(String listingId, String url, List<Difference> differences, List<String> notes)
      implements PostingOutcome {
    public Posted {
      differences = List.copyOf(differences);
      notes = List.copyOf(notes);
    }

    public Posted(String listingId, String url, List<Difference> differences) {
      this(listingId, url, differences, List.of());
    }

    public Posted noting(List<String> more) {
      List<String> all = Stream.concat(notes.stream(), more.stream()).toList();
      return new Posted(listingId, url, differences, all);
    }
  }

  /**
   * The account's owner must log in again or give a code.
   *
   * @param twoFactor the site asks for a second factor: it can be given on the very page, and the
   *     run go on from there
   */
  record NeedsLogin(String reason, boolean twoFactor) implements PostingOutcome {
    public NeedsLogin(String reason) {
      this(reason, false);
    }
  }

  /** The site does not let this account list now; {@code text} is what it says. */
  record Blocked(BlockKind kind, String text) implements PostingOutcome {}

  /**
   * A field does not hold what was entered, also after entering it again. Nothing was published.
   */
  record FieldMismatch(String field, String wanted, String read) implements PostingOutcome {}

  /**
   * A value that the form has no place for, or a required one that is missing. Trying again does
   * not help.
   */
  record FieldUnmappable(String field, String value, String reason) implements PostingOutcome {}

  /**
   * Publish was clicked, and whether the listing exists is not known: look with {@link
   * Marketplace#find}.
   *
   * @param ownerNeeded the site showed a page that only the account's owner gets past: even if
   *     nothing was published, there is to be no other click before they have
   */
  record Unknown(String reason, boolean ownerNeeded) implements PostingOutcome {
    public Unknown(String reason) {
      this(reason, false);
    }
  }

  /** Something went wrong before the click: the whole may be tried again. */
  record Retryable(String reason) implements PostingOutcome {}

  /** Why an account may not list. */
  enum BlockKind {
    CHECKPOINT,
    CAPTCHA,
    SUSPENDED,
    TEMPORARY,
    LIMIT,
    NO_ACCESS,
    /** The site says that this listing breaks its rules. */
    REFUSED
  }

  /** The browser died or no longer answers; the site has nothing to do with it. */
  record BrowserLost(String reason) implements PostingOutcome {}
}
