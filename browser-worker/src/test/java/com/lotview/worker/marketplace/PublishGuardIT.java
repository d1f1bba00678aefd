package com.lotview.worker.marketplace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.lotview.form.mapping.ListingOrder;
import com.lotview.sandbox.ledger.Click;
import com.lotview.sandbox.ledger.Listing;
import com.lotview.worker.marketplace.page.PostingOutcome;
import com.lotview.worker.marketplace.page.PostingOutcome.BlockKind;
import com.lotview.worker.marketplace.page.PostingOutcome.Blocked;
import com.lotview.worker.marketplace.page.PostingOutcome.Posted;
import com.lotview.worker.marketplace.page.PostingOutcome.Retryable;
import com.lotview.worker.marketplace.page.PostingOutcome.Unknown;
import com.lotview.worker.marketplace.page.StoppedException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The one click that publishes: when it is swallowed, and the result when the site stops it. */
@Tag("browser")
class PublishGuardIT {

  @TempDir static Path folder;
  @AutoClose private static TestSite site;
  private static ListingOrder order;

  private SandboxAccount account;
  private Marketplace marketplace;

  @BeforeAll
  static void start() throws Exception {
    order = Orders.truck(TestPhotos.make(folder, 1));
    site = TestSite.open(folder);
  }

  @BeforeEach
  void fill() throws Exception {
    account = site.account();
    marketplace = site.as(account);
    marketplace.checkLogin();
    marketplace.openForm();
    marketplace.fill(order);
    marketplace.uploadPhotos(order);
    marketplace.verify(order);
  }

  private List<Listing> listings() {
    return site.sandbox().ledger().listings(account.id());
  }

  private List<Click> clicks() {
    return site.sandbox().clicks().of(account.id());
  }

  private PostingOutcome publish() {
    return Steps.publish(marketplace, order);
  }

  @Test
  void aClickAfterItsPermitIsSwallowedByThePageAndMayBeGivenAnew() {
    marketplace.next();

    StoppedException stopped =
        catchThrowableOfType(
            StoppedException.class, () -> marketplace.clickPublish(() -> Duration.ofNanos(1)));

    assertThat(stopped.outcome()).isInstanceOf(Retryable.class);
    assertThat(clicks()).isEmpty();
    assertThat(listings()).isEmpty();

    marketplace.clickPublish(() -> Duration.ofSeconds(10));
    assertThat(marketplace.awaitListing(order)).isInstanceOf(Posted.class);
    assertThat(listings()).hasSize(1);
    assertThat(clicks()).hasSize(1);
  }

  @Test
  void theDailyLimitIsToldBeforeTheClick() throws Exception {
    account.fault("publish.limitNotice");

    StoppedException stopped =
        catchThrowableOfType(StoppedException.class, () -> marketplace.next());

    assertThat(stopped.outcome())
        .isInstanceOfSatisfying(
            Blocked.class, blocked -> assertThat(blocked.kind()).isEqualTo(BlockKind.LIMIT));
    assertThat(clicks()).isEmpty();
  }

  @Test
  void theLimitAsAnAnswerToTheClickIsARefusal() throws Exception {
    account.fault("publish.limitReached", "publish");

    assertThat(publish())
        .isInstanceOfSatisfying(
            Blocked.class, blocked -> assertThat(blocked.kind()).isEqualTo(BlockKind.LIMIT));
    assertThat(listings()).isEmpty();
  }

  @Test
  void aBlockAsAnAnswerToTheClickIsARefusal() throws Exception {
    account.fault("account.blocked", "publish");

    assertThat(publish())
        .isInstanceOfSatisfying(
            Blocked.class, blocked -> assertThat(blocked.kind()).isEqualTo(BlockKind.TEMPORARY));
    assertThat(listings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"session.loggedOut", "checkpoint", "captcha"})
  void aStopAtTheClickLeavesOpenWhetherItWasTaken(String stop) throws Exception {
    account.fault(stop, "publish");

    PostingOutcome outcome = publish();

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Unknown.class, unknown -> assertThat(unknown.ownerNeeded()).isTrue());
    assertThat(listings()).isEmpty();
  }
}
