package com.lotview.inventory.vehicle;

import com.lotview.inventory.meaning.Kind;
import com.lotview.inventory.meaning.Meaning;
import com.lotview.inventory.meaning.Meanings;
import com.lotview.inventory.meaning.Origins;
import com.lotview.inventory.meaning.Origins.Origin;
import com.lotview.inventory.meaning.Reading;
import com.lotview.inventory.type.TypeReading;
import com.lotview.inventory.type.VehicleNumber;
import com.lotview.inventory.type.VehicleType;
import com.lotview.inventory.type.VehicleTypeReader;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which fields of a vehicle give information about which kind. */
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

  private static final VehicleTypeReader TYPES = VehicleTypeReader.load();
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
    Meaning meaning = MEANINGS.of(new Meanings.Sources(found, facts.features(), facts.notes()));
    Reading type = type(facts, found);
    return type == null ? meaning : meaning.with(Kind.TYPE, type);
  }

  /** What the vehicle is; null if nothing speaks for another type than a car or truck. */
  private static @Nullable Reading type(VehicleFacts facts, Map<Kind, Origin> origins) {
    Map<String, String> cells = new LinkedHashMap<>();
    for (Kind kind : List.of(Kind.TYPE, Kind.BODY)) {
      Origin origin = origins.get(kind);
      if (origin != null) {
        cells.put(origin.column(), origin.text());
      }
    }
    TypeReading read = TYPES.read(number(facts), facts.make(), facts.model(), cells);
    if (read.clues().isEmpty()) {
      return null;
    }
    TypeReading.Clue clue =
        read.clues().stream()
            .filter(one -> one.type() == read.type())
            .findFirst()
            .orElse(read.clues().getFirst());
    return Reading.of(
        read.type().name(),
        clue.source(),
        read.type() == VehicleType.UNKNOWN ? read.reason() : clue.words());
  }

  private static @Nullable VehicleNumber number(VehicleFacts facts) {
    return facts.vin() != null
            && VehicleNumber.read(facts.vin(), facts.year())
                instanceof VehicleNumber.Known(var known)
        ? known
        : null;
  }

  /** The cells that the vehicle's meaning was read from, for a change that keeps them. */
  static Origins origins(VehicleFacts facts) {
    Map<Kind, Origin> cells = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      Reading reading = facts.meaning().of(kind);
      if (reading != null && isCell(kind, reading, facts.meaning())) {
        Field field = FIELDS.get(kind);
        String fact = field == null ? null : field.value().apply(facts);
        cells.put(kind, new Origin(reading.column(), reading.cell(), fact));
      }
    }
    return new Origins(cells);
  }

  // A type may be read from the VIN, the make or the body's column, which do not count as its
  // cells.
  private static boolean isCell(Kind kind, Reading reading, Meaning meaning) {
    Reading body = meaning.of(Kind.BODY);
    String column = reading.column();
    return kind == Kind.TYPE
        ? !Set.of("VIN", "make", "model").contains(column)
            && (body == null || !column.equals(body.column()))
        : !Set.of("features", "notes").contains(column);
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
    return given != null && fact.equals(given.fact())
        ? given
        : new Origin(field.name(), fact, fact);
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
