package com.lotview.worker.marketplace.listings;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.sandbox.ledger.Ledger;
import com.lotview.worker.marketplace.Marketplace;
import com.lotview.worker.marketplace.SandboxAccount;
import com.lotview.worker.marketplace.TestSite;
import com.lotview.worker.marketplace.listings.Survey.State;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each way in which a listing can stand, on "Your listings" of the stand-in site. */
@Tag("browser")
class SurveyListingsIT {

  @TempDir static Path folder;
  @AutoClose private static TestSite site;

  @BeforeAll
  static void start() {
    site = TestSite.open(folder);
  }

  private static AskedListing asked(String id, int year, String model, long price) {
    return new AskedListing(id, year + " Ford " + model, price, LocalDate.now());
  }

  private static Survey survey(SandboxAccount account, List<AskedListing> asked) {
    try (Marketplace marketplace = site.as(account)) {
      return marketplace.survey(asked);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"us", "uk", "es", "fr", "id"})
  void eachListing_isSeenAsItStands(String variant) throws Exception {
    SandboxAccount account = site.account(variant);
    Ledger ledger = site.sandbox().ledger();
    List<AskedListing> asked = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      String id = account.listings(2010 + i, "Ford", "Focus", 10_100 + i, 1).getFirst();
      asked.add(asked(id, 2010 + i, "Focus", 10_100 + i));
    }
    account.listings(1999, "Honda", "Civic", 3_000, 2);
    account.notice(asked.get(1).id(), "reviewed");
    account.notice(asked.get(2).id(), "rejected");
    account.notice(asked.get(3).id(), "renew");
    ledger.mark(asked.get(4).id(), true);
    ledger.delete(asked.get(5).id());
    ledger.price(asked.get(6).id(), 9_999);

    Survey survey = survey(account, asked);

    assertThat(survey.seen())
        .extracting(Survey.Seen::state)
        .containsExactly(
            State.LIVE,
            State.IN_REVIEW,
            State.REJECTED,
            State.LIVE,
            State.SOLD,
            State.ABSENT,
            State.LIVE,
            State.LIVE);
    assertThat(survey.seen())
        .extracting(Survey.Seen::price)
        .containsExactly(10_100L, 10_101L, null, 10_103L, null, null, 9_999L, 10_107L);
    assertThat(survey.seen().get(2).says()).isNotBlank();
    assertThat(survey.seen()).extracting(Survey.Seen::renewable).containsOnlyOnce(true);
    assertThat(survey.seen().getFirst().clicks()).isZero();
    assertThat(survey.readToEnd()).isTrue();
    assertThat(survey.others()).isEqualTo(2);
  }

  @Test
  void ofTwins_theOneThatIsGoneIsToldById() throws Exception {
    SandboxAccount account = site.account();
    List<String> twins = account.listings(2015, "Ford", "Escape", 12_000, 3);
    site.sandbox().ledger().delete(twins.get(1));

    Survey survey =
        survey(account, twins.stream().map(id -> asked(id, 2015, "Escape", 12_000)).toList());

    assertThat(survey.seen())
        .extracting(Survey.Seen::state)
        .containsExactly(State.LIVE, State.ABSENT, State.LIVE);
    assertThat(survey.others()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"selling.foot=stuck", "selling.end=unknownMore", "selling.cards=strange"})
  void ofAListThatIsNotReadToItsEnd_nothingIsAbsent(String face) throws Exception {
    SandboxAccount account = site.account();
    String gone = account.listings(2015, "Ford", "Escape", 12_000, 1).getFirst();
    account.listings(2011, "Honda", "Accord", 5_000, 30);
    site.sandbox().ledger().delete(gone);
    account.face(face.split("=", -1)[0], face.split("=", -1)[1]);

    Survey survey = survey(account, List.of(asked(gone, 2015, "Escape", 12_000)));

    assertThat(survey.readToEnd()).isFalse();
    assertThat(survey.seen().getFirst().state()).isEqualTo(State.UNREADABLE);
    assertThat(survey.seen().getFirst().says()).isNotBlank();
  }
}
