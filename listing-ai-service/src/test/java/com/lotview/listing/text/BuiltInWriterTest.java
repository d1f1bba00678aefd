package com.lotview.listing.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BuiltInWriterTest {
  private final ListingChecks checks = new ListingChecks();
  private final BuiltInWriter writer = new BuiltInWriter(checks);

  @Test
  void fullFactsGiveAFullText() {
    ListingText text = writer.write(Vehicles.brief(Vehicles.camry()));

    assertThat(text.title()).isEqualTo("2021 Toyota Camry SE: One Owner, Clean Title");
    assertThat(text.description().split("\n\n")).hasSizeBetween(3, 4);
    assertThat(text.description())
        .contains("34,500 miles", "Engine: 2.5L I4.", "Lane Departure Warning", "3 features")
        .endsWith("Call or message us at Smith Auto to schedule a test drive.");
  }

  @Test
  void withoutHistoryTheStrongestFeatureLeads() {
    VehicleFacts v = Vehicles.camry(List.of("Bluetooth", "Power Moonroof"), "");
    VehicleFacts plain =
        new VehicleFacts(
            v.id(),
            v.stockNumber(),
            null,
            v.year(),
            v.make(),
            v.model(),
            v.trim(),
            v.mileage(),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            "USED",
            null,
            null,
            null,
            v.features(),
            null);

    assertThat(writer.write(Vehicles.brief(plain)).title())
        .isEqualTo("2021 Toyota Camry SE: Power Moonroof");
  }

  @Test
  void missingFactsStayUnsaid() {
    ListingText text = writer.write(Vehicles.brief(Vehicles.bare(2019, "Ford", "F-150")));

    assertThat(text.title()).isEqualTo("2019 Ford F-150");
    assertThat(text.description())
        .isEqualTo(
            "This 2019 Ford F-150 is available at Smith Auto.\n\n"
                + "Call or message us at Smith Auto to schedule a test drive.");
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
    assertThat(description.length()).isBetween(450, 600);
    assertThat(description).contains("80 features, among them");
  }

  @Test
  void shoutedFactsAreCalmed() {
    VehicleFacts v = Vehicles.bare(2025, "CHEVROLET", "SILVERADO 1500 LTZ");

    assertThat(writer.write(Vehicles.brief(v)).title())
        .isEqualTo("2025 Chevrolet Silverado 1500 LTZ");
  }

  @Test
  void openingsVaryByVehicleAndStayTheSameForOne() {
    List<String> openings =
        IntStream.range(0, 40)
            .mapToObj(i -> new UUID(i, i * 31L))
            .map(id -> opening(id))
            .distinct()
            .toList();

    assertThat(openings.size()).isGreaterThanOrEqualTo(3);
    assertThat(opening(Vehicles.ID)).isEqualTo(opening(Vehicles.ID));
  }

  private String opening(UUID id) {
    VehicleFacts v = Vehicles.camry();
    VehicleFacts other =
        new VehicleFacts(
            id,
            v.stockNumber(),
            null,
            v.year(),
            v.make(),
            v.model(),
            v.trim(),
            v.mileage(),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            v.features(),
            v.notes());
    return writer.write(Vehicles.brief(other)).description().split("\n\n")[0];
  }
}
