package com.lotview.posting.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.posting.dispatch.ListingSurvey;
import com.lotview.posting.dispatch.ListingSurvey.State;
import com.lotview.posting.posting.lifecycle.PostingStatus;
import com.lotview.posting.posting.model.ListingSight;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LookFindingsTest {
  private static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");
  private static final long PRICE = 2_450_050;

  @Test
  void whatIsSeenAsItWasKnown_isNoFinding() {
    assertThat(LookFindings.of(posted(null), seen(State.LIVE, 2_450_000L), NOON)).isEmpty();
    assertThat(LookFindings.of(posted(null), seen(State.LIVE, null), NOON)).isEmpty();
    assertThat(LookFindings.of(posted(null), seen(State.UNREADABLE, null), NOON)).isEmpty();
  }

  @Test
  void aPriceOfAnother_isToldOnceAndWhenItIsBack() {
    ListingSurvey.Seen changed = seen(State.LIVE, 2_390_000L);
    assertThat(LookFindings.of(posted(null), changed, NOON)).containsExactly(Finding.PRICE_CHANGED);
    ListingSight known = ListingSight.of(changed, null, PRICE, NOON);
    assertThat(LookFindings.of(posted(known), changed, NOON)).isEmpty();
    assertThat(LookFindings.of(posted(known), seen(State.LIVE, null), NOON)).isEmpty();
    assertThat(LookFindings.of(posted(known), seen(State.LIVE, 2_300_000L), NOON))
        .containsExactly(Finding.PRICE_CHANGED);
    assertThat(LookFindings.of(posted(known), seen(State.LIVE, 2_450_000L), NOON))
        .containsExactly(Finding.PRICE_AS_ORDERED);
  }

  @Test
  void ourOwnPriceChange_isNoFinding() {
    ListingSight before = ListingSight.of(seen(State.LIVE, 2_600_000L), null, 2_600_000L, NOON);
    assertThat(LookFindings.of(posted(before), seen(State.LIVE, 2_450_000L), NOON)).isEmpty();
  }

  @Test
  void aListingIsRemoved_ifTwoLooksApartMissIt() {
    ListingSurvey.Seen absent = seen(State.ABSENT, null);
    assertThat(LookFindings.of(posted(null), absent, NOON)).containsExactly(Finding.MISSING);
    ListingSight missed = ListingSight.of(absent, null, PRICE, NOON);
    assertThat(LookFindings.of(posted(missed), absent, NOON.plusSeconds(60))).isEmpty();
    Instant later = NOON.plus(LookFindings.APART);
    assertThat(LookFindings.of(posted(missed), absent, later)).containsExactly(Finding.REMOVED);
    assertThat(LookFindings.of(posted(missed), seen(State.LIVE, PRICE), later)).isEmpty();
    // It was seen in between, so the absence starts again.
    ListingSight seen = ListingSight.of(seen(State.LIVE, PRICE), missed, PRICE, NOON);
    assertThat(LookFindings.of(posted(seen), absent, later)).containsExactly(Finding.MISSING);
  }

  @Test
  void whatTheSiteOnlyAnswered_appearsOrIsForAPersonAfterADay() {
    LookFindings.Known publishing =
        new LookFindings.Known(PostingStatus.PUBLISHING, NOON, PRICE, null);
    Instant dayLater = NOON.plus(Duration.ofDays(1));
    assertThat(LookFindings.of(publishing, seen(State.IN_REVIEW, PRICE), NOON))
        .containsExactly(Finding.APPEARED, Finding.IN_REVIEW);
    for (State unseen : new State[] {State.ABSENT, State.UNREADABLE}) {
      assertThat(LookFindings.of(publishing, seen(unseen, null), dayLater.minusSeconds(1)))
          .isEmpty();
      assertThat(LookFindings.of(publishing, seen(unseen, null), dayLater))
          .containsExactly(Finding.NEVER_APPEARED);
    }
  }

  @Test
  void aReviewAndARenewal_areToldOnce() {
    ListingSurvey.Seen reviewed = seen(State.IN_REVIEW, PRICE);
    ListingSight known = ListingSight.of(reviewed, null, PRICE, NOON);
    assertThat(LookFindings.of(posted(known), reviewed, NOON)).isEmpty();
    assertThat(LookFindings.of(posted(known), seen(State.LIVE, PRICE), NOON))
        .containsExactly(Finding.REVIEW_PASSED);
    ListingSurvey.Seen old =
        new ListingSurvey.Seen(new UUID(0, 1), "7", State.LIVE, PRICE, "Renew?", 3, true);
    assertThat(LookFindings.of(posted(null), old, NOON)).containsExactly(Finding.RENEWABLE);
    ListingSight offered = ListingSight.of(old, null, PRICE, NOON);
    assertThat(LookFindings.of(posted(offered), old, NOON)).isEmpty();
  }

  private static LookFindings.Known posted(@Nullable ListingSight before) {
    return new LookFindings.Known(PostingStatus.POSTED, NOON, PRICE, before);
  }

  private static ListingSurvey.Seen seen(State state, @Nullable Long cents) {
    return new ListingSurvey.Seen(new UUID(0, 1), "7", state, cents, null, null, null);
  }
}
