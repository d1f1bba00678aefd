package com.lotview.worker.marketplace;

import static com.lotview.worker.marketplace.PagesOfOurOwn.page;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * "Absent" lets a second listing be made: lists in which the one that is there is easily missed.
 */
class OwnListingsIT {

  private static final String ITEM =
      """
      <div role=main><div aria-label="Marketplace Listing Viewer"><h1>%s</h1><span>%s</span>
      <p>One owner. Ref %s</p></div></div>
      """;

  @TempDir static Path folder;
  @AutoClose private static PagesOfOurOwn site;

  @BeforeAll
  static void start() throws Exception {
    site = PagesOfOurOwn.open(folder);
  }

  private static Search search(String habits) {
    String list = MakeNames.lines("/selling/list.html").replace("HABITS", habits);
    String item = ITEM.formatted("2019 Chevrolet Silverado 1500", "$18,990", Orders.MARKER);
    site.only("/marketplace/you/selling", list).show("/marketplace/item/11/", page("en", item));
    Page page = site.browserPage();
    return new OwnListings(page).byMarker(Orders.MARKER, "2019 Chevrolet Silverado 1500", 18_990);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "draft", "cut", "cut draft", "virtual search"})
  void theListingIsFound(String habits) {
    assertThat(search(habits))
        .isInstanceOfSatisfying(
            Search.Found.class, found -> assertThat(found.listingId()).isEqualTo("11"));
  }

  @Test
  void ofAListThatDoesNotShowAllItHasNothingIsSaid() {
    assertThat(search("virtual")).isInstanceOf(Search.Unreadable.class);
  }
}
