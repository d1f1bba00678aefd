package com.lotview.posting.watch;

import com.lotview.posting.dispatch.ListingSurvey;
import com.lotview.posting.posting.lifecycle.PostingStatus;
import com.lotview.posting.posting.model.ListingSight;
import com.lotview.posting.posting.model.PublishingLooks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Decides what is new in a look at one listing. Pure. */
final class LookFindings {
  /** A listing is gone if two looks at least so far apart miss it: a list may be slow. */
  static final Duration APART = Duration.ofMinutes(10);

  private LookFindings() {}

  /**
   * What is known of a listing.
   *
   * @param status PUBLISHING or POSTED
   * @param listedAt when the site answered, or a page first showed it
   * @param priceCents that it is to show
   * @param before how it stood at the last look; null if there was none
   */
  record Known(
      PostingStatus status,
      Instant listedAt,
      @Nullable Long priceCents,
      @Nullable ListingSight before) {

    private boolean was(ListingSurvey.State state) {
      return before != null && before.state() == state;
    }
  }

  /** The findings in the order in which they are reported; empty if nothing is new. */
  static List<Finding> of(Known known, ListingSurvey.Seen seen, Instant now) {
    return switch (seen.state()) {
      case LIVE, IN_REVIEW -> listed(known, seen, now);
      case REJECTED -> List.of(Finding.REJECTED);
      case SOLD -> List.of(Finding.SOLD);
      case ABSENT -> absent(known, now);
      case UNREADABLE -> overdue(known, now) ? List.of(Finding.NEVER_APPEARED) : List.of();
    };
  }

  private static List<Finding> listed(Known known, ListingSurvey.Seen seen, Instant now) {
    List<Finding> found = new ArrayList<>();
    if (known.status() == PostingStatus.PUBLISHING) {
      found.add(Finding.APPEARED);
    }
    boolean reviewed = known.was(ListingSurvey.State.IN_REVIEW);
    if ((seen.state() == ListingSurvey.State.IN_REVIEW) != reviewed) {
      found.add(reviewed ? Finding.REVIEW_PASSED : Finding.IN_REVIEW);
    }
    price(known, seen, now, found);
    if (seen.isRenewable() && (known.before() == null || !known.before().renewable())) {
      found.add(Finding.RENEWABLE);
    }
    return found;
  }

  private static void price(
      Known known, ListingSurvey.Seen seen, Instant now, List<Finding> found) {
    ListingSight before = known.before();
    ListingSight sight = ListingSight.of(seen, before, known.priceCents(), now);
    boolean told = before != null && before.otherPrice();
    boolean same = before != null && Objects.equals(before.priceCents(), sight.priceCents());
    if (sight.otherPrice() && !(told && same)) {
      found.add(Finding.PRICE_CHANGED);
    } else if (told && !sight.otherPrice()) {
      found.add(Finding.PRICE_AS_ORDERED);
    }
  }

  private static List<Finding> absent(Known known, Instant now) {
    if (known.status() == PostingStatus.PUBLISHING) {
      return overdue(known, now) ? List.of(Finding.NEVER_APPEARED) : List.of();
    }
    ListingSight before = known.before();
    if (before == null || before.state() != ListingSurvey.State.ABSENT) {
      return List.of(Finding.MISSING);
    }
    return before.at().plus(APART).isAfter(now) ? List.of() : List.of(Finding.REMOVED);
  }

  private static boolean overdue(Known known, Instant now) {
    return known.status() == PostingStatus.PUBLISHING
        && PublishingLooks.next(known.listedAt(), now).isEmpty();
  }
}
