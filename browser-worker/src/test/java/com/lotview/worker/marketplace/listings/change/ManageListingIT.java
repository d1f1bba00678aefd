package com.lotview.worker.marketplace.listings.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.lotview.sandbox.ledger.Change;
import com.lotview.sandbox.ledger.Click;
import com.lotview.sandbox.ledger.Listing;
import com.lotview.worker.marketplace.Car;
import com.lotview.worker.marketplace.listings.Presence;
import com.lotview.worker.marketplace.listings.Search;
import com.lotview.worker.marketplace.listings.change.RemoveRequest.How;
import com.lotview.worker.marketplace.page.ClickGuard;
import com.lotview.worker.marketplace.page.PostingOutcome.BlockKind;
import com.lotview.worker.marketplace.page.PostingOutcome.Blocked;
import com.lotview.worker.marketplace.page.StoppedException;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Changes of a listing after it was posted; the stand-in site's ledger is the judge. */
@Tag("browser")
class ManageListingIT extends ListingChanges {

  @Tag("long")
  @ParameterizedTest
  @CsvSource({
    "dialog, Delete Listing, nextDone, I'd rather not say",
    "menu, Delete listing, none, I'd rather not answer",
    "both, Delete listing, next, I'd rather not answer",
  })
  void aListingIsDeletedWhereverTheSiteOffersIt(
      String way, String title, String survey, String answer) throws Exception {
    account.face("delete.way", way);
    account.face("delete.title", title);
    account.face("delete.survey", survey);
    account.face("survey.decline", answer);
    Car car = car("Civic EX", "LV-AAAAA");
    Car other = car("Accord", "LV-BBBBB");

    RemoveResult removal = marketplace.remove(car.removal(How.DELETE), this::permit);

    assertThat(removal).isInstanceOf(RemoveResult.Gone.class);
    assertThat(stored(car)).isEmpty();
    assertThat(stored(other)).isPresent();
    assertThat(clicks()).containsExactly(Click.Kind.DELETE);
    assertThat(marketplace.presence(car.id(), car.title())).isEqualTo(new Presence.Gone());
    assertThat(marketplace.presence(other.id(), other.title()))
        .isEqualTo(new Presence.Live(18_900));
  }

  @ParameterizedTest
  @ValueSource(strings = {"dialog", "menu"})
  void ofThreeCarsWithOneTitleAndPriceTheRightOneGoes(String way) throws Exception {
    account.face("delete.way", way);
    Car first = car("Civic EX", "LV-AAAAA");
    Car second = car("Civic EX", "LV-BBBBB");
    Car third = car("Civic EX", "LV-CCCCC");

    assertThat(marketplace.remove(second.removal(How.DELETE), this::permit))
        .isInstanceOf(RemoveResult.Gone.class);

    assertThat(site.sandbox().ledger().listings(account.id()))
        .extracting(Listing::id)
        .containsExactly(first.id(), third.id());
  }

  @Test
  void whatIsGoneAlreadyNeedsNoClick() throws Exception {
    Car car = car("Civic EX", "LV-AAAAA");
    car("Civic EX", "LV-BBBBB");
    site.sandbox().ledger().delete(car.id());

    assertThat(marketplace.remove(car.removal(How.DELETE), this::permit))
        .isInstanceOf(RemoveResult.Gone.class);
    assertThat(marketplace.editPrice(car.priced(17_500), this::permit))
        .isEqualTo(new EditPriceResult.Missing());

    assertThat(asked).isZero();
    assertThat(clicks()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "asked"})
  void aListingIsMarkedAsSoldOnce(String question) throws Exception {
    account.face("sold.question", question);
    Car other = car("Civic EX", "LV-AAAAA");
    Car car = car("Civic EX", "LV-BBBBB");

    assertThat(marketplace.remove(car.removal(How.SOLD), this::permit))
        .isInstanceOf(RemoveResult.Gone.class);
    assertThat(stored(car).orElseThrow().sold()).isTrue();
    assertThat(stored(other).orElseThrow().sold()).isFalse();
    assertThat(marketplace.presence(car.id(), car.title())).isEqualTo(new Presence.Sold());

    asked = 0;
    assertThat(marketplace.remove(car.removal(How.SOLD), this::permit))
        .isInstanceOf(RemoveResult.Gone.class);
    assertThat(asked).isZero();
    assertThat(clicks()).containsExactly(Click.Kind.SOLD);
  }

  @Tag("long")
  @Test
  void aDeletionThatIsAnsweredWithAnErrorIsBelievedOnlyByLooking() throws Exception {
    Car car = car("Civic EX", "LV-AAAAA");
    account.fault("delete.acceptThen500");

    assertThat(marketplace.remove(car.removal(How.DELETE), this::permit))
        .isInstanceOf(RemoveResult.Gone.class);
    assertThat(marketplace.presence(car.id(), car.title())).isEqualTo(new Presence.Gone());
  }

  @Test
  void aDeletionThatTheSiteRefusesIsNotReportedAsDone() throws Exception {
    Car car = car("Civic EX", "LV-AAAAA");
    account.fault("delete.fails");

    assertThat(marketplace.remove(car.removal(How.DELETE), this::permit))
        .isInstanceOf(RemoveResult.StillThere.class);
    assertThat(stored(car)).isPresent();
    assertThat(clicks()).hasSize(1);
  }

