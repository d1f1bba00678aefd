package com.lotview.inventory.type;

import com.lotview.inventory.type.TypeReading.Clue;
import com.lotview.inventory.type.TypeWords.Meaning;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Determines the type of a vehicle from three sources: the words of its file, its VIN and its make.
 * If they contradict each other the type is unknown: a motorcycle is never taken for a car.
 *
 * <p>Words may narrow the VIN's type (a trailer that is a camper, a van that is a motorhome), and
 * decide if the VIN gives none. If neither gives a type, model names that only motorcycles and
 * similar vehicles have decide. The make alone decides only if it builds a single type. A number
 * from before 1981 and a Japanese frame number give no type, because no public table lists them.
 */
public final class VehicleTypeReader {
  private static final Set<VehicleType> ON_HANDLEBARS =
      EnumSet.of(VehicleType.MOTORCYCLE, VehicleType.POWERSPORT);

  private final TypeWords words;
  private final WmiTypes vins;
  private final Map<String, Set<VehicleType>> makes;
  private final List<String> lightModels;
  private final List<ModelType> models;

  /** Models of a make that builds cars too; {@code words} begin the model's name. */
  private record ModelType(VehicleType type, String make, String words) {
    boolean is(String otherMake, String model) {
      return make.equals(otherMake)
          && model.startsWith(words)
          && (model.length() == words.length()
              || !Character.isLetter(model.charAt(words.length()))
              || Character.isDigit(words.charAt(words.length() - 1)));
    }
  }

  private VehicleTypeReader(
      TypeWords words,
      WmiTypes vins,
      Map<String, Set<VehicleType>> makes,
      List<String> lightModels,
      List<ModelType> models) {
    this.models = models;
    this.words = words;
    this.vins = vins;
    this.makes = makes;
    this.lightModels = lightModels;
  }

  public static VehicleTypeReader load() {
    Map<String, Set<VehicleType>> makes = new HashMap<>();
    for (List<String> line : Data.lines("type-makes.txt", ":")) {
      Set<VehicleType> types = EnumSet.noneOf(VehicleType.class);
      Data.split(line.getFirst(), " ").forEach(type -> types.add(VehicleType.valueOf(type)));
      Data.split(line.get(1), ",").forEach(make -> makes.put(key(make), types));
    }
    List<String> light =
        Data.lines("type-light-models.txt", ",").stream()
            .flatMap(List::stream)
            .map(VehicleTypeReader::key)
            .toList();
    return new VehicleTypeReader(TypeWords.load(), WmiTypes.load(), makes, light, models());
  }

  private static List<ModelType> models() {
    List<ModelType> models = new ArrayList<>();
    for (List<String> line : Data.lines("type-models.txt", ":")) {
      VehicleType type = VehicleType.valueOf(line.getFirst());
      for (String model : Data.split(line.get(2), ",")) {
        models.add(new ModelType(type, key(line.get(1)), key(model)));
      }
    }
    return List.copyOf(models);
  }

  /**
   * Reads the type.
   *
   * @param model tells whether a chassis is light
   * @param cells what stands in the columns for type, category and body, by the column's name
   */
  public TypeReading read(
      @Nullable VehicleNumber number,
      @Nullable String make,
      @Nullable String model,
      Map<String, String> cells) {
    List<Clue> clues = new ArrayList<>();
    String modelKey = model == null ? null : key(model);
    boolean light = modelKey != null && isLight(modelKey);
    VehicleType byWords = gather(cells, false, light, clues);
    boolean heading = byWords == VehicleType.UNKNOWN && clues.isEmpty();
    if (heading) {
      byWords = gather(cells, true, light, clues);
    }
    boolean contradictory = byWords == VehicleType.UNKNOWN && !clues.isEmpty();
    VehicleType byVin = byVin(number, clues);
    VehicleType type = contradictory ? VehicleType.UNKNOWN : both(byWords, heading, byVin);
    contradictory |= type == VehicleType.UNKNOWN && !clues.isEmpty() && !allOpen(clues);
    String makeKey = make == null ? null : key(make);
    if (type == VehicleType.UNKNOWN && !contradictory && makeKey != null && modelKey != null) {
      type = byModel(makeKey, modelKey);
      if (type != VehicleType.UNKNOWN && model != null) {
        clues.add(new Clue("model", model, type));
      }
    }
    return new TypeReading(withMake(type, contradictory, make, makeKey, clues), clues);
  }

