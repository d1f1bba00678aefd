package com.lotview.inventory.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.lotview.contracts.Market;
import com.lotview.inventory.imports.StockPreview.Row;
import com.lotview.inventory.vehicle.VehicleFacts;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Real files, and for at least 20 vehicles of each a table of what they are, which was written from
 * the file without the code under test. The files may not be published, so they are not here.
 */
class TruthTest {
  // Rows, of these taken, warned, rejected.
  @ParameterizedTest
  @CsvSource({
    "aggregator-multi-dealer-us.csv, US, 21, 9, 12",
    "dealer-site-us.json, US, 38, 38, 0",
    "dms-stock-chevrolet-us.csv, US, 195, 195, 0",
    "dms-stock-gmc-us.csv, US, 156, 156, 0",
    "google-rss-trucks-us.xml, US, 26, 25, 1",
    "google-vehicles-ca.tsv, US, 38, 38, 0",
    "google-vehicles-ca.tsv, CA, 38, 38, 0",
    "marketplace-listings-us.csv, US, 300, 293, 7",
    "meta-flat-volvo-se.csv, US, 300, 300, 0",
    "meta-flat-volvo-se.csv, SE, 300, 300, 0",
    "meta-items-volvo-se.xml, US, 85, 85, 0",
    "meta-items-volvo-se.xml, SE, 85, 85, 0",
    "meta-listings-us.xml, US, 31, 31, 0"
  })
  void everyVehicleOfTheTableIsWhatItIs(
      String name, String country, int rows, int taken, int rejected) throws IOException {
    StockPreview preview = StockPreview.of(feed(name), Look.CLOCK, Market.of(country));
    Map<String, VehicleFacts> found = new LinkedHashMap<>();
    preview.vehicles().forEach(vehicle -> found.put(vehicle.stockNumber(), vehicle));

    List<String> differences =
        truth(name).stream().flatMap(row -> differences(row, found).stream()).toList();

    assertThat(differences).isEmpty();
    assertThat(preview.rows()).hasSize(rows);
    assertThat(preview.rows().stream().map(Row::accepted).filter(Objects::nonNull)).hasSize(taken);
    assertThat(preview.rows().stream().map(Row::problem).filter(Objects::nonNull))
        .hasSize(rejected);
  }

  private static List<String> differences(CSVRecord row, Map<String, VehicleFacts> found) {
    VehicleFacts facts = found.get(row.get("stockNumber"));
    if (facts == null) {
      return List.of("no vehicle " + row.get("stockNumber"));
    }
    Map<String, String> is = said(facts);
    return is.entrySet().stream()
        .filter(entry -> !entry.getValue().equals(row.get(entry.getKey())))
        .map(entry ->
            "%s: %s is \"%s\", not \"%s\""
                .formatted(
                    row.get("stockNumber"),
                    entry.getKey(),
                    row.get(entry.getKey()),
                    entry.getValue()))
        .toList();
  }

  private static Map<String, String> said(VehicleFacts facts) {
    Map<String, String> said = new LinkedHashMap<>();
    said.put("vin", text(facts.vin()));
    said.put("year", String.valueOf(facts.year()));
    said.put("make", facts.make());
    said.put("model", facts.model());
    said.put("trim", text(facts.trim()));
    boolean driven = facts.mileage() != null;
    said.put("distance", text(facts.odometer() == null ? facts.mileage() : facts.odometer()));
    said.put("unit", driven ? facts.odometer() == null ? "MI" : "KM" : "");
    Long price = facts.price();
    said.put(
        "price",
        price == null ? "" : BigDecimal.valueOf(price, 2).stripTrailingZeros().toPlainString());
    said.put(
        "currency",
        price == null ? "" : facts.priceCurrency() == null ? "USD" : facts.priceCurrency());
    said.put("condition", text(facts.condition()));
    said.put("bodyStyle", text(facts.bodyStyle()));
    said.put("fuelType", text(facts.fuelType()));
    said.put("transmission", text(facts.transmission()));
    said.put("drivetrain", text(facts.drivetrain()));
    said.put("exteriorColor", text(facts.exteriorColor()));
    return said;
  }

  private static String text(Object value) {
    return value == null ? "" : value.toString();
  }

  private static List<CSVRecord> truth(String name) throws IOException {
    String table = "truth/" + name.substring(0, name.lastIndexOf('.')) + ".csv";
    try (InputStream in = Objects.requireNonNull(TruthTest.class.getResourceAsStream(table));
        CSVParser parser =
            CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return parser.getRecords();
    }
  }

  private static byte[] feed(String name) throws IOException {
    Path file =
        Path.of(
            System.getenv().getOrDefault("LOTVIEW_SHARED", "../../shared"), "data", "feeds", name);
    assumeTrue(Files.isReadable(file), "the shared data folder is not here");
    return Files.readAllBytes(file);
  }
}
