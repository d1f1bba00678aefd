package com.lotview.listing.text;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The paragraphs of the built-in writer, each from facts only; empty where there are none. */
final class Paragraphs {
  private final QuotableFacts facts;
  private final VehicleFacts vehicle;
  private final String seller;

  Paragraphs(QuotableFacts facts, ListingBrief brief) {
    this.facts = facts;
    this.vehicle = brief.vehicle();
    this.seller = brief.dealership().name().strip();
  }

  /** The strongest selling point, the name and the mileage; one of several forms per vehicle. */
  String opening() {
    String point = facts.sellingPoint();
    String lead = facts.mileage() == null ? bareOpening(point) : mileageOpening(point);
    return lead + colors() + gradeSentence();
  }

  String plainOpening() {
    return "This " + facts.name() + " is available at " + seller + ".";
  }

  private String mileageOpening(@Nullable String point) {
    String name = facts.name();
    String miles =
        miles(java.util.Objects.requireNonNull(facts.mileage())).toLowerCase(Locale.ROOT);
    if (point == null) {
      return switch (form(3)) {
        case 0 -> "This " + name + " has " + miles + " on the odometer.";
        case 1 -> "Take a look at this " + name + " with " + miles + ".";
        default -> "Available at " + seller + ": " + name + ", " + miles + ".";
      };
    }
    return switch (form(4)) {
      case 0 -> point + ": this " + name + " has " + miles + " on the odometer.";
      case 1 -> "Start with this: " + point + ". This " + name + " shows " + miles + ".";
      case 2 -> point + " on this " + name + " with " + miles + ".";
      default -> point + ". That is what this " + name + " brings, with " + miles + ".";
    };
  }

  private String bareOpening(@Nullable String point) {
    String name = facts.name();
    if (point == null) {
      return plainOpening();
    }
    return switch (form(3)) {
      case 0 -> point + ": see this " + name + " at " + seller + ".";
      case 1 -> plainOpening() + " What stands out: " + point + ".";
      default -> "Available at " + seller + ": " + name + ". What stands out: " + point + ".";
    };
  }

  private String colors() {
    String outside = facts.exteriorColor();
    String inside = facts.interiorColor();
    if (outside != null && inside != null) {
      return " Exterior: " + outside + ". Interior: " + inside + ".";
    }
    if (outside != null) {
      return " Exterior: " + outside + ".";
    }
    return inside == null ? "" : " Interior: " + inside + ".";
  }

  private String gradeSentence() {
    String grade = vehicle.conditionGrade();
    return grade == null || grade.equals("POOR")
        ? ""
        : " Condition: " + FactSheet.grade(grade) + ".";
  }

  /** Engine, fuel, transmission, drivetrain, body and history. */
  String specification() {
    List<String> parts = new ArrayList<>();
    add(parts, "Engine", facts.engine());
    add(parts, "Fuel", facts.fuelType());
    add(parts, "Transmission", facts.transmission());
    add(parts, "Drivetrain", facts.drivetrain());
    add(parts, "Body", facts.bodyStyle());
    String specification = String.join(" ", parts);
    if (facts.history().size() < 2) {
      return specification;
    }
    String history = "History: " + String.join(", ", facts.history()) + ".";
    return specification.isEmpty() ? history : specification + " " + history;
  }

  private static void add(List<String> parts, String name, @Nullable String value) {
    if (value != null) {
      parts.add(name + ": " + value + ".");
    }
  }

  /** The features by group, as many as fit into the room; null if there are none or no room. */
  @Nullable String equipment(int room) {
    List<String> features = facts.features();
    for (int shown = features.size(); shown > 0; shown--) {
      String paragraph = equipment(features.subList(0, shown), shown < features.size());
      if (paragraph.length() <= room) {
        return paragraph;
      }
    }
    return null;
  }

  private String equipment(List<String> features, boolean more) {
    Map<FeatureGroup, List<String>> groups = new EnumMap<>(FeatureGroup.class);
    features.forEach(feature ->
        groups.computeIfAbsent(FeatureGroup.of(feature), g -> new ArrayList<>()).add(feature));
    String lines =
        groups.entrySet().stream()
            .map(group ->
                group.getKey().heading() + ": " + String.join(", ", group.getValue()) + ".")
            .collect(Collectors.joining(groups.size() > 1 ? "\n" : " "));
    int count = facts.featureCount();
    String start =
        count > 2
            ? "Equipment (" + count + " features" + (more ? ", among them" : "") + "):"
            : "Equipment:";
    return start + (groups.size() > 1 ? "\n" : " ") + lines;
  }

  static String miles(int mileage) {
    return String.format(Locale.ROOT, "%,d", mileage) + (mileage == 1 ? " Mile" : " Miles");
  }

  /** Stable per vehicle, so that a repeated request gives the same text. */
  private int form(int forms) {
    long mixed = vehicle.id().getMostSignificantBits() ^ vehicle.id().getLeastSignificantBits();
    // Ids of one import are close together; the multiplication spreads them over the upper bits.
    mixed *= 0x9E3779B97F4A7C15L;
    return (int) Math.floorMod(mixed >>> 32, (long) forms);
  }
}
