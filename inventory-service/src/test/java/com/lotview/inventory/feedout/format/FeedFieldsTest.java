package com.lotview.inventory.feedout.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.inventory.feedout.format.Finding.Level;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each feed has the fields that its receiver's documentation names, and the report names them. */
class FeedFieldsTest {
  private static final String WHOLE =
      "{'stockNumber':'A1','vin':'1HGBH41JXMN109186','year':2021,'make':'Toyota','model':'Camry',"
          + "'trim':'SE','mileage':34500,'exteriorColor':'Silver','interiorColor':'Black',"
          + "'bodyStyle':'Sedan','drivetrain':'FWD','transmission':'Automatic','engine':'2.5L I4',"
          + "'fuelType':'Gas','price':2499900,'condition':'USED','lotDate':'2026-09-01',"
          + "'features':['Backup Camera','Bluetooth']}";

  /** Ways in which a vehicle can lack a required field; the others cannot be missing. */
  private static final String BARE =
      "{'stockNumber':'A2','year':2021,'make':'Toyota','model':'Camry'}";

  static Stream<Arguments> documented() throws IOException {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(FeedFieldsTest.class.getResourceAsStream("fields.csv")),
                StandardCharsets.UTF_8))) {
      return in
          .lines()
          .filter(line -> !line.startsWith("#") && !line.startsWith("format"))
          .map(line -> line.split(",", -1))
          .map(cells ->
              Arguments.of(
                  FeedFormat.valueOf(cells[0]),
                  cells[1],
                  cells[2],
                  cells[3].isEmpty() ? null : Integer.valueOf(cells[3])))
          .toList()
          .stream();
    }
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("documented")
  void a_field_is_there_as_documented(
      FeedFormat format, String field, String need, @Nullable Integer longest) {
    Column column =
        format.columns().stream()
            .filter(one -> one.name().equals(field))
            .findAny()
            .orElseThrow(() -> new AssertionError(format + " lacks " + field));

    Level expected =
        switch (need) {
          case "REQUIRED" -> Level.REFUSED;
          case "RECOMMENDED" -> Level.WARNED;
          default -> null;
        };
    assertThat(column.missing()).isEqualTo(expected);
    if (longest != null) {
      assertThat(column.longest()).isEqualTo(longest);
    }
  }

  @Test
  void every_required_field_is_in_the_table() throws IOException {
    Set<String> documented =
        documented().map(one -> one.get()[0] + " " + one.get()[1]).collect(Collectors.toSet());
    for (FeedFormat format : FeedFormat.values()) {
      format.columns().stream()
          .filter(column -> column.missing() == Level.REFUSED)
          .forEach(column -> assertThat(documented).contains(format + " " + column.name()));
    }
  }

  @ParameterizedTest
  @EnumSource(FeedFormat.class)
  void nothing_is_said_of_a_vehicle_with_everything(FeedFormat format) {
    Offer whole = Cars.offer(WHOLE, 3);

    assertThat(format.check(whole)).filteredOn(one -> one.level() == Level.REFUSED).isEmpty();
    assertThat(format.columns())
        .filteredOn(column -> column.missing() != null)
        .allSatisfy(column -> assertThat(column.cell(whole)).as(column.name()).isNotEmpty());
  }

  @Test
  void each_missing_field_is_named() {
    Offer bare = Cars.offer(Cars.vehicle(BARE), 0, null);

    assertThat(refused(FeedFormat.META, bare))
        .containsExactlyInAnyOrder(
            "mileage.value", "price", "exterior_color", "state_of_vehicle", "image[0].url");
    assertThat(warned(FeedFormat.META, bare)).containsExactlyInAnyOrder("url", "body_style", "vin");
    assertThat(refused(FeedFormat.GOOGLE, bare))
        .containsExactlyInAnyOrder("vin", "condition", "price");
    assertThat(warned(FeedFormat.GOOGLE, bare))
        .containsExactlyInAnyOrder("exterior_color", "link", "image_link");
  }

  @Test
  void a_dealership_without_address_is_refused_by_google() {
    FeedDealer nobody = new FeedDealer("s", "Smith", null, null, null, null, null, null, null);
    Offer offer = new Offer(Cars.vehicle(WHOLE), List.of(), null, nobody);

    assertThat(refused(FeedFormat.GOOGLE, offer)).contains("dealership_address");
    assertThat(refused(FeedFormat.META, offer)).contains("url");
    assertThat(warned(FeedFormat.META, offer)).contains("address.addr1", "address.city");
  }

  @Test
  void a_used_vehicle_without_mileage_and_a_wrong_number_are_named() {
    Offer used =
        Cars.offer(
            WHOLE.replace("'mileage':34500,", "").replace("1HGBH41JXMN109186", "1HGBH41J1MN109186"),
            1);

    assertThat(refused(FeedFormat.GOOGLE, used)).containsExactly("mileage");
    assertThat(warned(FeedFormat.GOOGLE, used)).containsExactly("vin");
    assertThat(warned(FeedFormat.META, used)).containsExactly("image[1].url");
  }

  @Test
  void a_text_that_is_too_long_is_cut_and_named() {
    Offer long_ = Cars.offer(WHOLE.replace("'SE'", "'" + "S".repeat(60) + "'"), 2);

    assertThat(warned(FeedFormat.META, long_)).containsExactly("trim");
    assertThat(cell(FeedFormat.META, "trim", long_)).hasSize(50);
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          bodyStyle    | Crew Cab            | body_style   | TRUCK
          bodyStyle    | Kombi               | body_style   | WAGON
          bodyStyle    | whatever            | body_style   | OTHER
          fuelType     | Plug-in Hybrid      | fuel_type    | PLUGIN_HYBRID
          fuelType     | Hydrogen            | fuel_type    | OTHER
          fuelType     | Petrol              | fuel_type    | GASOLINE
          drivetrain   | 4x4                 | drivetrain   | 4X4
          drivetrain   | Rear Wheel Drive    | drivetrain   | RWD
          transmission | 6-Speed Manual      | transmission | MANUAL
          transmission | CVT                 | transmission | AUTOMATIC
          """)
  void closed_values_are_metas_own(String field, String text, String column, String value) {
    String json = BARE.replace("}", ",'" + field + "':'" + text + "'}");

    assertThat(cell(FeedFormat.META, column, Cars.offer(json, 0))).isEqualTo(value);
  }

  @Test
  void price_and_distance_keep_their_units() {
    Offer swedish =
        Cars.offer(
            BARE.replace(
                "}",
                ",'price':41900050,'priceCurrency':'SEK','mileage':44064,'odometer':70914,'odometerUnit':'KM'}"),
            0);

    assertThat(cell(FeedFormat.META, "price", swedish)).isEqualTo("419000.50 SEK");
    assertThat(cell(FeedFormat.META, "mileage.value", swedish)).isEqualTo("70914");
    assertThat(cell(FeedFormat.META, "mileage.unit", swedish)).isEqualTo("KM");
    assertThat(cell(FeedFormat.GOOGLE, "mileage", swedish)).isEqualTo("70914 km");
  }

  @Test
  void cells_are_quoted_and_are_no_formulas() {
    String json = BARE.replace("'Camry'", "'a,b'").replace("}", ",'trim':'=1+1'}");

    assertThat(FeedFormat.GOOGLE.line(Cars.offer(json, 0)))
        .contains(",\"a,b\",'=1+1,")
        .contains(",+1 303 555 0100,");
  }

  @Test
  void what_it_cost_and_the_notes_are_in_no_feed() {
    String json =
        WHOLE.replace("'features'", "'costBasis':1777700,'notes':'secret words','features'");
    Offer offer = Cars.offer(json, 1);

    for (FeedFormat format : FeedFormat.values()) {
      assertThat(format.line(offer)).doesNotContain("17777", "secret").contains("24999 USD");
    }
  }

  private static String cell(FeedFormat format, String column, Offer offer) {
    return format.columns().stream()
        .filter(one -> one.name().equals(column))
        .findAny()
        .orElseThrow()
        .cell(offer);
  }

  private static List<String> refused(FeedFormat format, Offer offer) {
    return fields(format, offer, Level.REFUSED);
  }

  private static List<String> warned(FeedFormat format, Offer offer) {
    return fields(format, offer, Level.WARNED);
  }

  private static List<String> fields(FeedFormat format, Offer offer, Level level) {
    return format.check(offer).stream()
        .filter(one -> one.level() == level)
        .map(Finding::field)
        .toList();
  }
}
