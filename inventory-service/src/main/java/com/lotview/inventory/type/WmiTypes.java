package com.lotview.inventory.type;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The type of vehicle that a VIN is given out for, by two tables made of NHTSA's public catalogue
 * (vPIC): {@code wmi-types.txt} for the maker's identifier, {@code vin-digits.txt} for the
 * characters behind it where one maker's identifier serves motorcycles and powersports alike.
 *
 * <p>The tables hold makers who registered for the United States. They cannot tell a travel trailer
 * from a cargo trailer, nor which body another maker has put on a chassis; boats have no VIN.
 */
final class WmiTypes {
  // Makers of few vehicles share an identifier that ends in 9; three later characters name them.
  private static final char SHARED = '9';

  private final Map<String, VehicleType> byWmi;
  private final Map<String, List<Digits>> byDigits;

  private WmiTypes(Map<String, VehicleType> byWmi, Map<String, List<Digits>> byDigits) {
    this.byWmi = byWmi;
    this.byDigits = byDigits;
  }

  /** Which characters may stand from position 4 on; * stands for any. */
  private record Digits(List<String> characters, VehicleType type) {
    boolean fits(String vin) {
      for (int i = 0; i < characters.size(); i++) {
        String allowed = characters.get(i);
        if (!allowed.equals("*") && allowed.indexOf(vin.charAt(3 + i)) < 0) {
          return false;
        }
      }
      return true;
    }
  }

  static WmiTypes load() {
    Map<String, VehicleType> byWmi = new HashMap<>();
    for (List<String> line : Data.lines("wmi-types.txt", " ")) {
      VehicleType type = VehicleType.valueOf(line.getFirst());
      for (String entry : line.subList(1, line.size())) {
        String wmi = entry.substring(0, 3);
        if (entry.length() == 3) {
          byWmi.put(wmi, type);
        } else {
          for (String maker : Data.split(entry.substring(4), ",")) {
            byWmi.put(wmi + maker, type);
          }
        }
      }
    }
    Map<String, List<Digits>> byDigits = new HashMap<>();
    for (List<String> line : Data.lines("vin-digits.txt", " ")) {
      Digits digits =
          new Digits(line.subList(2, line.size()), VehicleType.valueOf(line.getFirst()));
      for (String wmi : Data.split(line.get(1), ",")) {
        byDigits.computeIfAbsent(wmi, key -> new ArrayList<>()).add(digits);
      }
    }
    return new WmiTypes(byWmi, byDigits);
  }

  /** The type; empty if the tables do not know the maker. */
  Optional<VehicleType> of(String vin) {
    String wmi = vin.substring(0, 3);
    for (Digits digits : byDigits.getOrDefault(wmi, List.of())) {
      if (digits.fits(vin)) {
        return Optional.of(digits.type());
      }
    }
    Optional<VehicleType> ofWmi = Optional.ofNullable(byWmi.get(wmi));
    return vin.charAt(2) == SHARED
        ? Optional.ofNullable(byWmi.get(wmi + vin.substring(11, 14))).or(() -> ofWmi)
        : ofWmi;
  }
}
