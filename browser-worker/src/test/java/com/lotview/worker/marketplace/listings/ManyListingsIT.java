package com.lotview.worker.marketplace.listings;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.sandbox.ledger.Ledger;
import com.lotview.worker.marketplace.Marketplace;
import com.lotview.worker.marketplace.SandboxAccount;
import com.lotview.worker.marketplace.TestSite;
import com.lotview.worker.marketplace.listings.Survey.State;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One day of the watch: fifty accounts with forty listings each, including twins and listings that
 * the owners made, and thirty unreported changes. Prints the browser's time.
 */
@Tag("browser")
@Tag("proof")
class ManyListingsIT {
  private static final int ACCOUNTS = 50;
  private static final int LISTINGS = 40;
  private static final int CHANGES = 30;
  private static final List<String> MODELS = List.of("Focus", "Escape", "Edge", "Fusion", "Fiesta");

  @TempDir static Path folder;
  @AutoClose private static TestSite site;
  private final Random chance = new Random(41);

  @BeforeAll
  static void start() {
    site = TestSite.open(folder);
  }

  /** A change of a listing at the site, and the survey's expected result. */
  private enum Change {
    REJECTED(State.REJECTED),
    SOLD(State.SOLD),
    REMOVED(State.ABSENT),
    REPRICED(State.LIVE),
    REVIEWED(State.IN_REVIEW),
    RENEWABLE(State.LIVE);

    private final State state;

    Change(State state) {
      this.state = state;
    }

    void make(SandboxAccount account, String id, long price) throws Exception {
      Ledger ledger = site.sandbox().ledger();
      switch (this) {
        case REJECTED -> account.notice(id, "rejected");
        case SOLD -> ledger.mark(id, true);
        case REMOVED -> ledger.delete(id);
        case REPRICED -> ledger.price(id, price - 500);
        case REVIEWED -> account.notice(id, "reviewed");
        case RENEWABLE -> account.notice(id, "renew");
      }
    }

    boolean isSeen(Survey.Seen seen, long price) {
      return seen.state() == state
          && switch (this) {
            case REPRICED -> Long.valueOf(price - 500).equals(seen.price());
            case RENEWABLE -> seen.renewable();
            case REJECTED, SOLD, REMOVED, REVIEWED -> true;
          };
    }
  }

  private record Watched(SandboxAccount account, List<AskedListing> asked, int others) {}

  @Test
  void thirtyChangesAmongTwoThousandListings_areFoundAndNoOther() throws Exception {
    List<Watched> all = new ArrayList<>();
    for (int i = 0; i < ACCOUNTS; i++) {
      all.add(filled(i));
    }
    Map<String, Change> planted = plant(all);
    int found = 0;
    List<String> wrong = new ArrayList<>();
    long browserNanos = 0;
    for (Watched one : all) {
      long began = System.nanoTime();
      Survey survey = survey(one);
      browserNanos += System.nanoTime() - began;
      assertThat(survey.readToEnd()).isTrue();
      assertThat(survey.others()).isEqualTo(one.others());
      for (int i = 0; i < LISTINGS; i++) {
        AskedListing asked = one.asked().get(i);
        Survey.Seen seen = survey.seen().get(i);
        Change change = planted.get(asked.id());
        if (change == null && !isAsAsked(asked, seen)) {
          wrong.add(asked + " is said to be " + seen);
        } else if (change != null && change.isSeen(seen, asked.price())) {
          found++;
        } else if (change != null) {
          wrong.add(asked + " is " + change + ", and said to be " + seen);
        }
      }
    }
    double seconds = Duration.ofNanos(browserNanos).toMillis() / 1000.0;
    System.out.printf(
        "The watch: %d accounts, %d listings, %d of %d changes found, %d false, %.0f browser"
            + " seconds (%.1f an account)%n",
        ACCOUNTS, ACCOUNTS * LISTINGS, found, CHANGES, wrong.size(), seconds, seconds / ACCOUNTS);
    assertThat(wrong).isEmpty();
    assertThat(found).isEqualTo(CHANGES);
  }

  private static boolean isAsAsked(AskedListing asked, Survey.Seen seen) {
    return seen.state() == State.LIVE && !seen.renewable() && asked.price().equals(seen.price());
  }

  private Watched filled(int number) throws Exception {
    SandboxAccount account = site.account();
    List<AskedListing> asked = new ArrayList<>();
    while (asked.size() < LISTINGS) {
      // Sometimes two or three with the same title and price.
      int twins =
          Math.min(chance.nextInt(10) == 0 ? 2 + chance.nextInt(2) : 1, LISTINGS - asked.size());
      int year = 2008 + chance.nextInt(15);
      String model = MODELS.get(chance.nextInt(MODELS.size()));
      long price = 5_000 + chance.nextInt(200) * 100L;
      for (String id : account.listings(year, "Ford", model, price, twins)) {
        asked.add(new AskedListing(id, year + " Ford " + model, price, LocalDate.now()));
      }
    }
    int others = number % 3;
    if (others > 0) {
      account.listings(1998, "Honda", "Civic", 2_000, others);
    }
    return new Watched(account, asked, others);
  }

  private Map<String, Change> plant(List<Watched> all) throws Exception {
    Map<String, Change> planted = new LinkedHashMap<>();
    while (planted.size() < CHANGES) {
      Watched one = all.get(chance.nextInt(all.size()));
      AskedListing listing = one.asked().get(chance.nextInt(LISTINGS));
      Change change = Change.values()[planted.size() % Change.values().length];
      if (planted.putIfAbsent(listing.id(), change) == null) {
        change.make(one.account(), listing.id(), listing.price());
      }
    }
    return planted;
  }

  private Survey survey(Watched one) {
    try (Marketplace marketplace = site.as(one.account())) {
      return marketplace.survey(one.asked());
    }
  }
}
