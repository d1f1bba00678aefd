package com.lotview.listing.text.builtin;

import com.lotview.listing.text.Saying;
import com.lotview.listing.text.VehicleFacts;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A vehicle's body, fuel, gearbox and drive: what the stock's meaning affirms. Where no meaning was
 * sent along, a cell counts only if all of it is a known word ({@code values.txt}).
 */
final class ClosedValues {
  private record Known(String kind, String value, Pattern cell) {}

  private final List<Known> known =
      Lines.of("values.txt").stream()
          .map(line -> line.split(" :: ", 2))
          .map(parts -> {
            String[] names = parts[0].split(" ", -1);
            return new Known(names[0], names[1], Pattern.compile("(?:" + parts[1].strip() + ")"));
          })
          .toList();

  @Nullable String of(String kind, @Nullable String cell, VehicleFacts vehicle) {
    Saying saying = vehicle.saying(kind);
    if (saying != null) {
      return saying.value();
    }
    String clean = Spelling.clean(cell);
    String lower = clean == null ? "" : clean.toLowerCase(Locale.ROOT);
    return known.stream()
        .filter(one -> one.kind().equals(kind) && one.cell().matcher(lower).matches())
        .map(Known::value)
        .findFirst()
        .orElse(null);
  }
}