  private VehicleType byModel(String makeKey, String modelKey) {
    return models.stream()
        .filter(one -> one.is(makeKey, modelKey))
        .findFirst()
        .map(ModelType::type)
        .orElse(VehicleType.UNKNOWN);
  }

  private boolean isLight(String modelKey) {
    String words = " " + modelKey + " ";
    return lightModels.stream().anyMatch(one -> words.contains(" " + one + " "));
  }

  private VehicleType gather(
      Map<String, String> cells, boolean headings, boolean light, List<Clue> clues) {
    Set<VehicleType> said = EnumSet.noneOf(VehicleType.class);
    cells.forEach((column, cell) -> {
      Set<VehicleType> here = EnumSet.noneOf(VehicleType.class);
      for (Meaning meaning : words.in(cell)) {
        VehicleType type = meaning.chassis() && light ? VehicleType.CAR_TRUCK : meaning.type();
        if (meaning.heading() == headings && here.add(type)) {
          clues.add(new Clue(column, cell, type));
        }
      }
      said.addAll(here);
    });
    return joined(said);
  }

  private VehicleType byVin(@Nullable VehicleNumber number, List<Clue> clues) {
    if (number == null || number.kind() != VehicleNumber.Kind.VIN17) {
      return VehicleType.UNKNOWN;
    }
    Optional<VehicleType> type = vins.of(number.value());
    type.ifPresent(known -> clues.add(new Clue("VIN", number.value(), known)));
    return type.orElse(VehicleType.UNKNOWN);
  }

  private static VehicleType both(VehicleType byWords, boolean heading, VehicleType byVin) {
    if (heading && byWords == VehicleType.COMMERCIAL && byVin == VehicleType.CAR_TRUCK) {
      // Dealers sell pickups under "Commercial" too.
      return byVin;
    }
    if (ON_HANDLEBARS.contains(byWords) && ON_HANDLEBARS.contains(byVin)) {
      // Makers of both often have one identifier; words beat it, a mere heading does not.
      return heading ? byVin : byWords;
    }
    return joined(EnumSet.of(byWords, byVin));
  }

  /** The one type that fits all of them; unknown if there is none. */
  private static VehicleType joined(Set<VehicleType> types) {
    Set<VehicleType> said = EnumSet.noneOf(VehicleType.class);
    said.addAll(types);
    said.remove(VehicleType.UNKNOWN);
    if (said.size() > 1 && said.contains(VehicleType.RV_CAMPER)) {
      // A motorhome is built on a van or a truck, a camper is a trailer.
      said.removeAll(
          EnumSet.of(VehicleType.CAR_TRUCK, VehicleType.TRAILER, VehicleType.COMMERCIAL));
    }
    if (said.size() == 2 && said.contains(VehicleType.COMMERCIAL)) {
      said.remove(VehicleType.CAR_TRUCK);
    }
    return said.size() == 1 ? said.iterator().next() : VehicleType.UNKNOWN;
  }

  private VehicleType withMake(
      VehicleType type,
      boolean contradictory,
      @Nullable String make,
      @Nullable String makeKey,
      List<Clue> clues) {
    Set<VehicleType> built = makeKey == null ? Set.of() : makes.getOrDefault(makeKey, Set.of());
    if (make == null || built.isEmpty()) {
      return type;
    }
    boolean one = built.size() == 1;
    VehicleType byMake = one ? built.iterator().next() : VehicleType.UNKNOWN;
    if (type == VehicleType.CAR_TRUCK) {
      clues.add(new Clue("make", make, byMake));
      return VehicleType.UNKNOWN;
    }
    if (type != VehicleType.UNKNOWN || contradictory) {
      return type;
    }
    clues.add(new Clue("make", make, byMake));
    return byMake;
  }

  private static boolean allOpen(List<Clue> clues) {
    return clues.stream().allMatch(clue -> clue.type() == VehicleType.UNKNOWN);
  }

  private static String key(String make) {
    return String.join(" ", TypeWords.words(make));
  }
}
