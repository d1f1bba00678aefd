package com.lotview.inventory.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lotview.inventory.imports.file.UnreadableFileException;
import com.lotview.inventory.vehicle.VehicleFacts;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Kind B: the structure is judged over the file, so that no row is swallowed or shifted. */
class StructureTest {
  private static final String HEAD = "Stock,Year,Make,Model,Mileage,Price,Color,Notes\n";
  private static final String GOOD = "G1,2019,Ford,F-150,45123,19995,White,fine\n";
  private static final String GOOD2 = "G2,2018,Kia,Rio,30111,9995,Black,fine too\n";

  @Test
  void reportedInchMarksSwallowNoRows() {
    Look look = Look.atFile("07-inch-marks.tsv");

    assertThat(look.numbers())
        .containsExactly("B07-1", "B07-2", "B07-3", "B07-4", "B07-5", "B07-6");
    assertThat(look.vehicle("B07-2").notes()).isEqualTo("\"20 inch wheels and tow package");
    assertThat(look.vehicle("B07-5").notes()).isEqualTo("18\" alloys");
    assertThat(look.vehicles()).allMatch(vehicle -> "White".equals(vehicle.exteriorColor()));
    assertThat(Look.atFile("07b-toys-quote-in-middle.tsv").numbers())
        .containsExactly("B07-7", "B07-8");
  }

  @Test
  void reportedCutCharacterCostsOneCharacter() {
    Look look = Look.atFile("08-one-cut-character.csv");

    assertThat(look.vehicle("B08-1").make()).isEqualTo("Citroën");
    assertThat(look.vehicle("B08-2").make()).isEqualTo("Škoda");
    assertThat(look.vehicle("B08-2").exteriorColor()).isEqualTo("Grün");
    assertThat(look.vehicle("B08-3").notes()).isEqualTo("Notice coupée à cinquante caract\uFFFD");
    assertThat(look.vehicle("B08-4").make()).isEqualTo("Citroën");
    assertThat(look.preview().about()).hasSize(1);
    assertThat(look.preview().about().getFirst().line()).isEqualTo(4);
  }

  @Test
  void reportedThousandsWithoutQuotesAreRefused() {
    Look look = Look.atFile("17-unquoted-thousands.csv");

    assertThat(look.numbers()).containsExactly("B17-1");
    assertThat(look.refusals()).hasSize(4);
  }

  @Test
  void reportedFirstLineOfASpreadsheetIsNoHeader() {
    assertThat(Look.atFile("10-sep-line.csv").only().price()).isEqualTo(1_999_500);
    assertThat(Look.atFile("26-models.csv").vehicles()).hasSize(10);
    assertThat(Look.atFile("27-emoji.csv").vehicle("B27-1").notes()).contains("No issues");
  }

  @Test
  void anInchMarkAtTheStartAmongQuotedCellsSwallowsNothing() {
    Look look =
        Look.at(
            HEAD
                + "Q1,2019,Ford,F-150,\"45,123\",\"$19,995\",White,\"20 inch wheels\n"
                + "Q2,2019,Ford,F-150,\"45,124\",\"$19,996\",White,clean\n"
                + "Q3,2019,Ford,F-150,\"45,125\",\"$19,997\",White,\"22 inch\n");

    assertThat(look.numbers()).containsExactly("Q1", "Q2", "Q3");
    assertThat(look.vehicle("Q2").mileage()).isEqualTo(45_124);
  }

  @Test
  void quotedCellsOverSeveralLinesStayWhole() {
    Look look =
        Look.at(
            HEAD
                + "M1,2019,Ford,F-150,45123,19995,White,\"One\n\nTwo, and three\"\n"
                + "M2,2019,Ford,F-150,45123,19995,\"White\nPearl\",x\n"
                + GOOD);

    assertThat(look.numbers()).containsExactly("M1", "M2", "G1");
    assertThat(look.vehicle("M1").notes()).isEqualTo("One\n\nTwo, and three");
  }

  @Test
  void inchMarksNeedNotBeDoubled() {
    VehicleFacts van =
        Look.at(
                "Stock,Year,Make,Model,Trim,Color\nV1,2019,Ford,Transit,\"148\" WB, 5'7\" box\",White\n"
                    + "V2,2019,Ford,Transit,\"Van 177\"\"\",White\n")
            .vehicle("V1");

    assertThat(van.trim()).isEqualTo("148\" WB, 5'7\" box");
    assertThat(van.exteriorColor()).isEqualTo("White");
  }

  @Test
  void blanksBeforeAQuoteAreNoPartOfTheCell() {
    assertThat(
            Look.at("Stock, Year, Make, Model, Price\nA1, 2019, Ford, \"F-150\", \"19,995\"\n")
                .only()
                .price())
        .isEqualTo(1_999_500);
  }

  @Test
  void aDelimiterAtTheEndOfEveryRowIsNoShift() {
    assertThat(
            Look.at(
                    "Stock,Year,Make,Model,Price\nA1,2019,Ford,F-150,19995,\nA2,2019,Kia,Rio,9995,\n")
                .numbers())
        .containsExactly("A1", "A2");
  }

  @Test
  void oneRowWithACellTooManyIsRefusedThoughTheCellIsBlank() {
    Look look = Look.at(HEAD + GOOD + "L1,2019,Ford,F-150,45123,19,995,White,\n" + GOOD2);

    assertThat(look.numbers()).containsExactly("G1", "G2");
    assertThat(look.refusals().getFirst()).contains("more cells than the header");
  }

  @Test
  void aShiftedRowOfTheRightLengthIsFoundByItsCells() {
    Look look = Look.at(HEAD + GOOD + GOOD2 + "S1,2019,Ford,F-150,45,123,19995,White\n");

    assertThat(look.numbers()).containsExactly("G1", "G2");
    assertThat(look.refusals().getFirst()).contains("do not fit");
  }

