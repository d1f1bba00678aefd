package com.lotview.inventory.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.lotview.inventory.vehicle.Condition;
import com.lotview.inventory.vehicle.ConditionGrade;
import com.lotview.inventory.vehicle.VehicleFacts;
import com.lotview.inventory.vehicle.VehicleRules.Accepted;
import com.lotview.inventory.vehicle.VehicleStatus;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No stored fact contradicts its row, and the checker that says so finds planted lies. */
class FactCheckTest {
  private static final String TRUE =
      "Stock,VIN,Year,Make,Model,Trim,Mileage,Exterior Color,Interior Color,Body,Drivetrain,Transmission,"
          + "Engine,Fuel,Price,Cost,Condition,Certified,Clean Title,Features,Description,Date in Stock,Status\n"
          + "T1,1FTEW1EP1KF100105,2019,Land,Rover Discovery,HSE,\"45,123 mi\",Red,Black,SUV,All-wheel Drive,"
          + "8-Speed Automatic,3.0L V6,Gasoline,\"$39,998.00\",30000,Used,No,yes,Roof|Hitch,Runs well,9/3/2024,Available\n";
  // Rows in the form of real files; the vehicles are made up.
  private static final List<String> FORMS =
      List.of(
          TRUE,
          "Year,Make,Model,Used/New,Price,ExteriorColor,Drivetrain,VIN,Stock#,Mileage\n"
              + "2019,Alfa,Romeo Giulia,RAM Certified,\"$39,998 \",–,Front Wheel Drive,,S1,–\n",
          "Stock Number,Year,Make,Model,Exterior Color,Trim,Age,MSRP,Category,VIN,Cylinders,Body Type\n"
              + "M1,2025,CHEVROLET,SILVERADO 3500HD CC,SUMMIT  WHITE,WORK TRUCK,359,67108,IN TRANSIT SOLD,,8,PKUP\n",
          "id\tmake\tmodel\tyear\ttrim\tmileage\tprice\tdrive_wheel_configuration\n"
              + "A1\tVW\tGolf\t2020\t5'7\" Box\t70914 km\t50998.00 CAD\tAllWheelDriveConfiguration\n",
          "vehicle_id,make,model,year,mileage.value,mileage.unit,price,sale_price,availability,state_of_vehicle\n"
              + "77,Citroën,C3,2020,110810,KM,209000 SEK,209000 SEK,in stock,USED\n");

  static Stream<Arguments> lies() {
    return Stream.of(
        Arguments.of("stockNumber", "\"T2\""),
        Arguments.of("vin", "\"1FTEW1EP9KF100112\""),
        Arguments.of("year", "2018"),
        Arguments.of("make", "\"Rover\""),
        Arguments.of("model", "\"Range Rover\""),
        Arguments.of("trim", "\"SE\""),
        Arguments.of("mileage", "45"),
        Arguments.of("exteriorColor", "\"Black\""),
        Arguments.of("interiorColor", "\"Red\""),
        Arguments.of("bodyStyle", "\"Sedan\""),
        Arguments.of("drivetrain", "\"4WD\""),
        Arguments.of("transmission", "\"Manual\""),
        Arguments.of("engine", "\"2.0L I4\""),
        Arguments.of("fuelType", "\"Hybrid\""),
        Arguments.of("price", "3000000"),
        Arguments.of("costBasis", "3000000"),
        Arguments.of("condition", "\"CPO\""),
        Arguments.of("conditionGrade", "\"EXCELLENT\""),
        Arguments.of("cleanTitle", "false"),
        Arguments.of("features", "\"Sunroof\""),
        Arguments.of("notes", "\"One owner\""),
        Arguments.of("lotDate", "\"2024-03-10\""));
  }

