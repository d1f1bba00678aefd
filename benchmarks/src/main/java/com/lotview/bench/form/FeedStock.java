package com.lotview.bench.form;

import com.lotview.form.mapping.FormMapping;
import com.lotview.form.mapping.UnmappableException;
import com.lotview.inventory.imports.StockPreview;
import com.lotview.inventory.imports.file.UnreadableFileException;
import com.lotview.inventory.vehicle.VehicleFacts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Vehicles of real dealers' files that can be posted, read by the inventory's own import: price,
 * mileage, gearbox and everything else that the form needs are known. The others do not test the
 * form.
 */
public final class FeedStock {
  private static final List<String> BODIES =
      List.of("Sedan", "SUV", "Truck", "Hatchback", "Coupe", "Convertible", "Wagon", "Minivan");
  private static final List<String> GRADES =
      List.of("Excellent", "Very good", "Good", "Fair", "Poor");

  private final FormMapping mapping = new FormMapping();
  private final List<FeedVehicle> vehicles = new ArrayList<>();
  private final TreeMap<String, Integer> refused = new TreeMap<>();
  private int read;

  private FeedStock() {}

  /** Reads the feeds in {@code LOTVIEW_SHARED}; the demo file if there are none. */
  public static FeedStock read() {
    return read(shared());
  }

  /**
   * Reads all files of a folder.
   *
   * @param shared the folder that holds {@code data/feeds}; the demo's own file if it has none
   */
  private static FeedStock read(@Nullable Path shared) {
    FeedStock stock = new FeedStock();
    Path feeds = shared == null ? null : shared.resolve("data/feeds");
    if (feeds == null || !Files.isDirectory(feeds)) {
      stock.add("demo", demo());
    } else {
      try (Stream<Path> files = Files.list(feeds)) {
        files
            .filter(file -> file.toString().matches(".*\\.(csv|tsv|xml|json)"))
            .sorted()
            .forEach(file -> stock.add(String.valueOf(file.getFileName()), bytes(file)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    Collections.shuffle(stock.vehicles, new Random(4));
    return stock;
  }

  public List<FeedVehicle> vehicles() {
    return List.copyOf(vehicles);
  }

  /** For people: how many vehicles there are, and why others were left out. */
  String summary() {
    String files =
        vehicles.stream()
            .collect(Collectors.groupingBy(FeedVehicle::file, TreeMap::new, Collectors.counting()))
            .entrySet()
            .stream()
            .map(entry -> entry.getValue() + " of " + entry.getKey())
            .collect(Collectors.joining(", "));
    return "%d vehicles read, %d can be posted (%s); not: %s"
        .formatted(read, vehicles.size(), files, refused);
  }

  private void add(String file, byte[] content) {
    try {
      StockPreview.vehicles(content, Clock.systemUTC()).forEach(facts -> add(file, facts));
    } catch (UnreadableFileException e) {
      refused.merge("no table (" + file + ")", 1, Integer::sum);
    }
  }

  private void add(String file, VehicleFacts facts) {
    read++;
    int turn = read;
    FeedVehicle vehicle = new FeedVehicle(file, completed(facts, turn), grade(facts, turn));
    if (facts.price() == null || facts.priceCurrency() != null) {
      refused.merge("price", 1, Integer::sum);
      return;
    }
    try {
      mapping.map(vehicle.order("LV-0", "Denver, CO", List.of()));
      vehicles.add(vehicle);
    } catch (UnmappableException unmappable) {
      refused.merge(unmappable.field(), 1, Integer::sum);
    }
  }

  /** Values for files without them: a body, and whether the title is clean. */
  private static VehicleFacts completed(VehicleFacts f, int turn) {
    return new VehicleFacts(
            f.stockNumber(),
            f.vin(),
            f.year(),
            f.make(),
            f.model(),
            f.trim(),
            f.mileage(),
            f.exteriorColor(),
            f.interiorColor(),
            Objects.requireNonNullElse(f.bodyStyle(), BODIES.get(turn % BODIES.size())),
            f.drivetrain(),
            f.transmission(),
            f.engine(),
            f.fuelType(),
            f.price(),
            f.costBasis(),
            f.condition(),
            f.conditionGrade(),
            Objects.requireNonNullElse(f.cleanTitle(), turn % 3 != 0),
            f.features(),
            f.notes(),
            f.lotDate(),
            f.priceCurrency(),
            f.odometer(),
            f.odometerUnit(),
            f.meaning())
        .understood();
  }

  private static String grade(VehicleFacts facts, int turn) {
    var known = facts.conditionGrade();
    return known == null
        ? GRADES.get(turn % GRADES.size())
        : known.name().charAt(0)
            + known.name().substring(1).replace('_', ' ').toLowerCase(java.util.Locale.ROOT);
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] demo() {
    try (InputStream in = FeedStock.class.getResourceAsStream("/demo/vehicles.csv")) {
      return Objects.requireNonNull(in, "demo/vehicles.csv").readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@code LOTVIEW_SHARED}, or the folder beside the repository. */
  private static @Nullable Path shared() {
    String chosen = System.getenv("LOTVIEW_SHARED");
    Path beside = Path.of("..", "shared");
    return chosen != null && !chosen.isBlank()
        ? Path.of(chosen)
        : Files.isDirectory(beside) ? beside : null;
  }
}
