package com.lotview.inventory.type;

import java.time.Year;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a VIN says of its vehicle, for comparison only: the maker's prefix and the code of the model
 * year. Both are rules of North America; nothing is taken from them.
 */
public final class VinOrigin {
  private static final Map<String, List<String>> MAKES = load();
  private static final String YEAR_CODES = "ABCDEFGHJKLMNPRSTVWXY123456789";
  private static final int FIRST_YEAR = 1980;
  private static final int CYCLE = YEAR_CODES.length();
  private static final int YEAR_POSITION = 9;

  private VinOrigin() {}

  private static Map<String, List<String>> load() {
    Map<String, List<String>> makes = new HashMap<>();
    for (List<String> line : Data.lines("wmi-makes.txt", "|")) {
      makes.put(line.getFirst(), List.copyOf(line.subList(1, line.size())));
    }
    return makes;
  }

  /**
   * The contradictions to the row.
   *
   * @return sentences; empty if there are none, or nothing is known about such a number
   */
  public static List<String> contradictions(
      VehicleNumber number, @Nullable Integer year, @Nullable String make) {
    List<String> found = new ArrayList<>();
    if (number.kind() != VehicleNumber.Kind.VIN17) {
      return found;
    }
    List<String> makes = MAKES.getOrDefault(number.value().substring(0, 3), List.of());
    if (make != null && !makes.isEmpty() && makes.stream().noneMatch(make::equalsIgnoreCase)) {
      found.add("the number begins as those of " + String.join(" or ", makes) + " do");
    }
    if (year != null && isNorthAmerican(number) && !fits(number, year)) {
      found.add("its tenth character is that of " + years(number));
    }
    return found;
  }

  private static boolean isNorthAmerican(VehicleNumber number) {
    char region = number.value().charAt(0);
    return region >= '1' && region <= '5';
  }

  // Some dealers enter the year of sale, which may be a year before or after the model year.
  private static boolean fits(VehicleNumber number, int year) {
    int code = YEAR_CODES.indexOf(number.value().charAt(YEAR_POSITION));
    int distance = Math.floorMod(year - FIRST_YEAR - code, CYCLE);
    return year < FIRST_YEAR || (code >= 0 && (distance <= 1 || distance == CYCLE - 1));
  }

  private static String years(VehicleNumber number) {
    int code = YEAR_CODES.indexOf(number.value().charAt(YEAR_POSITION));
    if (code < 0) {
      return "no model year";
    }
    return Year.of(FIRST_YEAR + code) + " or " + Year.of(FIRST_YEAR + CYCLE + code);
  }
}
