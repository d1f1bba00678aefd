package com.lotview.inventory.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.inventory.imports.row.UnknownColumn;
import com.lotview.inventory.vehicle.Condition;
import com.lotview.inventory.vehicle.VehicleFacts;
import com.lotview.inventory.vehicle.VehicleStatus;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Kind G: columns under other names, columns that limit others, and unknown columns. */
class ColumnsTest {
  @Test
  void reportedNamesOfAnotherSystem() {
    Look look = Look.atFile("21-homenet-like.csv");

    assertThat(look.vehicles()).allMatch(vehicle -> "S line Premium".equals(vehicle.trim()));
    assertThat(look.vehicles())
        .extracting(VehicleFacts::condition)
        .containsExactly(Condition.NEW, Condition.NEW, Condition.CPO);
    assertThat(look.vehicles())
        .extracting(VehicleFacts::price)
        .containsExactly(null, 5_299_500L, 4_199_500L);
    assertThat(look.preview().columns()).isEmpty();
  }

  @Test
  void reportedSalePriceOfOtherDays() {
    Look look = Look.atFile("22-sale-price-later.csv");

    assertThat(look.vehicles()).allMatch(vehicle -> vehicle.price() == 2_199_500);
    assertThat(look.vehicles()).hasSize(3);
    assertThat(look.preview().rows().get(0).accepted().status()).isEqualTo(VehicleStatus.ACTIVE);
    assertThat(look.preview().rows().get(2).accepted().status()).isEqualTo(VehicleStatus.PENDING);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-01T00:00-05:00/2026-12-31T23:59-05:00, 1899500",
    "2026-11-29/2026-11-29, 1899500",
    "2026-11-01 - 2026-11-28, 1999500",
    "2026-12-01/2026-12-31, 1999500",
    "2026-11-01T00:00:00/2026-11-29T00:00:00, 1999500",
    "next week, 1999500",
    ", 1899500"
  })
  void aSalePriceHoldsInItsDaysOnly(String period, long price) {
    assertThat(
            Look.at(
                    "Stock;Year;Make;Model;Price;Sale Price;Sale Price Effective Date\nA1;2019;Ford;F-150;19995;18995;%s\n"
                        .formatted(period == null ? "" : period))
                .only()
                .price())
        .isEqualTo(price);
  }

  @ParameterizedTest
  @CsvSource({
    "11/1/2026, 12/31/2026, 1899500", "11/1/2026, 11/28/2026, 1999500",
        "12/1/2026, 12/31/2026, 1999500",
    ", 11/30/2026, 1899500", "12/1/2026, , 1999500", "soon, , 1999500"
  })
  void aSalePriceHoldsFromItsStartToItsEnd(String start, String end, long price) {
    assertThat(
            Look.at(
                    "Stock;Year;Make;Model;Price;Sale Price;Sale Start Date;Sale End Date\nA1;2019;Ford;F-150;19995;18995;%s;%s\n"
                        .formatted(start == null ? "" : start, end == null ? "" : end))
                .only()
                .price())
        .isEqualTo(price);
  }

  @ParameterizedTest
  @CsvSource({
    "Trim_Level, XLT, trim",
    "Series, XLT, trim",
    "Trim 1, XLT, trim",
    "Ext Color Name, XLT, color",
    "EXT_COL, XLT, color",
    "Ext_Color_Generic, XLT, color",
    "Comment 1, XLT, notes",
    "Vehicle Comments, XLT, notes",
    "OdometerReading, 45123, miles",
    "Vehicle Mileage, 45123, miles",
    "AskingPrice, 19995, price",
    "Web Price, 19995, price",
    "VIN No., 1FTEW1EP1KF100105, vin",
    "Vehicle Identification Number, 1FTEW1EP1KF100105, vin",
    "Is CPO, true, cpo",
    "Certified Pre-Owned, Y, cpo",
    "Vehicle Type, Certified, cpo",
    "New or Used, CPO, cpo",
    "Body Type, Truck, body",
    "Fuel_Type, Diesel, fuel",
    "Transmission Type, Automatic, gearbox"
  })
  void columnsUnderOtherNamesAreUnderstood(String header, String cell, String fact) {
    Function<VehicleFacts, Object> facts =
        switch (fact) {
          case "trim" -> VehicleFacts::trim;
          case "color" -> VehicleFacts::exteriorColor;
          case "notes" -> VehicleFacts::notes;
          case "miles" -> VehicleFacts::mileage;
          case "price" -> VehicleFacts::price;
          case "vin" -> VehicleFacts::vin;
          case "body" -> VehicleFacts::bodyStyle;
          case "fuel" -> VehicleFacts::fuelType;
          case "gearbox" -> VehicleFacts::transmission;
          default -> vehicle -> vehicle.condition() == Condition.CPO ? cell : null;
        };
    Look look = Look.at("Stock;Year;Make;Model;" + header + "\nA1;2019;Ford;F-150;" + cell + "\n");

    assertThat(facts.apply(look.only())).isNotNull();
    assertThat(look.preview().columns()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Promo price good until, 2026-12-01, limits price",
    "N or U, New, condition (new or used)",
    "Rego, 1FTEW1EP1KF100105, VIN",
    "Asked, '$19,995', price",
    "Distance, 45123 miles, mileage",
    "Pics, https://x.test/1.jpg, photos or links",
    "Arrived, 2026-01-02, date",
    "Frobnication, blue, ''",
    "Manuf. Trim Codes, XLT, trim"
  })
  void columnsThatAreNotUnderstoodAreListed(String header, String cell, String maybe) {
    Look look = Look.at("Stock;Year;Make;Model;" + header + "\nA1;2019;Ford;F-150;" + cell + "\n");

    assertThat(look.preview().columns()).hasSize(1);
    UnknownColumn column = look.preview().columns().getFirst();
    assertThat(column.column()).isEqualTo(header);
    assertThat(column.samples()).containsExactly(cell);
    assertThat(column.maybe()).isEqualTo(maybe);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Dealer Name",
        "Photo Url List",
        "City MPG",
        "Invoice",
        "Doors",
        "Model Number",
        "ZIP"
      })
  void columnsThatHoldNoFactOfAVehicleAreNotListed(String header) {
    assertThat(
            Look.at("Stock;Year;Make;Model;" + header + "\nA1;2019;Ford;F-150;5\n")
                .preview()
                .columns())
        .isEmpty();
  }

  @Test
  void threeValuesOfAColumnAreShown() {
    Look look =
        Look.at(
            "Stock;Year;Make;Model;Lane\nA1;2019;Ford;F-150;x\nA2;2019;Ford;F-150;x\nA3;2019;Ford;F-150;y\n"
                + "A4;2019;Ford;F-150;z\nA5;2019;Ford;F-150;w\n");

    assertThat(look.preview().columns().getFirst().samples()).containsExactly("x", "y", "z");
  }
}