  @Test
  void aRowThatLacksACellInTheMiddleIsRefused() {
    Look look =
        Look.at(
            HEAD
                + GOOD
                + GOOD2
                + GOOD.replace("G1", "G3")
                + "S1,2019,Ford,F-150,45123,White,fine\n"
                + GOOD.replace("G1", "G4"));

    assertThat(look.numbers()).containsExactly("G1", "G2", "G3", "G4");
  }

  @Test
  void aRowWhoseBlankCellsAtTheEndAreCutOffIsTaken() {
    Look look =
        Look.at(
            HEAD + GOOD + GOOD2 + GOOD.replace("G1", "G3") + "C1,2019,Ford,F-150,45123,19995\n");

    assertThat(look.vehicle("C1").price()).isEqualTo(1_999_500);
  }

  @Test
  void aFileWithAThirdOfItsRowsCutIsRefused() {
    String cut = "C1,2019,Ford,F-150,45123,19995\nC2,2019,Ford,F-150,45123,19995\n";

    assertThatThrownBy(() -> Look.at(HEAD + GOOD + GOOD2 + cut))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining("2 of 4 rows");
  }

  @Test
  void aFileWithHalfOfItsPricesBelow500IsRefused() {
    String rows =
        IntStream.range(0, 10)
            .mapToObj(i ->
                "P" + i + ",2019,Ford,F-150,45123," + (i % 2 == 0 ? 199 : 19_995) + ",White,\n")
            .collect(Collectors.joining());

    assertThatThrownBy(() -> Look.at(HEAD + rows))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining("5 of 10 prices");
    assertThat(Look.at(HEAD + rows.replace(",199,", ",999,")).vehicles()).hasSize(10);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "windows-1252", "UTF-32"})
  void everyEncodingIsRead(String charset) {
    byte[] bytes =
        (HEAD + "E1,2019,Citroën,C3,45123,19995,Weiß,é à ü\n" + GOOD)
            .getBytes(Charset.forName(charset));
    if (charset.equals("UTF-32")) {
      bytes =
          ("\uFEFF" + HEAD + "E1,2019,Citroën,C3,45123,19995,Weiß,é à ü\n")
              .getBytes(Charset.forName(charset));
    }

    assertThat(Look.at(bytes).vehicle("E1").make()).isEqualTo("Citroën");
    assertThat(Look.at(bytes).vehicle("E1").notes()).isEqualTo("é à ü");
  }

  @Test
  void aMarkOfUtf16BeforeTheTextIsNoPartOfTheHeader() {
    for (Charset charset : new Charset[] {StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE}) {
      assertThat(Look.at(("\uFEFF" + HEAD + GOOD).getBytes(charset)).numbers())
          .containsExactly("G1");
    }
  }

  @Test
  void oneByteOfLatin1InAFileOfUtf8CostsOneCharacter() {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(
        (HEAD + "E1,2019,Citroën,C3,45123,19995,Weiß,caf").getBytes(StandardCharsets.UTF_8));
    file.write(0xE9);
    file.writeBytes(
        (" ok\nE2,2019,Škoda,Fabia,45123,19995,Grün,ü\n").getBytes(StandardCharsets.UTF_8));

    Look look = Look.at(file.toByteArray());

    assertThat(look.vehicle("E1").notes()).isEqualTo("caf\uFFFD ok");
    assertThat(look.vehicle("E2").make()).isEqualTo("Škoda");
    assertThat(look.preview().about()).hasSize(1);
  }

  @Test
  void aFileOfLatin1WithOneAccentIsNoUtf8() {
    byte[] bytes =
        (HEAD + "E1,2019,Citroën,C3,45123,19995,White,ok\n").getBytes(StandardCharsets.ISO_8859_1);

    assertThat(Look.at(bytes).only().make()).isEqualTo("Citroën");
    assertThat(Look.at(bytes).preview().about()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {";", "\t", "|", ","})
  void theRowsTellTheDelimiter(String mark) {
    String text =
        "Stock;Year;Make;Model;Price;Notes\nD1;2019;Ford;F-150;19995;a\nD2;2018;Kia;Rio;9995;b\n"
            .replace(";", mark);

    assertThat(Look.at(text).numbers()).containsExactly("D1", "D2");
    assertThat(Look.at("sep=" + mark + "\r\n" + text.replace("\n", "\r\n")).numbers())
        .containsExactly("D1", "D2");
    assertThat(Look.at("\"sep=" + mark + "\"\n" + text).numbers()).containsExactly("D1", "D2");
  }

  @Test
  void aFileFullOfStrayQuotesIsReadInReasonableTime() {
    String rows =
        IntStream.range(0, 5000)
            .mapToObj(i -> "R" + i + ",2019,Ford,F-150,45123,19995,White,\"" + i + " inch wheels\n")
            .collect(Collectors.joining());

    assertThat(Look.at(HEAD + rows).vehicles()).hasSize(5000);
  }

  @Test
  void aSwallowedRowIsFoundThoughAnotherRowAmongThemIsBroken() {
    Look look =
        Look.at(
            HEAD
                + "Q1,2019,Ford,F-150,45123,19995,White,\"20 inch wheels\n"
                + GOOD
                + "Q2,2019,Ford,F-150,45123,19,995,White,x\n"
                + GOOD2
                + "Q3,2019,Ford,F-150,45123,19995,White,rims 22\"\n");

    assertThat(look.numbers()).containsExactly("Q1", "G1", "G2", "Q3");
    assertThat(look.refusals()).hasSize(1);
  }
}
