package com.lotview.worker.marketplace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.lotview.form.mapping.ListingOrder;
import com.lotview.sandbox.ledger.Listing;
import com.lotview.worker.marketplace.listings.change.RemoveRequest;
import com.lotview.worker.marketplace.listings.change.RemoveResult;
import com.lotview.worker.marketplace.page.Difference;
import com.lotview.worker.marketplace.page.PostingOutcome;
import com.lotview.worker.marketplace.page.PostingOutcome.BlockKind;
import com.lotview.worker.marketplace.page.PostingOutcome.Blocked;
import com.lotview.worker.marketplace.page.PostingOutcome.NeedsLogin;
import com.lotview.worker.marketplace.page.PostingOutcome.Posted;
import com.lotview.worker.marketplace.page.PostingOutcome.Unknown;
import com.lotview.worker.marketplace.page.StoppedException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The site's own troubles around a posting (marketplace-form.md §20.9), each with the expected
 * result.
 */
@Tag("browser")
class SiteTroublesIT {

  @TempDir static Path folder;
  @AutoClose private static TestSite site;
  private static ListingOrder order;

  private SandboxAccount account;
  private Marketplace marketplace;

  @BeforeAll
  static void start() throws Exception {
    order = Orders.truck(TestPhotos.make(folder, 2));
    site = TestSite.open(folder);
  }

  @BeforeEach
  void signIn() throws Exception {
    account = site.account();
    marketplace = site.as(account);
  }

  private List<Listing> listings() {
    return site.sandbox().ledger().listings(account.id());
  }

  private PostingOutcome post() {
    return post(order);
  }

  private PostingOutcome post(ListingOrder order) {
    return Steps.post(marketplace, order);
  }

  @Test
  void aListingWithoutItsPhotosThatIsReviewedIsPostedAndSaysBoth() throws Exception {
    account.fault("publish.withoutPhotos");
    account.fault("listing.review");
    account.fault("cover.saveLogin", "form");

    assertThat(post())
        .isInstanceOfSatisfying(
            Posted.class,
            posted -> {
              assertThat(posted.differences()).containsExactly(new Difference("photos", "2", "0"));
              assertThat(posted.notes()).anyMatch(note -> note.contains("being reviewed"));
            });
    assertThat(listings()).hasSize(1);
  }

  @Test
  void aDraftThatComesBackAndCoversChangeNothing() throws Exception {
    account.fault("draft.restored");
    account.fault("cover.cookieConsent", "form");
    account.fault("listing.duplicate");

    assertThat(post())
        .isInstanceOfSatisfying(
            Posted.class,
            posted -> {
              assertThat(posted.differences()).isEmpty();
              assertThat(posted.notes()).anyMatch(note -> note.contains("duplicate listing"));
            });
    assertThat(listings())
        .singleElement()
        .satisfies(listing -> {
          assertThat(listing.model()).isEqualTo("Silverado 1500 LT");
          assertThat(listing.description()).isEqualTo(order.description());
          assertThat(listing.photos()).hasSize(2);
        });
  }

  @Test
  void whatTheFormWasNotToldIsSaidAndNoDifference() throws Exception {
    ListingOrder vague = Orders.worded("Used", "Magnetic Metallic", "Black", order.photos());

    assertThat(post(vague))
        .isInstanceOfSatisfying(
            Posted.class,
            posted -> {
              assertThat(posted.differences()).isEmpty();
              assertThat(posted.notes())
                  .anyMatch(note -> note.startsWith("exteriorColor was left empty, 'Magnetic"))
                  .anyMatch(note -> note.startsWith("condition was left empty, 'Used'"));
            });
    assertThat(listings())
        .singleElement()
        .satisfies(listing -> assertThat(listing.interiorColor()).isEqualTo("Black"));
  }

  /** Found, and removed, in the words of another language. */
  @Tag("long")
  @ParameterizedTest
  @ValueSource(strings = {"es", "id"})
  void aListingIsTakenDownInItsAccountsLanguage(String variant) throws Exception {
    Car car =
        Car.list(site.sandbox(), account, "Civic EX", "LV-AAAAA", order.photos().getFirst().file());
    account.speaks(variant);

    assertThat(
            marketplace.remove(car.removal(RemoveRequest.How.DELETE), () -> Duration.ofSeconds(10)))
        .isInstanceOf(RemoveResult.Gone.class);
    assertThat(listings()).isEmpty();
  }

