package com.lotview.inventory.type;

import static com.lotview.inventory.type.VehicleType.BOAT;
import static com.lotview.inventory.type.VehicleType.CAR_TRUCK;
import static com.lotview.inventory.type.VehicleType.MOTORCYCLE;
import static com.lotview.inventory.type.VehicleType.RV_CAMPER;
import static com.lotview.inventory.type.VehicleType.TRAILER;
import static com.lotview.inventory.type.VehicleType.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.inventory.type.VehicleNumber.Known;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VehicleTypeReaderTest {
  private static final VehicleTypeReader READER = VehicleTypeReader.load();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Motorcycle | MOTORCYCLE",
        "MOTORCYCLES / Cruiser | MOTORCYCLE",
        "Powersports > Motorcycle | MOTORCYCLE",
        "Dirt Bike | MOTORCYCLE",
        "Scooter | MOTORCYCLE",
        "Motocicleta | MOTORCYCLE",
        "Sepeda Motor | MOTORCYCLE",
        "Motorrad | MOTORCYCLE",
        "ATV | POWERSPORT",
        "ATV/UTV | POWERSPORT",
        "Side-by-Side | POWERSPORT",
        "Powersports | POWERSPORT",
        "4-Wheeler | POWERSPORT",
        "Snowmobile | POWERSPORT",
        "moto de nieve | POWERSPORT",
        "Golf Cart | POWERSPORT",
        "RV | RV_CAMPER",
        "Class A Motorhome | RV_CAMPER",
        "Travel Trailer | RV_CAMPER",
        "Fifth Wheel | RV_CAMPER",
        "Truck Camper | RV_CAMPER",
        "Camper Van | RV_CAMPER",
        "Wohnmobil | RV_CAMPER",
        "Utility Trailer | TRAILER",
        "Boat Trailer | TRAILER",
        "Motorcycle trailer | TRAILER",
        "Remolque | TRAILER",
        "Anhänger | TRAILER",
        "Boat | BOAT",
        "Pontoon Boat | BOAT",
        "lancha | BOAT",
        "Semi Truck | COMMERCIAL",
        "Tractor Trailer | COMMERCIAL",
        "Commercial Trucks > Box Truck > Straight Truck | COMMERCIAL",
        "School Bus | COMMERCIAL",
        "Commercial Trucks > Cab Chassis | COMMERCIAL",
        "Commercial Trucks > Cargo Van | CAR_TRUCK",
        "Sport Utility Vehicle (SUV)/MPV | CAR_TRUCK",
        "4WD Crew Cab 147\" | CAR_TRUCK",
        "Quad Cab Pickup | CAR_TRUCK",
        "Minibus | CAR_TRUCK",
        "Boat tail coupe | CAR_TRUCK",
        "Coupé | CAR_TRUCK",
        "New | UNKNOWN",
        "Used | UNKNOWN",
        "No trailer | UNKNOWN"
      })
  void words_sayTheType(String cell, VehicleType expected) {
    assertThat(READER.read(null, null, null, Map.of("Type", cell)).type()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "1HGBH41JXMN109186, CAR_TRUCK",
    "1FTEW1EP6KF100665, CAR_TRUCK",
    "WA1GAAFY9N2900111, CAR_TRUCK",
    "5YJSA1H12FFP71790, CAR_TRUCK",
    // Passenger vans are buses to the authority.
    "1FBAX2C89MKA12345, CAR_TRUCK",
    "1HD1GP4558K319097, MOTORCYCLE",
    "JH2SC5900AK000001, MOTORCYCLE",
    "JYARN23E0AA000001, MOTORCYCLE",
    "JKAEX8A10AA000001, MOTORCYCLE",
    "ZDM1UB3S0AB000001, MOTORCYCLE",
    "SMTC02RF0AT000001, MOTORCYCLE",
    "WB10A0100AZ000001, MOTORCYCLE",
    "JH2TE3500AK000001, POWERSPORT",
    "1HFTE35U0A4000001, POWERSPORT",
    "JS1GT78A0A2100001, MOTORCYCLE",
    "5SAAK4CK0A7100001, POWERSPORT",
    "4XASE9990AA000001, POWERSPORT",
    "1UJBJ0BR0A1TX0001, TRAILER",
    "1GRAA0621AB700001, TRAILER",
    "1XPBD49X0AD100001, COMMERCIAL",
    "1M8PDMTA0AP050001, COMMERCIAL",
    "1FCNF53S0A0A00001, RV_CAMPER",
    "1FDXE45S0ADA00001, UNKNOWN"
  })
  void vin_saysTheType(String vin, VehicleType expected) {
    assertThat(READER.read(number(vin), null, null, Map.of()).type()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // Words narrow what the VIN says.
        "1UJBJ0BR0A1TX0001 | Travel Trailer | RV_CAMPER",
        "WD4PF0CD0KP000001 | Class B Motorhome | RV_CAMPER",
        "1FDXE45S0ADA00001 | Class C Motorhome | RV_CAMPER",
        "1FDXE45S0ADA00001 | Box Truck | COMMERCIAL",
        "1FDRF3HT0ADA00001 | Regular Cab | CAR_TRUCK",
        "1XPBD49X0AD100001 | Truck | COMMERCIAL",
        "JH2SC5900AK000001 | Powersports | MOTORCYCLE",
        "JH2SC5900AK000001 | ATV | POWERSPORT",
        "4XASE9990AA000001 | Powersports | POWERSPORT",
        // Contradictions give no type.
        "1HD1GP4558K319097 | SUV | UNKNOWN",
        "57XAAPFA0F8100001 | Convertible | UNKNOWN",
        "1HGBH41JXMN109186 | Motorcycle | UNKNOWN",
        "1HGBH41JXMN109186 | Boat | UNKNOWN",
        "1HGBH41JXMN109186 | Trailer | UNKNOWN",
        "1GRAA0621AB700001 | Van | UNKNOWN",
        "1HGBH41JXMN109186 | Sedan, Motorcycle | UNKNOWN"
      })
  void wordsAndVin_areJoined(String vin, String cell, VehicleType expected) {
    TypeReading reading = READER.read(number(vin), null, null, Map.of("Body", cell));

    assertThat(reading.type()).isEqualTo(expected);
    assertThat(reading.mayBeCarOrTruck()).isEqualTo(expected == CAR_TRUCK);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "1FDRF3HT0ADA00001 | F-350 Super Duty | Cab Chassis | CAR_TRUCK",
        "1FDUF5HT0ADA00001 | F-550 Super Duty | Cab Chassis | COMMERCIAL",
        "- | Silverado 3500HD CC | Commercial Trucks > Cab Chassis | CAR_TRUCK",
        "- | Silverado 5500HD | Commercial Trucks > Cab Chassis | COMMERCIAL",
        "- | 3500 Chassis | Chassis Cab | CAR_TRUCK",
        "- | 4500 HG LCF Gas | Cab Chassis | COMMERCIAL",
        "- | Transit-350 | Cab & Chassis | CAR_TRUCK",
        "- | L6 | Cab / Chassis Trucks | COMMERCIAL",
        "- | 13500 | Cab Chassis | COMMERCIAL",
        "1FTEW1EP6KF100665 | F-150 | Commercial Trucks | CAR_TRUCK",
        "1FTEW1EP6KF100665 | F-150 | Commercial Trucks > Pickup | CAR_TRUCK",
        "1XPBD49X0AD100001 | 579 | Commercial Trucks | COMMERCIAL",
        "- | F-350 | Box Truck | COMMERCIAL",
        "- | Transit-350 | Step Van | COMMERCIAL",
      })
  void chassis_isATruckIfItsModelIsLight(
      @Nullable String vin, String model, String cell, VehicleType expected) {
    VehicleNumber number = vin == null ? null : number(vin);

    assertThat(READER.read(number, "Chevrolet", model, Map.of("Body", cell)).type())
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "Harley-Davidson, MOTORCYCLE",
    "HARLEY DAVIDSON, MOTORCYCLE",
    "Polaris, UNKNOWN",
    "Yamaha, UNKNOWN",
    "Jayco, RV_CAMPER",
    "Bayliner, BOAT",
    "Peterbilt, COMMERCIAL"
  })
  void makeThatBuildsNoCar_isNeverACar(String make, VehicleType expected) {
    TypeReading alone = READER.read(null, make, null, Map.of());

    assertThat(alone.type()).isEqualTo(expected);
    assertThat(alone.mayBeCarOrTruck()).isFalse();
    assertThat(READER.read(null, make, null, Map.of("Body", "Convertible")).type())
        .isEqualTo(UNKNOWN);
    assertThat(READER.read(null, make, null, Map.of("Type", "Trailer")).type()).isEqualTo(TRAILER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Honda", "BMW", "Suzuki", "Ford", "Freightliner", "Triumph", "Indian"})
  void makeThatBuildsCarsToo_saysNothing(String make) {
    TypeReading reading = READER.read(null, make, null, Map.of());

    assertThat(reading.clues()).isEmpty();
    assertThat(reading.type()).isEqualTo(UNKNOWN);
  }

  @Test
  void severalColumns_areReadTogether() {
    assertThat(
            READER
                .read(null, "Honda", null, Map.of("Type", "Used", "Category", "Motorcycles"))
                .type())
        .isEqualTo(MOTORCYCLE);
    assertThat(READER.read(null, "Ford", null, Map.of("Type", "Used", "Body", "4dr")).type())
        .isEqualTo(CAR_TRUCK);
    assertThat(READER.read(null, "Ford", null, Map.of("Type", "Boat", "Body", "Sedan")).type())
        .isEqualTo(UNKNOWN);
    assertThat(READER.read(null, "Ford", null, Map.of("Type", "RV", "Body", "Van")).type())
        .isEqualTo(RV_CAMPER);
    assertThat(READER.read(null, "Sea Ray", null, Map.of("Type", "Boat", "Body", "")).type())
        .isEqualTo(BOAT);
  }

  @Test
  void numberOfBefore1981OrOfJapan_saysNothing() {
    for (String text : List.of("124379N503123", "JZX100-0012345")) {
      VehicleNumber number = ((Known) VehicleNumber.read(text, 1969)).number();

      assertThat(READER.read(number, "Chevrolet", null, Map.of()).clues()).isEmpty();
      assertThat(READER.read(number, "Chevrolet", null, Map.of("Body", "Coupe")).type())
          .isEqualTo(CAR_TRUCK);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Honda, CRF450R, MOTORCYCLE",
    "Honda, Gold Wing Tour, MOTORCYCLE",
    "Honda, Rebel 500, MOTORCYCLE",
    "Honda, TRX420 Rancher, POWERSPORT",
    "Honda, Pioneer 1000-5, POWERSPORT",
    "BMW, R 1250 GS, MOTORCYCLE",
    "BMW, S1000RR, MOTORCYCLE",
    "BMW, R nineT, MOTORCYCLE",
    "Suzuki, GSX-R750, MOTORCYCLE",
    "Suzuki, V-Strom 650, MOTORCYCLE",
    "Suzuki, KingQuad 750, POWERSPORT",
    "Triumph, Bonneville T120, MOTORCYCLE",
    "Indian, Scout Bobber, MOTORCYCLE",
    "Honda, CR-V, UNKNOWN",
    "Honda, Civic, UNKNOWN",
    "Honda, CRX, UNKNOWN",
    "Honda, Ridgeline, UNKNOWN",
    "BMW, X5, UNKNOWN",
    "BMW, 330i, UNKNOWN",
    "BMW, M3, UNKNOWN",
    "Suzuki, Grand Vitara, UNKNOWN",
    "Suzuki, XL7, UNKNOWN",
    "Triumph, Spitfire, UNKNOWN"
  })
  void modelOfAMakeOfBoth_decidesWhereNothingElseSpeaks(
      String make, String model, VehicleType type) {
    assertThat(READER.read(null, make, model, Map.of()).type()).isEqualTo(type);
  }

  @Test
  void wordsOfTheFile_beatTheModel() {
    assertThat(READER.read(null, "Honda", "Pioneer", Map.of("Body", "Sedan")).type())
        .isEqualTo(CAR_TRUCK);
  }

  @Test
  void reason_namesAllClues() {
    TypeReading reading =
        READER.read(number("1HD1GP4558K319097"), "Harley-Davidson", null, Map.of("Body", "SUV"));

    assertThat(reading.reason())
        .isEqualTo(
            "contradictory: Body \"SUV\" says CAR_TRUCK, VIN \"1HD1GP4558K319097\" says MOTORCYCLE");
    assertThat(READER.read(null, null, null, Map.of()).reason()).startsWith("neither");
  }

  // The makers of the real stock files build cars, and must not be taken for anything else.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1C4", "1C6", "1FA", "1FM", "1FT", "1G1", "1GC", "1GT", "1N4", "2C3", "2HK", "2T3", "3C6",
        "3FA", "3GC", "3GT", "3KP", "3VV", "4JG", "4S4", "5FN", "5N1", "5TD", "5UX", "5YJ", "7FA",
        "JF2", "JM3", "JN8", "JTH", "KL4", "KM8", "KND", "LRB", "LVY", "LYV", "MAJ", "ML3", "NM0",
        "SAD", "SAL", "SCB", "W1K", "W1N", "WA1", "WBA", "WDD", "WP1", "WVG", "YV4", "ZAC", "ZAM",
        "ZAR", "ZFF", "ZPB"
      })
  void wmiOfCars_isACar(String wmi) {
    assertThat(WmiTypes.load().of(wmi + "XXXXXXXXXXXXXX")).contains(CAR_TRUCK);
  }

  private static @Nullable VehicleNumber number(String vin) {
    return ((Known) VehicleNumber.read(vin, 2010)).number();
  }
}
