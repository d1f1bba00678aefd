package com.lotview.inventory.feedout.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.inventory.imports.StockPreview;
import com.lotview.inventory.meaning.Kind;
import com.lotview.inventory.vehicle.Vehicle;
import com.lotview.inventory.vehicle.VehicleFacts;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** LotView's own importer reads each feed back into the same vehicles. */
class RoundTripTest {
  /** Fields that no feed contains, or for which Meta's feed uses other words. */
  private static final Set<String> NEVER = Set.of("notes", "costBasis", "cleanTitle", "meaning");

  private static final Set<String> NOT_BY_META =
      Set.of("bodyStyle", "drivetrain", "transmission", "fuelType", "engine", "features");

  private static final List<Kind> CLOSED = List.of(Kind.BODY, Kind.DRIVE, Kind.GEARBOX, Kind.FUEL);

  private static final List<Vehicle> STOCK =
      Stream.of(
              "{'stockNumber':'A1','vin':'1HGBH41JXMN109186','year':2021,'make':'Toyota',"
                  + "'model':'Camry','trim':'SE','mileage':34500,'exteriorColor':'Silver',"
                  + "'interiorColor':'Black','bodyStyle':'Sedan','drivetrain':'FWD',"
                  + "'transmission':'Automatic','engine':'2.5L I4','fuelType':'Gasoline',"
                  + "'price':2499900,'condition':'USED','lotDate':'2026-09-01',"
                  + "'features':['Backup Camera','Bluetooth'],'notes':'one owner'}",
              "{'stockNumber':'B-2','vin':'1FTFW1E50MFA00001','year':2022,'make':'Ford',"
                  + "'model':'F-150','trim':'XLT, \\\"Sport\\\"','mileage':12,"
                  + "'exteriorColor':'Red','bodyStyle':'Crew Cab','drivetrain':'4WD',"
                  + "'transmission':'Automatic','engine':'3.5L V6','fuelType':'Gasoline',"
                  + "'price':5499950,'condition':'NEW'}",
              "{'stockNumber':'C3','year':2024,'make':'Volvo','model':'XC60','trim':'Plus',"
                  + "'mileage':44064,'odometer':70914,'odometerUnit':'KM',"
                  + "'exteriorColor':'Blå','bodyStyle':'SUV','drivetrain':'AWD',"
                  + "'transmission':'Automatic','fuelType':'Plug-in Hybrid','price':41900000,"
                  + "'priceCurrency':'SEK','condition':'CPO'}")
          .map(Cars::vehicle)
          .toList();

  @ParameterizedTest
  @EnumSource(FeedFormat.class)
  void the_importer_reads_the_same_vehicles(FeedFormat format) {
    String feed =
        STOCK.stream()
            .map(vehicle -> Cars.offer(vehicle, 3, URI.create("https://smith-auto.example/1")))
            .map(format::line)
            .collect(Collectors.joining("", format.header(), ""));

    StockPreview read = StockPreview.of(feed.getBytes(StandardCharsets.UTF_8), Cars.CLOCK);

    assertThat(read.rows()).allSatisfy(row -> assertThat(row.problem()).isNull());
    assertThat(read.vehicles()).hasSameSizeAs(STOCK);
    for (int i = 0; i < STOCK.size(); i++) {
      same(format, STOCK.get(i).facts(), read.vehicles().get(i));
    }
  }

  private static void same(FeedFormat format, VehicleFacts sent, VehicleFacts read) {
    for (VehicleFacts.Field field : VehicleFacts.FIELDS) {
      boolean other =
          NEVER.contains(field.name())
              || (format == FeedFormat.META && NOT_BY_META.contains(field.name()));
      if (!other) {
        assertThat(field.value().apply(read))
            .as(sent.stockNumber() + " " + field.name())
            .isEqualTo(field.value().apply(sent));
      }
    }
    for (Kind kind : CLOSED) {
      assertThat(read.meaning().value(kind))
          .as(sent.stockNumber() + " " + kind)
          .isEqualTo(sent.meaning().value(kind));
    }
  }
}
