package com.lotview.inventory.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.inventory.vehicle.VehicleFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Kind J: a refused row claims no keys, and a prefix is no make. */
class RefusedRowTest {
  private static final String HEAD = "Stock,VIN,Year,Make,Model,Color,Price,Trans\n";
  private static final String GOOD = "A1,1FTEW1EP1KF100105,2019,Ford,F-150,White,19995,Automatic\n";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A1,1FTEW1EP1KF100105,soon,Ford,F-150,White,19995,Automatic",
        "A1,1FTEW1EP1KF100105,,Ford,F-150,White,19995,Automatic",
        "A1,1FTEW1EP1KF100105,2019,,F-150,White,19995,Automatic",
        "A1,1FTEW1EP1KF100105,2019,Ford,,White,19995,Automatic",
        "A1,1FTEW1EP1KF100105,2019,Ford,F-150,White,19,995,Automatic",
        "A1,1FTEW1EP1KF100105,1819,Ford,F-150,White,19995,Automatic",
        "A1,1FTEW1EPIKFOOO105,2019,Ford,F-150,White,19995,Automatic",
        "A1,,2019,Ford,3-Sep,White,19995,Automatic",
        "A2,1FTEW1EP1KF100105,2019,Ford,#REF!,White,19995,Automatic",
        "a1,1FTEW1EP1KF100105,20l9,Ford,F-150,White,19995,Automatic",
        "A1,,2019,\"Ford,F-150,White,19995,Automatic"
      })
  void aRefusedRowDoesNotKeepAGoodOneOut(String refused) {
    Look look = Look.at(HEAD + refused + "\n" + GOOD);

    assertThat(look.numbers()).containsExactly("A1");
    assertThat(look.only().price()).isEqualTo(1_999_500);
    assertThat(look.refusals()).hasSize(1);
  }

  @Test
  void aRowThatIsTakenKeepsItsKeys() {
    assertThat(Look.at(HEAD + GOOD + GOOD).refusals())
        .containsExactly("the same stock number as in line 2");
  }

  @ParameterizedTest
  @CsvSource({
    "Land, Rover Discovery, Land Rover, Discovery",
    "LAND, ROVER Range Rover, Land Rover, Range Rover",
    "Alfa, Romeo Giulia, Alfa Romeo, Giulia",
    "Aston, Martin DB11, Aston Martin, DB11",
    "Rolls, Royce Ghost, Rolls-Royce, Ghost",
    "Mercedes, Benz C 300, Mercedes-Benz, C 300",
    "Mercedes, AMG GT, Mercedes-Benz, AMG GT",
    "Lynk, & Co 01, Lynk & Co, 01",
    "Harley, Davidson Sportster, Harley-Davidson, Sportster",
    "M, B 200, M, B 200",
    "V, W Golf, V, W Golf",
    "Chev, Y Silverado, Chevrolet, Y Silverado",
    "Ram, Trucks 1500, Ram, Trucks 1500",
    "Mini, Cooper S, MINI, Cooper S",
    "Land Rover, Range Rover Sport, Land Rover, Range Rover Sport",
    "International, Harvester Scout, International, Harvester Scout"
  })
  void aMakeThatWasSplitIsJoinedAndNoOther(
      String make, String model, String realMake, String realModel) {
    VehicleFacts vehicle =
        Look.at("Stock;Year;Make;Model\nA1;2019;" + make + ";" + model + "\nA2;2019;Kia;Rio\n")
            .vehicle("A1");

    assertThat(vehicle.make()).isEqualTo(realMake);
    assertThat(vehicle.model()).isEqualTo(realModel);
  }
}
