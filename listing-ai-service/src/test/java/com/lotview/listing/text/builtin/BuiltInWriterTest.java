package com.lotview.listing.text.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.listing.text.DealershipFacts;
import com.lotview.listing.text.DealershipTexts;
import com.lotview.listing.text.Language;
import com.lotview.listing.text.ListingBrief;
import com.lotview.listing.text.ListingText;
import com.lotview.listing.text.Saying;
import com.lotview.listing.text.Tone;
import com.lotview.listing.text.VehicleFacts;
import com.lotview.listing.text.Vehicles;
import com.lotview.listing.text.check.ListingChecks;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BuiltInWriterTest {
  private final ListingChecks checks =
      new ListingChecks(Clock.fixed(Instant.parse("2026-11-01T00:00:00Z"), ZoneOffset.UTC));
  private final BuiltInWriter writer = new BuiltInWriter(checks);

  @Test
  void fullFactsGiveAFullText() {
    ListingText text = writer.write(Vehicles.brief(Vehicles.camry()));

    assertThat(text.title()).isEqualTo("2021 Toyota Camry SE - One Owner");
    assertThat(text.description().split("\n\n")).hasSizeBetween(3, 5);
    assertThat(text.description())
        .contains("34,500", "2.5L four-cylinder", "lane departure warning", "clean title", "Denver")
        .endsWith("Call or message us at Smith Auto to schedule a test drive.");
  }

  @Test
  void withoutHistoryTheStrongestFeatureLeads() {
    VehicleFacts vehicle =
        vehicle(Vehicles.ID, List.of("Bluetooth", "Power Moonroof"), null, 134500, Map.of());

    assertThat(writer.write(Vehicles.brief(vehicle)).title())
        .isEqualTo("2021 Toyota Camry SE - Sunroof");
  }

  @Test
  void missingFactsStayUnsaid() {
    ListingText text = writer.write(Vehicles.brief(Vehicles.bare(2019, "Ford", "F-150")));

    assertThat(text.title()).isEqualTo("2019 Ford F-150");
    assertThat(text.description())
        .contains("2019 F-150")
        .doesNotContain("miles", "engine", "owner", "title")
        .endsWith("Call or message us at Smith Auto to schedule a test drive.");
  }

  @Test
  void aFactThatBreaksARuleIsLeftOut() {
    VehicleFacts vehicle =
        Vehicles.camry(
            List.of("Priced to sell $19,999", "Synergy Green decals", "Bluetooth", "See www.x.com"),
            "");

    assertThat(writer.write(Vehicles.brief(vehicle)).description())
        .contains("Bluetooth")
        .doesNotContain("Priced", "Synergy", "www");
  }

  @Test
  void manyFeaturesAreCutToTheRoom() {
    List<String> features =
        IntStream.range(0, 80).mapToObj(i -> "Option pack " + (char) ('A' + i % 26) + i).toList();
    ListingBrief brief =
        new ListingBrief(
            Vehicles.camry(features, ""), Vehicles.SMITH, 600, Tone.PROFESSIONAL, null);

    String description = writer.write(brief).description();
    assertThat(description.length()).isBetween(350, 600);
    assertThat(description).contains("80 features");
  }

  @Test
  void shoutedAndSmallFactsAreCalmed() {
    assertThat(title(Vehicles.bare(2025, "CHEVROLET", "SILVERADO 1500 LTZ")))
        .isEqualTo("2025 Chevrolet Silverado 1500 LTZ");
    assertThat(title(Vehicles.bare(2019, "audi", "q5 s-line phev awd")))
        .isEqualTo("2019 Audi Q5 S-Line PHEV AWD");
    VehicleFacts phev =
        new VehicleFacts(
            Vehicles.ID,
            "S",
            null,
            2019,
            "AUDI",
            "Q5",
            "s-line phev awd",
            null,
            "BRILLIANT BLACK",
            null,
            "SUV",
            "AWD",
            null,
            "2.0T I4",
            null,
            "USED",
            null,
            null,
            null,
            List.of("LED LIGHTS"),
            null,
            null);
    assertThat(title(phev)).isEqualTo("2019 Audi Q5 S-Line PHEV - All-Wheel Drive");
  }

  /** Names that makers write in capitals, in rows that shout everything. */
  @ParameterizedTest
  @CsvSource({
    "MITSUBISHI, OUTLANDER PHEV, 2020 Mitsubishi Outlander PHEV",
    "MITSUBISHI, LANCER MIVEC, 2020 Mitsubishi Lancer MIVEC",
    "DODGE, CHARGER HEMI, 2020 Dodge Charger HEMI",
    "AUDI, A4 TFSI, 2020 Audi A4 TFSI",
    "FORD, FUSION SYNC, 2020 Ford Fusion SYNC",
    "volkswagen, golf tdi dsg, 2020 Volkswagen Golf TDI DSG",
  })
  void namesInCapitalsKeepThem(String make, String model, String title) {
    assertThat(title(Vehicles.bare(2020, make, model))).isEqualTo(title);
  }

  private String title(VehicleFacts vehicle) {
    return writer.write(Vehicles.brief(vehicle)).title();
  }

  @Test
  void textsVaryByVehicleAndStayTheSameForOne() {
    List<String> texts =
        IntStream.range(0, 40).mapToObj(i -> text(new UUID(i, i * 31L))).distinct().toList();

    assertThat(texts.size()).isGreaterThanOrEqualTo(36);
    assertThat(texts.stream().map(text -> text.split("\\.")[0]).distinct().count())
        .isGreaterThanOrEqualTo(5);
    assertThat(text(Vehicles.ID)).isEqualTo(text(Vehicles.ID));
  }

  private String text(UUID id) {
    return writer
        .write(
            Vehicles.brief(vehicle(id, Vehicles.camry().features(), null, 34500, Vehicles.HISTORY)))
        .description();
  }

  private static VehicleFacts vehicle(
      UUID id,
      List<String> features,
      @Nullable String notes,
      int miles,
      Map<String, Saying> meaning) {
    return new VehicleFacts(
        id,
        "A1",
        null,
        2021,
        "Toyota",
        "Camry",
        "SE",
        miles,
        "White",
        "Black",
        "Sedan",
        "FWD",
        "8-Speed Automatic",
        "2.5L I4",
        "Gas",
        "USED",
        null,
        null,
        null,
        features,
        notes,
        meaning);
  }

  @Test
  void historyComesFromTheMeaningOnly() {
    for (String notes :
        List.of(
            "Looking for a one owner car with a clean title? Browse our lot of 200 accident free vehicles.",
            "Clean title: No. One owner: No. Accident free: No.",
            "Rebuilt title. This is not a clean title.",
            "One owner, clean title, accident free, certified, under warranty, low miles")) {
      String text = everything(vehicle(Vehicles.ID, List.of("Bluetooth"), notes, 134500, Map.of()));
      assertThat(text)
          .as(notes)
          .doesNotContainIgnoringCase("owner")
          .doesNotContainIgnoringCase("title")
          .doesNotContainIgnoringCase("accident")
          .doesNotContainIgnoringCase("certified")
          .doesNotContainIgnoringCase("warranty")
          .doesNotContainIgnoringCase("only");
    }
    List<String> denied =
        List.of("Clean Title - NO", "1 Owner: N", "Bluetooth", "Sunroof: No", "No navigation");
    String text =
        everything(
            vehicle(
                Vehicles.ID,
                denied,
                null,
                134500,
                Map.of(
                    "owners", new Saying(null, List.of("ONE"), null, "Features", "1 Owner: N"))));
    assertThat(text)
        .contains("Bluetooth")
        .doesNotContainIgnoringCase("owner")
        .doesNotContainIgnoringCase("title")
        .doesNotContainIgnoringCase("sunroof")
        .doesNotContainIgnoringCase("navigation");
  }

  private String everything(VehicleFacts vehicle) {
    ListingText text = writer.write(Vehicles.brief(vehicle));
    return text.title() + "\n" + text.description();
  }

  @ParameterizedTest
  @EnumSource(Tone.class)
  void everyToneAndLanguageWritesACompleteText(Tone tone) {
    for (Language language : Language.values()) {
      ListingBrief brief =
          new ListingBrief(Vehicles.camry(), Vehicles.SMITH, 1000, tone, null, language.tag());

      ListingText text = writer.write(brief);

      assertThat(checks.problems(text, brief)).isEmpty();
      assertThat(text.description())
          .as("%s %s", tone, language)
          .contains("34,500", "2.5L", "Bluetooth")
          .endsWith(language.callToAction("Smith Auto"));
    }
  }

  @Test
  void theDealershipsOwnPartsStandWhereItsTemplateWantsThem() {
    DealershipTexts own =
        new DealershipTexts(
            "en",
            "Family owned since 1985.",
            "We help with financing, too.",
            "A dealer fee of $499 is not included. License 12-345.",
            "{opening}\n{text}\n\nStock of {dealership} in {city}\n{closing}\n{call}\n{disclaimer}");
    ListingBrief brief = brief(own);

    String text = writer.write(brief).description();

    assertThat(checks.ownProblems(brief)).isEmpty();
    assertThat(text)
        .startsWith("Family owned since 1985.\n")
        .contains(
            "\n\nStock of Smith Auto in Denver\nWe help with financing, too.\nCall or message")
        .endsWith("A dealer fee of $499 is not included. License 12-345.");
  }

  @Test
  void aPartThatClaimsSomethingOfEveryVehicleIsLeftOutByName() {
    DealershipTexts own =
        new DealershipTexts(
            null,
            "All our cars are accident free.",
            "Ask for $500 off.",
            "Every car comes with a warranty. See www.example.test.",
            null);
    ListingBrief brief = brief(own);

    assertThat(checks.ownProblems(brief))
        .anyMatch(problem -> problem.startsWith("The dealership's opening claims accident free"))
        .anyMatch(problem -> problem.startsWith("The dealership's closing speaks of the price"))
        .anyMatch(problem -> problem.startsWith("The dealership's disclaimer claims warranty"))
        .anyMatch(problem -> problem.startsWith("The dealership's disclaimer holds a link"));
    assertThat(writer.write(brief).description())
        .doesNotContain("All our cars", "$500", "Every car comes");
  }

  private static ListingBrief brief(DealershipTexts own) {
    DealershipFacts dealership =
        new DealershipFacts("Smith Auto", "Denver", "CO", "+1 303 555 0100", own);
    return new ListingBrief(Vehicles.camry(), dealership, 1000, Tone.PROFESSIONAL, null);
  }
}
