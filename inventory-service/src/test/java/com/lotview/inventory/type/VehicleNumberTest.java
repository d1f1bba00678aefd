package com.lotview.inventory.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lotview.inventory.type.VehicleNumber.Kind;
import com.lotview.inventory.type.VehicleNumber.Known;
import com.lotview.inventory.type.VehicleNumber.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VehicleNumberTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1HGBH41JXMN109186",
        "1hgbh41jxmn109186",
        " 1HGBH41JXMN109186 ",
        "1HG BH41JX MN 109186",
        "1HGBH41JX\u00a0MN109186",
        "1HGBH41JX\u2007MN109186",
        "1HGBH41JX\tMN109186",
        "\ufeff1HGBH41JXMN\u200b109186",
        "1HGBH-41JX-MN109186",
        "1HGBH41JX MN-109186",
        "１ＨＧＢＨ４１ＪＸＭＮ１０９１８６"
      })
  void vinOf17_isStoredWithoutWhatStandsBetween(String text) {
    assertThat(VehicleNumber.read(text, 1991))
        .isEqualTo(new Known(new VehicleNumber(Kind.VIN17, "1HGBH41JXMN109186")));
  }

  @ParameterizedTest
  @CsvSource({
    "JZX100-0012345, 1997, JZX100-0012345",
    "jzx100-0012345, 1997, JZX100-0012345",
    "JZX100 0012345, 1997, JZX100-0012345",
    "JZX100 - 0012345, 1997, JZX100-0012345",
    "JZX100–0012345, 1997, JZX100-0012345",
    "JZX100ー0012345, 1997, JZX100-0012345",
    "BNR32-305366, 1993, BNR32-305366",
    "FD3S-301234, 1996, FD3S-301234",
    "S15-012345, 2000, S15-012345",
    "NA1-1001234, 1991, NA1-1001234",
    "GC8-012345, 1998, GC8-012345",
    "HA36S-123456, 2016, HA36S-123456",
    "HLS30-12345, 1972, HLS30-12345",
    "AE86-5012345, , AE86-5012345"
  })
  void frameNumberOfJapan_isStoredWithItsHyphen(String text, Integer year, String expected) {
    assertThat(VehicleNumber.read(text, year))
        .isEqualTo(new Known(new VehicleNumber(Kind.FRAME_NUMBER, expected)));
  }

  @ParameterizedTest
  @CsvSource({
    "124379N503123, 1969, 124379N503123",
    "8F01C123456, 1968, 8F01C123456",
    "194677S 112233, 1967, 194677S112233",
    "1E12345, 1963, 1E12345",
    "118 123 456, 1968, 118123456",
    "9113600123, 1973, 9113600123",
    "GHN5UD123456G, 1973, GHN5UD123456G",
    "107.044-12-012345, 1979, 10704412012345",
    "1Z37L7S400123, 1977, 1Z37L7S400123",
    "4A69H100001, 1980, 4A69H100001"
  })
  void vinOfBefore1981_isStoredAsItIs(String text, int year, String expected) {
    assertThat(VehicleNumber.read(text, year))
        .isEqualTo(new Known(new VehicleNumber(Kind.PRE_1981, expected)));
  }

  @ParameterizedTest
  @CsvSource({
    "1HGBH41JXMN10918, 1991",
    "1HGBH41JXMN10918, ",
    "124379N503123, 1981",
    "124379N503123, ",
    "7GZ07RF71SNO11750, 2025",
    "1HGBH41JXMN1091866, 1991",
    "N/A, 2015",
    "N/A, 1969",
    "UNKNOWN, 1969",
    "12, 1969",
    "-, 1997",
    "JZX-, 1997",
    "JZX100-12, 1997",
    "ABC-1234567, 1997",
    "'', 1997"
  })
  void whatIsNoNumber_isRefused(String text, Integer year) {
    assertThat(VehicleNumber.read(text, year)).isInstanceOf(Refused.class);
  }

  @Test
  void refusal_namesWhatIsMissing() {
    assertThat(VehicleNumber.read("1HGBH41JXMN10918", 1991))
        .isEqualTo(new Refused("must have 17 letters and digits, without I, O and Q; this has 16"));
  }

  @ParameterizedTest
  @CsvSource({
    "1HGBH41JXMN109186, true",
    "5TDXZ3DC2KS015402, true",
    "11111111111111111, true",
    "1HGBH41JXMN109187, false"
  })
  void checkDigit_isCompared(String vin, boolean fits) {
    assertThat(new VehicleNumber(Kind.VIN17, vin).checkDigitFits()).isEqualTo(fits);
  }

  @Test
  void otherNumbers_haveNoCheckDigit() {
    VehicleNumber frame = new VehicleNumber(Kind.FRAME_NUMBER, "JZX100-0012345");

    assertThatThrownBy(frame::checkDigitFits).isInstanceOf(IllegalStateException.class);
  }
}
