package com.lotview.inventory.imports.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lotview.contracts.Market;
import com.lotview.inventory.imports.file.Source;
import com.lotview.inventory.imports.file.UnreadableFileException;
import com.lotview.inventory.vehicle.VehicleDraft;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rows have the form of real files; the vehicles are made up. */
class StockFileTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 11);

  @Test
  void a_marketplace_export_is_read() {
    List<StockRow> rows =
        read(
            """
            Year,Make,Model,Used/New,Price,State,ExteriorColor,Drivetrain,VIN,Stock#,Mileage
            2019,Land,Rover Range Rover Sport,Used,"$39,998 ",CA,Red,All-wheel Drive,SALWR2RV0KA000001,S1,29403
            2021,BMW,330 i,BMW Certified,Not Priced,US-12,–,AWD,WBA5R1C00LA000001,S2,–
            """);

    VehicleDraft rover = rows.get(0).draft();
    assertThat(rover.make()).isEqualTo("Land Rover");
    assertThat(rover.model()).isEqualTo("Range Rover Sport");
    assertThat(rover.price()).isEqualTo(3_999_800);
    assertThat(rover.condition()).isEqualTo("USED");
    assertThat(rover.drivetrain()).isEqualTo("AWD");
    VehicleDraft bmw = rows.get(1).draft();
    assertThat(bmw.condition()).isEqualTo("CPO");
    assertThat(bmw.price()).isNull();
    assertThat(bmw.mileage()).isNull();
    assertThat(bmw.exteriorColor()).isNull();
    assertThat(rows.get(1).line()).isEqualTo(3);
  }

  @Test
  void the_capitals_of_a_dealer_system_become_readable_and_empty_records_are_passed_over() {
    List<StockRow> rows =
        read(
            "Stock Number,Year,Make,Model,Exterior Color,Trim,Age,MSRP,Category,VIN,Body,Body Type\r\n"
                + "M1,2025,CHEVROLET,SILVERADO 3500HD CC,SUMMIT  WHITE,WORK TRUCK,359,67108,ON DEALER LOT ,,\"4WD 177\"\" WB\",PKUP\r\n"
                + "M2,2025,GMC,HUMMER EV SUV,RED HOT,3X,10,90000,IN TRANSIT SOLD,,,APURP\r\n"
                + ",,,,,,,,,,,\r\n");

    assertThat(rows).hasSize(2);
    VehicleDraft silverado = rows.get(0).draft();
    assertThat(silverado.make()).isEqualTo("Chevrolet");
    assertThat(silverado.model()).isEqualTo("Silverado 3500HD CC");
    assertThat(silverado.exteriorColor()).isEqualTo("Summit White");
    assertThat(silverado.trim()).isEqualTo("Work Truck");
    assertThat(silverado.bodyStyle()).isEqualTo("Truck");
    assertThat(silverado.condition()).isNull();
    assertThat(rows.get(0).substituteLotDate()).isEqualTo("2025-03-17");
    assertThat(rows.get(1).draft().model()).isEqualTo("Hummer EV SUV");
    assertThat(rows.get(1).draft().status()).isEqualTo("SOLD");
  }

  @Test
  void a_bare_inch_mark_between_tabs_is_a_character_like_others() {
    List<StockRow> rows =
        read(
            "id\tmake\tmodel\tyear\ttrim\tmileage\nA1\tRam\t1500\t2020\tCrew 5'7\" Box\t70914 km\n");

    assertThat(rows.getFirst().draft().trim()).isEqualTo("Crew 5'7\" Box");
    assertThat(rows.getFirst().draft().mileage()).isEqualTo(44_064L);
    assertThat(rows.getFirst().draft().odometer()).isEqualTo(70_914L);
    assertThat(rows.getFirst().warnings()).hasSize(1);
  }

  @Test
  void the_cells_tell_what_an_ambiguous_column_means() {
    StockRow homeNet = read("Type,Stock,Year,Make,Model\nUsed,1,2020,Kia,Rio\n").getFirst();
    StockRow aggregator =
        read("Type,Condition,Stock,Year,Make,Model\nSedan,U,1,2020,Kia,Rio\n").getFirst();

    assertThat(homeNet.draft().condition()).isEqualTo("USED");
    assertThat(homeNet.draft().bodyStyle()).isNull();
    assertThat(aggregator.draft().condition()).isEqualTo("USED");
    assertThat(aggregator.draft().bodyStyle()).isEqualTo("Sedan");
  }

  @Test
  void a_grade_and_a_clean_title_are_taken_over_only_when_the_file_says_so() {
    List<StockRow> rows =
        read(
            "Stock,Year,Make,Model,Condition,Condition Grade,Clean Title\n"
                + "1,2020,Kia,Rio,Used,Very good,yes\n2,2020,Kia,Rio,Used,,\n3,2020,Kia,Rio,Used,GOOD,no\n");

    assertThat(rows.get(0).draft().conditionGrade()).isEqualTo("VERY_GOOD");
    assertThat(rows.get(0).draft().cleanTitle()).isTrue();
    assertThat(rows.get(1).draft().conditionGrade()).isNull();
    assertThat(rows.get(1).draft().cleanTitle()).isNull();
    assertThat(rows.get(2).draft().cleanTitle()).isFalse();
  }

  @Test
  void a_missing_stock_number_has_a_substitute_and_the_better_price_column_wins() {
    StockRow row =
        read("vin;vehicle_id;Make;Model;Year;MSRP;Internet Price;Cost\n"
                + "1HGBH41JXMN109186;77;Honda;Civic;2021;30000;27500;20000\n")
            .getFirst();

    assertThat(row.draft().stockNumber()).isNull();
    assertThat(row.number()).isEqualTo("1HGBH41JXMN109186");
    assertThat(row.draft().price()).isEqualTo(2_750_000);
    assertThat(row.draft().costBasis()).isNull();
  }

  @Test
  void other_encodings_are_understood() {
    String text = "Stock;Year;Make;Model\n1;2020;Citroën;C3\n";
    for (Charset charset : List.of(Charset.forName("windows-1252"), StandardCharsets.UTF_16)) {
      StockFile file =
          StockFile.read(
              Source.of(text.getBytes(charset)), Makes.load(), TODAY, Market.US, Learned.NONE);
      assertThat(file.rows().getFirst().draft().make()).isEqualTo("Citroën");
    }
    assertThat(read("\uFEFF" + text).getFirst().number()).isEqualTo("1");
  }

  @Test
  void a_file_that_is_no_table_of_vehicles_is_refused_as_a_whole() {
    for (String bad :
        List.of("", "\n\n", "a,b,c\n1,2,3\n", "PK\3\4rest", "Stock,Make,Model\n\0\0x")) {
      assertThatThrownBy(() -> read(bad)).isInstanceOf(UnreadableFileException.class);
    }
  }

  @Test
  void a_quote_that_is_never_closed_rejects_the_row_it_swallows() {
    List<StockRow> rows =
        read("Stock,Year,Make,Model\n1,2020,Kia,Rio\n2,2020,\"Kia,Rio\n3,2020,Kia,Rio\n");

    assertThat(rows.get(0).wrong()).isEmpty();
    assertThat(rows.get(1).draft().model()).isNull();
  }

  private static List<StockRow> read(String text) {
    return StockFile.read(
            Source.of(text.getBytes(StandardCharsets.UTF_8)),
            Makes.load(),
            TODAY,
            Market.US,
            Learned.NONE)
        .rows();
  }
}