  @Tag("long")
  @ParameterizedTest
  @EnumSource(How.class)
  void aBlockAsTheAnswerToARemovalIsTheAccounts(How how) throws Exception {
    Car car = car("Civic EX", "LV-AAAAA");
    account.fault("account.blocked", how == How.SOLD ? "sold" : "delete");

    assertBlocked(() -> marketplace.remove(car.removal(how), this::permit));
    assertThat(stored(car)).isPresent();
    assertThat(clicks()).hasSize(1);
  }

  @Test
  void aBlockAsTheAnswerToAnEditIsTheAccounts() throws Exception {
    Car car = car("Civic EX", "LV-AAAAA");
    account.fault("account.blocked", "update");

    assertBlocked(() -> marketplace.editPrice(car.priced(17_500), this::permit));
    assertThat(stored(car).orElseThrow().price()).isEqualTo(18_900);
    assertThat(clicks()).hasSize(1);
  }

  private static void assertBlocked(ThrowingCallable change) {
    assertThatExceptionOfType(StoppedException.class)
        .isThrownBy(change)
        .satisfies(stopped ->
            assertThat(stopped.outcome())
                .isInstanceOfSatisfying(
                    Blocked.class,
                    blocked -> assertThat(blocked.kind()).isEqualTo(BlockKind.TEMPORARY)));
  }

  @Test
  void aPermitThatHasEndedDeletesNothing() throws Exception {
    Car car = car("Civic EX", "LV-AAAAA");

    assertThat(marketplace.remove(car.removal(How.DELETE), () -> Duration.ofNanos(1)))
        .isInstanceOf(RemoveResult.Unclear.class);

    assertThat(stored(car)).isPresent();
    assertThat(clicks()).isEmpty();
  }

  @Test
  void aRefusedPermitIsLetThroughAndNothingIsClicked() throws Exception {
    Car car = car("Civic EX", "LV-AAAAA");
    ClickGuard never =
        () -> {
          throw new IllegalStateException("lost");
        };

    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> marketplace.remove(car.removal(How.DELETE), never));
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> marketplace.editPrice(car.priced(17_500), never));

    assertThat(stored(car).orElseThrow().price()).isEqualTo(18_900);
    assertThat(clicks()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Update", "Save", "Next"})
  void aPriceIsChangedAndNothingElse(String button) throws Exception {
    account.face("edit.button", button);
    Car car = car("Civic EX", "LV-AAAAA");
    Listing before = stored(car).orElseThrow();

    assertThat(marketplace.editPrice(car.priced(17_500), this::permit))
        .isEqualTo(new EditPriceResult.Shown(17_500));

    Listing after = stored(car).orElseThrow();
    assertThat(after.price()).isEqualTo(17_500);
    assertThat(after.description()).isEqualTo(before.description());
    assertThat(after.mileage()).isEqualTo(before.mileage());
    assertThat(after.photos()).isEqualTo(before.photos());
    assertThat(after.history()).extracting(Change::field).containsExactly("price");
    assertThat(asked).isEqualTo(1);
    assertThat(marketplace.editPrice(car.priced(17_500), this::permit))
        .isEqualTo(new EditPriceResult.Shown(17_500));
    assertThat(clicks()).hasSize(1);
  }

  @Test
  void anEditThatTheSiteIgnoresIsNotReportedAsDone() throws Exception {
    Car car = car("Civic EX", "LV-AAAAA");
    account.fault("edit.ignored");

    assertThat(marketplace.editPrice(car.priced(17_500), this::permit))
        .isInstanceOf(EditPriceResult.NotChanged.class);
    assertThat(clicks()).hasSize(1);
  }

  @Test
  void anEditThatIsAnsweredWithAnErrorIsBelievedByItsPage() throws Exception {
    Car car = car("Civic EX", "LV-AAAAA");
    account.fault("edit.acceptThen500");

    assertThat(marketplace.editPrice(car.priced(17_500), this::permit))
        .isEqualTo(new EditPriceResult.Shown(17_500));
  }

  @Test
  void theFormOfAnotherListingIsLeftAlone() throws Exception {
    Car car = car("Civic EX", "LV-AAAAA");
    Car mistaken = new Car(car.id(), "LV-OTHER", car.title(), car.price(), car.url());

    assertThatExceptionOfType(StoppedException.class)
        .isThrownBy(() -> marketplace.editPrice(mistaken.priced(17_500), this::permit));

    assertThat(asked).isZero();
    assertThat(stored(car).orElseThrow().price()).isEqualTo(18_900);
  }

  @Tag("long")
  @Test
  void aListingThatShowsUpLateIsFoundWhenItDoes() throws Exception {
    account.fault("listing.late", 20.0);
    Car car = car("Civic EX", "LV-AAAAA");
    assertThat(marketplace.find(car.order(), 1, null)).isInstanceOf(Search.Absent.class);

    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> marketplace.find(car.order(), 1, null), Search.Found.class::isInstance);
    assertThat(marketplace.presence(car.id(), car.title())).isEqualTo(new Presence.Live(18_900));
  }
}