  @ParameterizedTest
  @MethodSource("lies")
  void everyPlantedLieIsFound(String field, String lie) {
    StockPreview.Row row =
        StockPreview.of(TRUE.getBytes(StandardCharsets.UTF_8), Look.CLOCK).rows().getFirst();
    VehicleFacts lied = lied(row.accepted().facts(), field, lie);

    assertThat(FactChecker.contradictions(rows(TRUE, ',').get(2), lied, row.accepted().status()))
        .anyMatch(found -> found.startsWith(field + " "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"SOLD", "PENDING", "ARCHIVED"})
  void aFalseStatusIsFound(VehicleStatus status) {
    StockPreview.Row row =
        StockPreview.of(TRUE.getBytes(StandardCharsets.UTF_8), Look.CLOCK).rows().getFirst();

    assertThat(FactChecker.contradictions(rows(TRUE, ',').get(2), row.accepted().facts(), status))
        .anyMatch(found -> found.startsWith("status "));
  }

  @Test
  void rowsInTheFormOfRealFilesAreNotContradicted() {
    for (String form : FORMS) {
      assertThat(contradictions(form, form.contains("\t") ? '\t' : ',')).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "03-prices-with-words.csv", "07-inch-marks.tsv", "08-one-cut-character.csv",
            "14-entities-in-features.csv",
        "16a-status.csv", "17-unquoted-thousands.csv", "20-mileages.csv", "21-homenet-like.csv",
        "22-sale-price-later.csv", "26-models.csv"
      })
  void reportedFilesAreNotContradicted(String name) {
    assertThat(
            contradictions(
                new String(Look.bytes(name), StandardCharsets.UTF_8),
                name.endsWith("tsv") ? '\t' : ','))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "marketplace-listings-us.csv", "dms-stock-gmc-us.csv", "dms-stock-chevrolet-us.csv",
        "aggregator-multi-dealer-us.csv", "google-vehicles-ca.tsv", "meta-flat-volvo-se.csv"
      })
  void realFilesAreNotContradicted(String name) throws IOException {
    Path file =
        Path.of(
            System.getenv().getOrDefault("LOTVIEW_SHARED", "../../shared"), "data", "feeds", name);
    assumeTrue(Files.isReadable(file), "the shared data folder is not here");

    assertThat(contradictions(Files.readString(file), name.endsWith("tsv") ? '\t' : ',')).isEmpty();
  }

  private static List<String> contradictions(String text, char delimiter) {
    Map<Integer, Map<String, String>> rows = rows(text, delimiter);
    return StockPreview.of(text.getBytes(StandardCharsets.UTF_8), Look.CLOCK).rows().stream()
        .filter(row -> row.accepted() != null)
        .flatMap(row -> {
          Accepted accepted = row.accepted();
          return FactChecker.contradictions(
              rows.getOrDefault(row.line(), Map.of()), accepted.facts(), accepted.status())
              .stream();
        })
        .toList();
  }

  // Cells by header, by the line on which the row begins.
  private static Map<Integer, Map<String, String>> rows(String text, char delimiter) {
    CSVFormat format =
        (delimiter == '\t'
                ? CSVFormat.TDF
                    .builder()
                    .setQuote(null)
                    .setTrim(false)
                    .setIgnoreSurroundingSpaces(false)
                : CSVFormat.RFC4180.builder().setTrailingData(true))
            .setDelimiter(delimiter)
            .get();
    String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
    Map<Integer, Map<String, String>> rows = new HashMap<>();
    try (CSVParser parser = CSVParser.parse(new StringReader(plain), format)) {
      List<String> header = List.of();
      int line = 1;
      for (CSVRecord record : parser) {
        if (header.isEmpty()) {
          header = record.toList();
        } else {
          Map<String, String> cells = new LinkedHashMap<>();
          for (int i = 0; i < Math.min(header.size(), record.size()); i++) {
            cells.put(header.get(i), record.get(i));
          }
          rows.put(line, cells);
        }
        line = (int) parser.getCurrentLineNumber() + 1;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }

  private static VehicleFacts lied(VehicleFacts f, String field, String lie) {
    String text = lie.replace("\"", "");
    return new VehicleFacts(
        field.equals("stockNumber") ? text : f.stockNumber(),
        field.equals("vin") ? text : f.vin(),
        field.equals("year") ? Integer.parseInt(text) : f.year(),
        field.equals("make") ? text : f.make(),
        field.equals("model") ? text : f.model(),
        field.equals("trim") ? text : f.trim(),
        field.equals("mileage") ? Integer.valueOf(text) : f.mileage(),
        field.equals("exteriorColor") ? text : f.exteriorColor(),
        field.equals("interiorColor") ? text : f.interiorColor(),
        field.equals("bodyStyle") ? text : f.bodyStyle(),
        field.equals("drivetrain") ? text : f.drivetrain(),
        field.equals("transmission") ? text : f.transmission(),
        field.equals("engine") ? text : f.engine(),
        field.equals("fuelType") ? text : f.fuelType(),
        field.equals("price") ? Long.valueOf(text) : f.price(),
        field.equals("costBasis") ? Long.valueOf(text) : f.costBasis(),
        field.equals("condition") ? Condition.valueOf(text) : f.condition(),
        field.equals("conditionGrade") ? ConditionGrade.valueOf(text) : f.conditionGrade(),
        field.equals("cleanTitle") ? Boolean.valueOf(text) : f.cleanTitle(),
        field.equals("features") ? List.of(text) : f.features(),
        field.equals("notes") ? text : f.notes(),
        field.equals("lotDate") ? LocalDate.parse(text) : f.lotDate(),
        f.priceCurrency(),
        f.odometer(),
        f.odometerUnit(),
        f.meaning());
  }
}
