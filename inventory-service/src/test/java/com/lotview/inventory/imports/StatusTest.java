package com.lotview.inventory.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.inventory.vehicle.Condition;
import com.lotview.inventory.vehicle.Vehicle;
import com.lotview.inventory.vehicle.VehicleStatus;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Kind E: a word that is not understood does not mean "for sale", and words bring vehicles back.
 */
class StatusTest {
  private static final String HEAD = "Stock,Year,Make,Model,Status\n";

  @Test
  void reportedWordsOfStatus() {
    Look look = Look.atFile("16a-status.csv");

    assertThat(look.status("B16-0")).isEqualTo(VehicleStatus.PENDING);
    assertThat(look.status("B16-1")).isEqualTo(VehicleStatus.SOLD);
    assertThat(look.status("B16-2")).isEqualTo(VehicleStatus.ACTIVE);
    for (String number : List.of("B16-3", "B16-4", "B16-5")) {
      assertThat(look.status(number)).isEqualTo(VehicleStatus.PENDING);
    }
    for (String number : List.of("B16-6", "B16-7", "B16-8")) {
      assertThat(look.status(number)).isEqualTo(VehicleStatus.ACTIVE);
      assertThat(look.vehicle(number).condition()).isEqualTo(Condition.USED);
    }
  }

  @Test
  void reportedAvailableLeadsBackFromPendingAndSoldStaysWithAWarning() {
    List<Vehicle> first =
        Look.after(List.of(), Look.bytes("16a-status.csv"), false, new ArrayList<>());
    List<String> warnings = new ArrayList<>();

    List<Vehicle> second = Look.after(first, Look.bytes("16b-status-later.csv"), false, warnings);
    List<Vehicle> relisted =
        Look.after(first, Look.bytes("16b-status-later.csv"), true, new ArrayList<>());

    assertThat(second.get(0).status()).isEqualTo(VehicleStatus.ACTIVE);
    assertThat(second.get(1).status()).isEqualTo(VehicleStatus.SOLD);
    assertThat(warnings).anyMatch(warning -> warning.contains("sold=relist"));
    assertThat(relisted.get(1).status()).isEqualTo(VehicleStatus.ACTIVE);
  }

  @ParameterizedTest
  @CsvSource({
    "Available, ACTIVE",
    "In Stock, ACTIVE",
    "in_stock, ACTIVE",
    "A, ACTIVE",
    "For Sale, ACTIVE",
    "LIVE, ACTIVE",
    "On Lot, ACTIVE",
    "Not Sold, ACTIVE",
    "Sold: No, ACTIVE",
    "UNSOLD, ACTIVE",
    "Disponible, ACTIVE",
    "Ready for Sale, ACTIVE",
    "Pending, PENDING",
    "SALE-PENDING, PENDING",
    "Reserved, PENDING",
    "Hold, PENDING",
    "Deposit Taken, PENDING",
    "Out of Stock, PENDING",
    "Not for sale, PENDING",
    "Unavailable, PENDING",
    "Available: No, PENDING",
    "No disponible, PENDING",
    "Not in stock, PENDING",
    "Inactive, PENDING",
    "SOLD, SOLD",
    "sold - delivered, SOLD",
    "In Transit Sold, SOLD",
    "Vendido, SOLD",
    "Verkauft, SOLD",
    "Retail Sold, SOLD"
  })
  void wordsOfStatus(String word, VehicleStatus status) {
    Look look = Look.at(HEAD + "A1,2019,Ford,F-150," + word + "\n");

    assertThat(look.status("A1")).isEqualTo(status);
    assertThat(look.warnings("A1")).noneMatch(warning -> warning.contains("not understood"));
  }

  @ParameterizedTest
  @CsvSource({
    "Quarantine",
    "Not pending",
    "Auction",
    "Sold as is?",
    "Floor plan audit",
    "UNKNOWN",
    "Lemon hold back",
    "zzz",
    "Stage 3",
    "Demo",
    "Presale maybe"
  })
  void aWordThatIsNotUnderstoodIsNamedAndNotPosted(String word) {
    Look look = Look.at(HEAD + "A1,2019,Ford,F-150," + word + "\nA2,2019,Ford,F-150,Available\n");

    assertThat(look.status("A1")).isEqualTo(VehicleStatus.PENDING);
    assertThat(look.warnings("A1"))
        .anyMatch(w -> w.startsWith("Status: \"" + word + "\" is not understood"));
  }

  @Test
  void aBlankCellSaysNothing() {
    List<Vehicle> pending = Look.after(List.of(), HEAD + "A1,2019,Ford,F-150,Pending\n", false);

    assertThat(Look.after(pending, HEAD + "A1,2019,Ford,F-150,\n", false).getFirst().status())
        .isEqualTo(VehicleStatus.PENDING);
    assertThat(Look.after(pending, HEAD + "A1,2019,Ford,F-150,–\n", false).getFirst().status())
        .isEqualTo(VehicleStatus.PENDING);
  }

  @Test
  void aCategoryIsAStatusOnlyWhereMostOfItsCellsAreUnderstood() {
    String head = HEAD.replace("Status", "Category");
    Look classes = Look.at(head + "A1,2019,Ford,F-150,Truck\nA2,2019,Kia,Rio,Car\n");
    Look statuses =
        Look.at(
            head
                + "A1,2019,Ford,F-150,ON DEALER LOT \nA2,2019,Kia,Rio,IN TRANSIT SOLD\nA3,2019,Kia,Rio,ODD\n");

    assertThat(classes.status("A1")).isEqualTo(VehicleStatus.ACTIVE);
    assertThat(classes.preview().columns()).hasSize(1);
    assertThat(statuses.status("A1")).isEqualTo(VehicleStatus.ACTIVE);
    assertThat(statuses.status("A2")).isEqualTo(VehicleStatus.SOLD);
    assertThat(statuses.status("A3")).isEqualTo(VehicleStatus.PENDING);
  }

  @Test
  void aStatusColumnOfNewAndUsedIsTheCondition() {
    Look look = Look.at(HEAD + "A1,2019,Ford,F-150,Used\nA2,2026,Kia,Rio,New\n");

    assertThat(look.vehicle("A1").condition()).isEqualTo(Condition.USED);
    assertThat(look.status("A1")).isEqualTo(VehicleStatus.ACTIVE);
  }

  @Test
  void theLeastFreeOfSeveralColumnsHolds() {
    Look look =
        Look.at(
            "Stock,Year,Make,Model,Availability,Status,Is Sold\nA1,2019,Ford,F-150,Available,Sold,\n"
                + "A2,2019,Ford,F-150,AVAILABLE,,Yes\nA3,2019,Ford,F-150,AVAILABLE,,No\n");

    assertThat(look.status("A1")).isEqualTo(VehicleStatus.SOLD);
    assertThat(look.status("A2")).isEqualTo(VehicleStatus.SOLD);
    assertThat(look.status("A3")).isEqualTo(VehicleStatus.ACTIVE);
  }
}
