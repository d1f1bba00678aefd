package com.lotview.listing.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.lotview.listing.text.builtin.BuiltInWriter;
import com.lotview.listing.text.check.ListingChecks;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The built-in writer on real inventory, with all its oddities; skipped if the files are not
 * available.
 */
@Tag("slow")
class RealFeedsTest {
  private final ListingChecks checks = new ListingChecks();
  private final BuiltInWriter writer = new BuiltInWriter(checks);

  @Test
  void everyRealVehicleGetsATextThatPasses(TestReporter reporter) throws IOException {
    Path feeds = FeedFolder.find();
    assumeTrue(feeds != null, "shared feed files are not here");
    List<ListingBrief> briefs = new ArrayList<>();
    for (String file :
        List.of(
            "marketplace-listings-us.csv",
            "dms-stock-gmc-us.csv",
            "dms-stock-chevrolet-us.csv",
            "aggregator-multi-dealer-us.csv")) {
      FeedFolder.csv(feeds.resolve(file)).forEach(row -> add(briefs, row));
    }
    JsonNode site =
        new JsonMapper().readTree(Files.readString(feeds.resolve("dealer-site-us.json")));
    site.path("vehicles").forEach(node -> add(briefs, FeedFolder.row(node)));

    int full = 0;
    for (ListingBrief brief : briefs) {
      ListingText text = writer.write(brief);
      assertThat(checks.problems(text, brief)).as("%s", brief).isEmpty();
      boolean plain = text.description().split("\n\n").length < 3;
      boolean rich = brief.vehicle().engine() != null && brief.vehicle().mileage() != null;
      assertThat(plain && rich).as("%s -> %s", brief, text).isFalse();
      full += plain ? 0 : 1;
    }
    reporter.publishEntry("vehicles", String.valueOf(briefs.size()));
    reporter.publishEntry("full texts", String.valueOf(full));
    assertThat(briefs).hasSizeGreaterThan(500);
  }

  private static void add(List<ListingBrief> briefs, Map<String, String> row) {
    String year = FeedFolder.first(row, "year");
    String make = FeedFolder.first(row, "make");
    String model = FeedFolder.first(row, "model");
    if (year == null || make == null || model == null || !year.matches("\\d{4}")) {
      return;
    }
    String seller = FeedFolder.first(row, "sellername");
    String features = FeedFolder.first(row, "features");
    VehicleFacts vehicle =
        new VehicleFacts(
            UUID.nameUUIDFromBytes(row.toString().getBytes(StandardCharsets.UTF_8)),
            "S",
            null,
            Integer.parseInt(year),
            make,
            model,
            FeedFolder.first(row, "trim"),
            number(FeedFolder.first(row, "mileage")),
            FeedFolder.first(row, "exteriorcolor"),
            FeedFolder.first(row, "interiorcolor"),
            FeedFolder.first(row, "bodystyle", "body"),
            FeedFolder.first(row, "drivetrain"),
            FeedFolder.first(row, "transmission"),
            FeedFolder.first(row, "engine"),
            FeedFolder.first(row, "fueltype"),
            condition(FeedFolder.first(row, "usednew", "condition")),
            null,
            null,
            cents(FeedFolder.first(row, "price", "msrp")),
            features == null ? List.of() : List.of(features.split("[,;|]")),
            features,
            null);
    briefs.add(
        new ListingBrief(
            vehicle,
            new DealershipFacts(seller == null ? "Smith Auto" : seller, "Denver", "CO", null),
            980,
            Tone.PROFESSIONAL,
            null));
  }

  private static @Nullable Integer number(@Nullable String text) {
    String digits = text == null ? "" : text.replaceAll("[^0-9]", "");
    return digits.isEmpty() ? null : Integer.valueOf(digits);
  }

  private static @Nullable Long cents(@Nullable String text) {
    String digits = text == null ? "" : text.replaceAll("[^0-9.]", "");
    return digits.isEmpty() ? null : Math.round(Double.parseDouble(digits) * 100);
  }

  private static String condition(@Nullable String text) {
    String lower = text == null ? "" : text.toLowerCase(Locale.ROOT);
    return lower.contains("certified") ? "CPO" : lower.startsWith("new") ? "NEW" : "USED";
  }
}
