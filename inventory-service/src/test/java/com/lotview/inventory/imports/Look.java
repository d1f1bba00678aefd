package com.lotview.inventory.imports;

import com.lotview.contracts.Market;
import com.lotview.inventory.imports.Planner.Step;
import com.lotview.inventory.imports.RowOutcome.Problem;
import com.lotview.inventory.imports.StockPreview.Row;
import com.lotview.inventory.imports.file.Source;
import com.lotview.inventory.imports.row.Learned;
import com.lotview.inventory.imports.row.Makes;
import com.lotview.inventory.imports.row.StockFile;
import com.lotview.inventory.vehicle.Vehicle;
import com.lotview.inventory.vehicle.VehicleFacts;
import com.lotview.inventory.vehicle.VehicleRules;
import com.lotview.inventory.vehicle.VehicleRules.Accepted;
import com.lotview.inventory.vehicle.VehicleStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What the import makes of a text or of a file of the tests, on a fixed day. */
final class Look {
  static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-29T12:00:00Z"), ZoneOffset.UTC);

  private final StockPreview preview;

  private Look(StockPreview preview) {
    this.preview = preview;
  }

  static Look at(String text) {
    return at(text.getBytes(StandardCharsets.UTF_8));
  }

  static Look at(byte[] bytes) {
    return new Look(StockPreview.of(bytes, CLOCK));
  }

  static Look atFile(String name) {
    return at(bytes(name));
  }

  static byte[] bytes(String name) {
    try (InputStream in = Look.class.getResourceAsStream("reported/" + name)) {
      if (in == null) {
        throw new IllegalArgumentException("there is no file " + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  StockPreview preview() {
    return preview;
  }

  List<VehicleFacts> vehicles() {
    return preview.vehicles();
  }

  List<String> numbers() {
    return vehicles().stream().map(VehicleFacts::stockNumber).toList();
  }

  /** The vehicle with the stock number. */
  VehicleFacts vehicle(String number) {
    return row(number).accepted().facts();
  }

  VehicleFacts only() {
    if (vehicles().size() != 1) {
      throw new AssertionError("not one vehicle: " + preview);
    }
    return vehicles().getFirst();
  }

  VehicleStatus status(String number) {
    return row(number).accepted().status();
  }

  /** The reasons of the vehicle's warnings, each after its column. */
  List<String> warnings(String number) {
    return row(number).warnings().stream().map(w -> w.column() + ": " + w.reason()).toList();
  }

  /** Why rows are refused. */
  List<String> refusals() {
    return preview.rows().stream()
        .map(Row::problem)
        .filter(problem -> problem != null)
        .map(Problem::reason)
        .toList();
  }

  private Row row(String number) {
    return preview.rows().stream()
        .filter(row -> row.accepted() != null)
        .filter(row -> row.accepted().facts().stockNumber().equals(number))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no vehicle " + number + " in " + preview));
  }

  /** Vehicles as they are after a file, where they were as given before. */
  static List<Vehicle> after(List<Vehicle> before, String text, boolean relist) {
    return after(before, text.getBytes(StandardCharsets.UTF_8), relist, new ArrayList<>());
  }

  static List<Vehicle> after(
      List<Vehicle> before, byte[] bytes, boolean relist, List<String> warnings) {
    Planner planner = new Planner(new VehicleRules(CLOCK), relist);
    List<Vehicle> now = new ArrayList<>(before);
    StockFile file =
        StockFile.read(
            Source.of(bytes), Makes.load(), LocalDate.now(CLOCK), Market.US, Learned.NONE);
    Planner.Stock stock = new Planner.Stock(List.copyOf(before), Map.of(), Set.of());
    file.rows()
        .forEach(row -> {
          switch (planner.plan(row, stock)) {
            case Step.Create create -> now.add(vehicle(create.accepted()));
            case Step.Update update -> {
              int place = now.indexOf(update.vehicle());
              now.set(place, changed(update.vehicle(), update.accepted()));
              update.warnings().forEach(warning -> warnings.add(warning.reason()));
            }
            case Step.Keep keep -> keep.warnings().forEach(w -> warnings.add(w.reason()));
            case Step.Reject reject -> warnings.add("refused: " + reject.problem().reason());
          }
        });
    return now;
  }

  private static Vehicle vehicle(Accepted accepted) {
    return new Vehicle(
        UUID.randomUUID(),
        new UUID(0, 1),
        accepted.facts(),
        accepted.status(),
        1,
        CLOCK.instant(),
        CLOCK.instant());
  }

  private static Vehicle changed(Vehicle vehicle, Accepted accepted) {
    return vehicle.changed(accepted.facts(), accepted.status(), CLOCK.instant());
  }
}
