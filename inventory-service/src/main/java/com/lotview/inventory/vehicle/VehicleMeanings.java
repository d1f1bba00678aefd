package com.lotview.inventory.vehicle;

import com.lotview.inventory.meaning.Origins;
import com.lotview.inventory.meaning.Origins.Origin;
import com.lotview.inventory.meaning.Kind;
import com.lotview.inventory.meaning.Meaning;
import com.lotview.inventory.meaning.Meanings;
import com.lotview.inventory.meaning.Reading;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which fields of a vehicle speak of which kind. */
final class VehicleMeanings {
  private static final Map<Kind, Field> FIELDS =
      Map.of(
          Kind.BODY, new Field("bodyStyle", VehicleFacts::bodyStyle),
          Kind.FUEL, new Field("fuelType", VehicleFacts::fuelType),
          Kind.GEARBOX, new Field("transmission", VehicleFacts::transmission),
          Kind.DRIVE, new Field("drivetrain", VehicleFacts::drivetrain),
          Kind.CONDITION, new Field("condition", VehicleMeanings::condition),
          Kind.CERTIFIED, new Field("condition", VehicleMeanings::certified),
          Kind.TITLE, new Field("cleanTitle", VehicleMeanings::title));

  private static final Meanings MEANINGS = new Meanings();

  private VehicleMeanings() {}

  private record Field(String name, Function<VehicleFacts, @Nullable String> value) {}

  /**
   * What the facts say, and the cells that are no fields of their own.
   *
   * @param cells of the file; one that a fact was made of counts only while the fact is unchanged
   */
  static Meaning of(VehicleFacts facts, Origins cells) {
    Map<Kind, Origin> found = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      Origin cell = cell(kind, facts, cells.of(kind));
      if (cell != null) {
        found.put(kind, cell);
      }
    }
    return MEANINGS.of(new Meanings.Sources(found, facts.features(), facts.notes()));
  }

  /** The cells that the vehicle's meaning was read from, for a change that keeps them. */
  static Origins origins(VehicleFacts facts) {
    Map<Kind, Origin> cells = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      Reading reading = facts.meaning().of(kind);
      if (reading != null
          && !reading.column().equals("features")
          && !reading.column().equals("notes")) {
        Field field = FIELDS.get(kind);
        String fact = field == null ? null : field.value().apply(facts);
        cells.put(kind, new Origin(reading.column(), reading.cell(), fact));
      }
    }
    return new Origins(cells);
  }

  private static @Nullable Origin cell(Kind kind, VehicleFacts facts, @Nullable Origin given) {
    Field field = FIELDS.get(kind);
    if (field == null) {
      return given;
    }
    String fact = field.value().apply(facts);
    if (fact == null) {
      return given != null && given.fact() == null ? given : null;
    }
    return given != null && fact.equals(given.fact()) ? given : new Origin(field.name(), fact, fact);
  }

  private static @Nullable String condition(VehicleFacts facts) {
    return facts.condition() == null ? null : facts.condition().name();
  }

  private static @Nullable String certified(VehicleFacts facts) {
    return facts.condition() == Condition.CPO ? Condition.CPO.name() : null;
  }

  private static @Nullable String title(VehicleFacts facts) {
    return facts.cleanTitle() == null ? null : facts.cleanTitle().toString();
  }
}