  @Test
  void aLostClickIsLeftToBeSettledByLooking() throws Exception {
    account.fault("publish.lost");

    assertThat(post())
        .isInstanceOfSatisfying(
            Unknown.class, unknown -> assertThat(unknown.ownerNeeded()).isFalse());
    assertThat(listings()).isEmpty();
  }

  /** The page says it half a second after the answer, which names no listing and no error. */
  @Tag("long")
  @Test
  void aRefusalThatTheDialogSaysLateIsTheAnswer() throws Exception {
    account.fault("publish.refusedByDialog", Map.of("text", "Limit reached"));
    assertThat(post())
        .isInstanceOfSatisfying(
            Blocked.class, block -> assertThat(block.kind()).isEqualTo(BlockKind.LIMIT));

    account = site.account();
    marketplace = site.as(account);
    account.fault("publish.refusedByDialog", Map.of("text", "Duplicate listing"));
    assertThat(post())
        .isInstanceOfSatisfying(
            Blocked.class,
            block -> {
              assertThat(block.kind()).isEqualTo(BlockKind.REFUSED);
              assertThat(block.text()).contains("Duplicate listing");
            });

    account = site.account();
    marketplace = site.as(account);
    account.fault("publish.refusedByErrors", Map.of("text", "Duplicate listing"));
    assertThat(post())
        .isInstanceOfSatisfying(
            Blocked.class,
            block -> assertThat(block.text()).contains("You already have a listing"));
    assertThat(listings()).isEmpty();
  }

  /** Its button has the same name as the form's Next; only the owner may press it. */
  @Test
  void aSecurityCheckInsteadOfStepTwoIsNotPassed() throws Exception {
    account.fault("checkpoint", Map.of("at", "next", "stays", true));
    assertThat(stopped(() -> post()))
        .isInstanceOfSatisfying(
            Blocked.class, block -> assertThat(block.kind()).isEqualTo(BlockKind.CHECKPOINT));
    assertThat(stopped(marketplace::openForm)).isInstanceOf(Blocked.class);
  }

  @Test
  void anIdWithoutAListingIsNotSeen() throws Exception {
    account.fault("publish.nothingListed");
    assertThat(post())
        .isInstanceOfSatisfying(
            Posted.class,
            posted -> {
              assertThat(posted.seen()).isFalse();
              assertThat(posted.notes()).isNotEmpty();
            });
    assertThat(listings()).isEmpty();
  }

  @Test
  void whatOnlyTheOwnerCanCureIsToldApart() throws Exception {
    account.fault("twoFactor", "home");
    assertThat(stopped(marketplace::checkLogin))
        .isInstanceOfSatisfying(NeedsLogin.class, login -> assertThat(login.twoFactor()).isTrue());

    account = site.account();
    marketplace = site.as(account);
    account.fault("session.passwordReentry", "form");
    marketplace.checkLogin();
    assertThat(stopped(marketplace::openForm))
        .isInstanceOfSatisfying(NeedsLogin.class, login -> assertThat(login.twoFactor()).isFalse());

    account = site.account();
    marketplace = site.as(account);
    account.fault("account.suspended", "form");
    assertThat(stopped(marketplace::openForm))
        .isInstanceOfSatisfying(
            Blocked.class, block -> assertThat(block.kind()).isEqualTo(BlockKind.SUSPENDED));

    account = site.account();
    marketplace = site.as(account);
    account.fault("marketplace.noAccess", "form");
    assertThat(stopped(marketplace::openForm))
        .isInstanceOfSatisfying(
            Blocked.class, block -> assertThat(block.kind()).isEqualTo(BlockKind.NO_ACCESS));
  }

  private static PostingOutcome stopped(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable step) {
    return catchThrowableOfType(StoppedException.class, step).outcome();
  }
}
