package com.lotview.listing.text.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.listing.text.Language;
import com.lotview.listing.text.ListingBrief;
import com.lotview.listing.text.ListingText;
import com.lotview.listing.text.Tone;
import com.lotview.listing.text.VehicleFacts;
import com.lotview.listing.text.Vehicles;
import com.lotview.listing.text.check.ListingChecks;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts for an account that counts kilometres. */
class KilometresTest {
  private final ListingChecks checks =
      new ListingChecks(Clock.fixed(Instant.parse("2026-11-01T00:00:00Z"), ZoneOffset.UTC));
  private final BuiltInWriter writer = new BuiltInWriter(checks);

  private static VehicleFacts driven(int miles, int kilometres, int seed) {
    VehicleFacts v = Vehicles.camry();
    return new VehicleFacts(
        new UUID(seed, seed),
        v.stockNumber(),
        v.vin(),
        v.year(),
        v.make(),
        v.model(),
        v.trim(),
        miles,
        v.exteriorColor(),
        v.interiorColor(),
        v.bodyStyle(),
        v.drivetrain(),
        v.transmission(),
        v.engine(),
        v.fuelType(),
        v.condition(),
        v.conditionGrade(),
        v.cleanTitle(),
        v.priceCents(),
        v.features(),
        v.notes(),
        // Without a history, the text begins with the mileage.
        null,
        kilometres,
        "KM");
  }

  @ParameterizedTest
  @CsvSource({
    "EN, 70914, 44064",
    "ES, 70914, 44064",
    "ID, 70914, 44064",
    "EN, 20000, 12427",
    "ES, 20000, 12427",
    "ID, 20000, 12427"
  })
  void everyToneSaysKilometresAndNeverMiles(Language language, int kilometres, int miles) {
    for (Tone tone : Tone.values()) {
      for (int seed = 0; seed < 12; seed++) {
        ListingBrief brief =
            new ListingBrief(
                driven(miles, kilometres, seed), Vehicles.SMITH, 1000, tone, null, language.tag());
        ListingText text = writer.write(brief);
        String all = text.title() + "\n" + text.description();
        assertThat(all)
            .as(tone + " " + seed)
            .containsPattern("(?i)" + "%,d".formatted(kilometres))
            .contains("km")
            .doesNotContain("%,d".formatted(miles))
            .doesNotContainPattern("(?iu)(?<!\\p{L})(?:miles?|millas?|mil)(?!\\p{L})");
      }
    }
  }

  @Test
  void aNumberWithTheOtherUnitIsRefused() {
    ListingBrief brief = Vehicles.brief(driven(44_064, 70_914, 1));
    ListingText text = writer.write(brief);
    assertThat(checks.problems(text, brief)).isEmpty();
    ListingText wrong =
        new ListingText(text.title(), text.description().replace("70,914 km", "70,914 miles"));
    assertThat(checks.problems(wrong, brief)).isNotEmpty();
  }
}
