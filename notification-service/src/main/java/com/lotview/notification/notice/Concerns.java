package com.lotview.notification.notice;

import com.lotview.notification.event.AccountSessionChanged;
import com.lotview.notification.event.FleetStateChanged;
import com.lotview.notification.event.ListingChangeReached;
import com.lotview.notification.event.ListingFound;
import com.lotview.notification.event.PostingStateChanged;
import com.lotview.notification.event.RemovalsHeld;
import com.lotview.notification.event.StockFeedChanged;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which events need a person, and the texts for that person. */
public final class Concerns {
  private static final String POSTINGS = "/app/postings/";
  private static final String ACCOUNTS = "/app/accounts";
  private static final String IMPORT = "/app/import";
  private static final String FEEDS = "/app/import/feeds/";
  private static final String TODAY = "/app/";

  private Concerns() {}

  /** A posting that failed for good, or waits for a person. */
  public static Optional<Concern> of(PostingStateChanged posting) {
    if (Boolean.TRUE.equals(posting.willRetry())) {
      return Optional.empty();
    }
    return switch (posting.status()) {
      case "FAILED" -> of(posting, NoticeKind.POSTING_FAILED, "Posting failed");
      case "NEEDS_REVIEW" -> of(posting, NoticeKind.REVIEW_NEEDED, "Posting needs a review");
      default -> Optional.empty();
    };
  }

  private static Optional<Concern> of(PostingStateChanged posting, NoticeKind kind, String what) {
    return Optional.of(
        new Concern(
            kind,
            posting.userId(),
            titled(what, posting.title()),
            said(posting.error(), "Open the posting to see what happened."),
            POSTINGS + posting.postingId()));
  }

  /** A change of a live listing that failed for good, or needs a review. */
  public static Optional<Concern> of(ListingChangeReached change) {
    if (change.willRetry()) {
      return Optional.empty();
    }
    String what = change.kind().equals("REMOVE") ? "Removal" : "Price change";
    return switch (change.state()) {
      case "FAILED" -> of(change, NoticeKind.CHANGE_FAILED, what + " of a listing failed");
      case "NEEDS_REVIEW" ->
          of(change, NoticeKind.REVIEW_NEEDED, what + " of a listing needs a review");
      default -> Optional.empty();
    };
  }

  private static Optional<Concern> of(ListingChangeReached change, NoticeKind kind, String title) {
    return Optional.of(
        new Concern(
            kind,
            null,
            title,
            said(change.error(), "The listing may still be as it was before."),
            POSTINGS + change.postingId()));
  }

  /** An account that needs its owner. */
  public static Optional<Concern> of(AccountSessionChanged account) {
    return switch (account.state()) {
      case "NEEDS_LOGIN" ->
          of(
              account,
              NoticeKind.LOGIN_NEEDED,
              "must sign in again",
              "Its postings wait until its owner has signed in.");
      case "BLOCKED" ->
          of(
              account,
              NoticeKind.LOGIN_NEEDED,
              "is blocked",
              "Its postings wait until its owner has settled it with Facebook.");
      case "OWNER_WANTED" ->
          of(
              account,
              NoticeKind.OWNER_WANTED,
              "needs its owner now",
              "A job waits for some minutes for its owner in the live view.");
      default -> Optional.empty();
    };
  }

  private static Optional<Concern> of(
      AccountSessionChanged account, NoticeKind kind, String what, String otherwise) {
    return Optional.of(
        new Concern(
            kind,
            null,
            "Account " + account.label() + " " + what,
            said(account.reason(), otherwise),
            ACCOUNTS));
  }

  /** A listing that is gone but was not removed by LotView. */
  public static Optional<Concern> of(ListingFound found) {
    return switch (found.finding()) {
      case "REJECTED" -> of(found, NoticeKind.LISTING_REJECTED, "Facebook took a listing down");
      case "REMOVED" -> of(found, NoticeKind.LISTING_REMOVED, "A listing is gone");
      default -> Optional.empty();
    };
  }

  private static Optional<Concern> of(ListingFound found, NoticeKind kind, String title) {
    UUID ordered = found.userId();
    return Optional.of(
        new Concern(kind, ordered, title, found.message(), POSTINGS + found.postingId()));
  }

  /** Removals that wait for a decision. */
  public static Concern of(RemovalsHeld removals) {
    return new Concern(
        NoticeKind.REMOVALS_HELD,
        null,
        "Removals wait for your decision",
        "An import lacks %d of %d live vehicles. Their listings stay until somebody decides."
            .formatted(removals.held(), removals.live()),
        IMPORT);
  }

  /** A fleet that went away while work waits. */
  public static Optional<Concern> of(FleetStateChanged fleet) {
    return fleet.away()
        ? Optional.of(
            new Concern(
                NoticeKind.FLEET_AWAY,
                null,
                "Posting is paused",
                "No worker is running. Waiting jobs: " + fleet.waitingJobs() + ".",
                TODAY))
        : Optional.empty();
  }

  /** A stock feed that has a problem, or has recovered. */
  public static Optional<Concern> of(StockFeedChanged feed) {
    return switch (feed.state()) {
      case "LATE" -> of(feed, NoticeKind.STOCK_FEED_TROUBLE, "is late");
      case "FAILING" -> of(feed, NoticeKind.STOCK_FEED_TROUBLE, "cannot be fetched");
      case "HALVED" -> of(feed, NoticeKind.STOCK_FEED_TROUBLE, "has halved: accept it or wait");
      case "WELL" -> of(feed, NoticeKind.STOCK_FEED_WELL, "is well again");
      default -> Optional.empty();
    };
  }

  private static Optional<Concern> of(StockFeedChanged feed, NoticeKind kind, String what) {
    return Optional.of(
        new Concern(
            kind,
            null,
            "Stock feed \"" + feed.name() + "\" " + what,
            said(feed.reason(), "It comes as it should."),
            FEEDS + feed.feedId()));
  }

  private static String titled(String what, @Nullable String title) {
    return title == null || title.isBlank() ? what : what + ": " + title;
  }

  private static String said(@Nullable String text, String otherwise) {
    return text == null || text.isBlank() ? otherwise : text;
  }
}
