package com.lotview.listing.text.check;

import com.lotview.listing.text.DealershipFacts;
import com.lotview.listing.text.DealershipTexts;
import com.lotview.listing.text.Fact;
import com.lotview.listing.text.Saying;
import com.lotview.listing.text.Sentences;
import com.lotview.listing.text.VehicleFacts;
import com.lotview.listing.text.Wording;
import com.lotview.listing.text.check.StatedFact.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what a vehicle and a dealership state. */
final class FactReader {
  // A dealer's words about its business or its whole stock are not facts about one vehicle.
  private static final Pattern BOILERPLATE =
      Pattern.compile(
          "\\b(?:we|we're|our|us|you|your|lot|inventory|stock|selection|browse|shop|visit|call|website|dealer(?:ship)?s?|customers?|financ\\w*|every|vehicles|cars|trucks|suvs|looking for)\\b|\\?");

  /** Values of kinds in the words that texts use for them. */
  private static final Map<String, String> KIND_WORDS =
      Map.ofEntries(
          Map.entry("drive AWD", "awd all-wheel drive"),
          Map.entry("drive 4WD", "4wd 4x4 four-wheel drive"),
          Map.entry("drive FWD", "fwd front-wheel drive"),
          Map.entry("drive RWD", "rwd rear-wheel drive"),
          Map.entry("drive 2WD", "2wd two-wheel drive"),
          Map.entry("gearbox AUTOMATIC", "automatic transmission"),
          Map.entry("gearbox MANUAL", "manual transmission"),
          Map.entry("fuel GASOLINE", "gasoline"),
          Map.entry("fuel DIESEL", "diesel"),
          Map.entry("fuel HYBRID", "hybrid"),
          Map.entry("fuel PLUG_IN_HYBRID", "plug-in hybrid phev electric gasoline"),
          Map.entry("fuel ELECTRIC", "electric battery ev"),
          Map.entry("fuel FLEX", "flex-fuel gasoline e85"),
          Map.entry("body SUV", "suv sport utility"),
          Map.entry("body TRUCK", "truck pickup"),
          Map.entry("body SMALL_CAR", "small car"));

  private static final Pattern GEARBOX_WORDS = Pattern.compile("\\b(?:auto\\w*|a/t|manual|m/t)");

  private final List<StatedFact> stated = new ArrayList<>();

  private FactReader() {}

  /** Facts from the vehicle's fields, without mileage and price. */
  static List<StatedFact> structured(VehicleFacts vehicle) {
    FactReader reader = new FactReader();
    reader.fields(vehicle);
    return reader.stated;
  }

  /** Facts from features, notes and the dealership. */
  static List<StatedFact> described(VehicleFacts vehicle, DealershipFacts dealership) {
    FactReader reader = new FactReader();
    vehicle.features().forEach(feature -> reader.state("features", feature, Origin.VEHICLE));
    if (vehicle.notes() != null) {
      Sentences.of(vehicle.notes()).stream()
          .filter(sentence -> !BOILERPLATE.matcher(Wording.folded(sentence)).find())
          .forEach(sentence -> reader.state("notes", sentence, Origin.NOTES));
    }
    reader.place(dealership);
    return reader.stated;
  }

  private void fields(VehicleFacts v) {
    state("year", String.valueOf(v.year()), Origin.VEHICLE);
    state("make", v.make(), Origin.VEHICLE);
    state("model", v.model(), Origin.VEHICLE);
    state("trim", v.trim(), Origin.VEHICLE);
    state("exteriorColor", v.exteriorColor(), " exterior");
    state("interiorColor", v.interiorColor(), " interior");
    closed("bodyStyle", "body", v.bodyStyle(), v);
    closed("drivetrain", "drive", v.drivetrain(), v);
    closed("transmission", "gearbox", v.transmission(), v);
    state("engine", v.engine(), " engine");
    closed("fuelType", "fuel", v.fuelType(), v);
    switch (v.condition() == null ? "" : v.condition()) {
      case "NEW" -> add(Fact.field("condition", "NEW"), "brand new", Origin.VEHICLE);
      case "USED" -> add(Fact.field("condition", "USED"), "used pre-owned", Origin.VEHICLE);
      default -> {}
    }
    String grade = v.conditionGrade();
    if (grade != null) {
      state("conditionGrade", grade.toLowerCase(Locale.ROOT).replace('_', ' '), " condition");
    }
  }

  /**
   * A field of a closed kind: the value that its meaning affirms, or the cell if it has no meaning.
   */
  private void closed(String field, String kind, @Nullable String cell, VehicleFacts vehicle) {
    Saying saying = vehicle.saying(kind);
    if (saying == null) {
      state(field, cell, kind.equals("gearbox") ? " transmission" : "");
      return;
    }
    if (saying.value() != null) {
      String value = saying.value();
      String words =
          KIND_WORDS.getOrDefault(
              kind + " " + value, value.toLowerCase(Locale.ROOT).replace('_', ' '));
      String details =
          kind.equals("gearbox") && cell != null
              ? " " + GEARBOX_WORDS.matcher(Wording.folded(cell)).replaceAll("")
              : "";
      add(
          new Fact(field, cell == null ? value : cell, saying.column(), saying.cell()),
          words + details,
          Origin.VEHICLE);
    }
  }

  private void place(DealershipFacts dealership) {
    DealershipTexts own = dealership.own();
    state("dealership.name", dealership.name(), Origin.DEALERSHIP);
    state("dealership.city", dealership.city(), Origin.DEALERSHIP);
    state("dealership.state", dealership.state(), Origin.DEALERSHIP);
    state("dealership.phone", dealership.phone(), Origin.DEALERSHIP);
    state("dealership.opening", own.opening(), Origin.DEALERSHIP);
    state("dealership.closing", own.closing(), Origin.DEALERSHIP);
    state("dealership.disclaimer", own.disclaimer(), Origin.DEALERSHIP);
    state("dealership.template", own.template(), Origin.DEALERSHIP);
  }

  private void state(String name, @Nullable String value, Origin origin) {
    if (value != null && !value.isBlank()) {
      add(Fact.field(name, value.strip()), Wording.folded(value), origin);
    }
  }

  private void state(String name, @Nullable String value, String context) {
    if (value != null && !value.isBlank()) {
      add(Fact.field(name, value.strip()), Wording.folded(value) + context, Origin.VEHICLE);
    }
  }

  private void add(Fact fact, String folded, Origin origin) {
    stated.add(StatedFact.of(fact, folded, origin));
  }
}
