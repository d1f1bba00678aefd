package com.lotview.listing.text.builtin;

import com.lotview.listing.text.ListingBrief;
import com.lotview.listing.text.MileageRate;
import com.lotview.listing.text.VehicleFacts;
import com.lotview.listing.text.check.ListingChecks;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A vehicle's facts in the words of one language.
 *
 * @param slots what patterns may name
 * @param tags what patterns and points may ask for
 * @param features by group, strongest first, in the language's phrases
 */
record VehicleSpeech(
    VehicleName name,
    Map<String, String> slots,
    Set<String> tags,
    Map<String, List<Feature>> features,
    int featureCount) {

  /** A feature as a text says it. */
  record Feature(String key, String phrase) {}

  private static final Set<String> PLAIN_COLORS =
      Set.of(
          "black",
          "white",
          "silver",
          "gray",
          "grey",
          "red",
          "blue",
          "green",
          "brown",
          "beige",
          "tan",
          "orange",
          "yellow",
          "gold",
          "purple",
          "charcoal",
          "burgundy",
          "cream",
          "ebony",
          "ivory",
          "maroon",
          "navy",
          "graphite");
  private static final Pattern MATERIAL =
      Pattern.compile(
          "(?i).*\\b(?:seats?|seating|leather|cloth|evotex|suede[d]?|trim|surfaces)\\b.*");
  private static final Pattern SPEED = Pattern.compile("(?i)\\b(\\d{1,2})[- ]?(?:speed|spd)\\b");

  static VehicleSpeech of(
      ListingBrief brief,
      PhraseBook book,
      ListingChecks checks,
      Spelling spelling,
      Equipment equipment,
      ClosedValues values) {
    VehicleFacts vehicle = brief.vehicle();
    VehicleName name = VehicleName.of(vehicle, spelling);
    Reader reader = new Reader(brief, book, checks, spelling, equipment, values);
    reader.names(name);
    reader.mileage();
    reader.colors();
    reader.machinery();
    reader.history();
    Map<String, List<Feature>> features = reader.features();
    return new VehicleSpeech(
        name,
        Map.copyOf(reader.slots),
        Set.copyOf(reader.tags),
        features,
        vehicle.features().size());
  }

  /** Collects the slots and tags of one vehicle. */
  private static final class Reader {
    private final VehicleFacts vehicle;
    private final ListingBrief brief;
    private final PhraseBook book;
    private final ListingChecks checks;
    private final Spelling spelling;
    private final FeatureReader featureReader;
    private final ClosedValues values;
    private final Map<String, String> slots = new HashMap<>();
    private final Set<String> tags = new LinkedHashSet<>();
    private @Nullable String material;

    Reader(
        ListingBrief brief,
        PhraseBook book,
        ListingChecks checks,
        Spelling spelling,
        Equipment equipment,
        ClosedValues values) {
      this.vehicle = brief.vehicle();
      this.brief = brief;
      this.book = book;
      this.checks = checks;
      this.spelling = spelling;
      this.featureReader = new FeatureReader(brief.language(), book, checks, spelling, equipment);
      this.values = values;
    }

    void names(VehicleName name) {
      slots.put("year", String.valueOf(name.year()));
      slots.put("make", name.make());
      slots.put("short", name.shortName());
      slots.put("car", name.car(book.need("car")));
      slots.put("count", String.valueOf(vehicle.features().size()));
      String city = Spelling.clean(brief.dealership().city());
      String state = Spelling.clean(brief.dealership().state());
      if (city != null) {
        slots.put(
            "town",
            state == null
                ? city
                : book.need("town").replace("{city}", city).replace("{state}", state));
      }
    }

    void mileage() {
      Integer miles = vehicle.distance();
      boolean isNew = "NEW".equals(vehicle.condition());
      tags.add(isNew ? "new" : "used");
      if (miles == null || miles < 1 || (isNew && miles < 1000)) {
        return;
      }
      slots.put("miles", String.format(Locale.ROOT, "%,d", miles));
      MileageRate rate = checks.rate(vehicle);
      if (rate != null && rate.low()) {
        tags.add(rate.years() > 1 ? "low-miles" : "few-miles");
        slots.put("perYear", String.format(Locale.ROOT, "%,d", rate.perYear()));
      }
    }

    void colors() {
      put("color", color(vehicle.exteriorColor()));
      String inside = Spelling.clean(vehicle.interiorColor());
      if (inside == null) {
        return;
      }
      String[] parts = inside.split("\\s*,\\s*", 2);
      boolean seatsOnly = MATERIAL.matcher(parts[0]).matches();
      material = seatsOnly ? inside : parts.length > 1 ? parts[1] : null;
      put("interior", seatsOnly ? null : color(parts[0]));
    }

    private @Nullable String color(@Nullable String cell) {
      String clean = featureReader.quotable(cell);
      if (clean == null || clean.length() > 34 || clean.matches(".*[,:(].*")) {
        return null;
      }
      String spoken =
          spelling
              .name(clean)
              .replaceAll("(?i)\\b(?:exterior|interior|paint|colou?r)\\b", "")
              .replaceAll("(?i)\\bw/\\s*", "with ")
              .replaceAll("\\s+", " ")
              .strip();
      String[] sides = spoken.split("\\s*/\\s*", -1);
      if (sides.length == 2) {
        spoken = sides[0].equalsIgnoreCase(sides[1]) ? sides[0] : sides[0] + "/" + sides[1];
      }
      String lower = spoken.toLowerCase(Locale.ROOT);
      String translated = book.word("color." + lower);
      if (translated != null) {
        return translated;
      }
      return PLAIN_COLORS.containsAll(List.of(lower.split("/", -1))) ? lower : emptyToNull(spoken);
    }

    void machinery() {
      String body = values.of("body", vehicle.bodyStyle(), vehicle);
      tag(body);
      put("kind", body == null ? null : book.word("body." + body));
      String drive = values.of("drive", vehicle.drivetrain(), vehicle);
      tag(drive);
      put("drive", drive == null ? null : book.word("drive." + drive));
      String fuel = values.of("fuel", vehicle.fuelType(), vehicle);
      tag(fuel);
      Engine engine = "ELECTRIC".equals(fuel) ? null : Engine.of(vehicle.engine());
      if (engine != null) {
        put("engine", engine.say(book));
        if (engine.hasV8()) {
          tags.add("V8");
        }
        if (engine.diesel()) {
          tags.add("DIESEL");
        }
      }
      // An electric vehicle's single gear is not mentioned.
      put("gearbox", "ELECTRIC".equals(fuel) ? null : gearbox());
      if (vehicle.conditionGrade() != null && !vehicle.conditionGrade().equals("POOR")) {
        put("grade", book.word("grade." + vehicle.conditionGrade()));
      }
    }

    private @Nullable String gearbox() {
      String value = values.of("gearbox", vehicle.transmission(), vehicle);
      if (value == null) {
        return null;
      }
      tag(value);
      String cell = Objects.requireNonNullElse(vehicle.transmission(), "");
      if (value.equals("AUTOMATIC") && cell.matches("(?i).*\\bcvt\\b.*")) {
        return book.need("gearbox.cvt");
      }
      Matcher speed = SPEED.matcher(cell);
      boolean said = speed.find();
      if (said && speed.group(1).equals("1")) {
        return null;
      }
      return said
          ? book.need("gearbox." + value + ".speed").replace("{n}", speed.group(1))
          : book.need("gearbox." + value);
    }

    /** Only the meaning of the stock's structured cells. */
    void history() {
      tagIf(vehicle.says("certified", "YES"), "certified");
      tagIf(vehicle.says("owners", "ONE"), "one-owner");
      tagIf(vehicle.says("accidents", "NONE"), "accident-free");
      tagIf(vehicle.says("title", "CLEAN"), "clean-title");
      tagIf(vehicle.says("warranty", "YES"), "warranty");
    }

    Map<String, List<Feature>> features() {
      return featureReader.read(
          Stream.concat(
              vehicle.features().stream(),
              material == null ? Stream.empty() : Equipment.split(material).stream()),
          tags);
    }

    private void tag(@Nullable String tag) {
      tagIf(tag != null, String.valueOf(tag));
    }

    private void tagIf(boolean holds, String tag) {
      if (holds) {
        tags.add(tag);
      }
    }

    private void put(String slot, @Nullable String value) {
      if (value != null && !value.isBlank()) {
        slots.put(slot, value);
      }
    }

    private static @Nullable String emptyToNull(String words) {
      return words.isEmpty() ? null : words;
    }
  }
}
