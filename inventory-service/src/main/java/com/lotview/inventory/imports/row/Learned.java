package com.lotview.inventory.imports.row;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Meanings of a dealership's columns, as people have set them; they take precedence over known
 * names.
 *
 * @param fields a field of the API, or {@link #NOTHING}, by the plain form of a header
 */
public record Learned(Map<String, String> fields) {
  public static final Learned NONE = new Learned(Map.of());

  /** The column means nothing. */
  public static final String NOTHING = "none";

  // Fields that only help to read other columns, or that several columns form.
  private static final Set<String> NOT_TOLD = Set.of("recordId", "plate", "dealer", "mileageUnit");

  public Learned {
    fields = Map.copyOf(fields);
  }

  /** The meanings that a person may choose. */
  public static List<String> choices() {
    return Stream.concat(
            Arrays.stream(StockField.values())
                .map(StockField::apiName)
                .filter(name -> !NOT_TOLD.contains(name))
                .distinct(),
            Stream.of(NOTHING))
        .toList();
  }

  /** By the plain form of each header, which two spellings of a header share. */
  public static Map<String, String> plain(Map<String, String> byHeader) {
    Map<String, String> plain = new HashMap<>();
    byHeader.forEach((header, field) -> plain.put(Layout.plain(header), field));
    return plain;
  }

  boolean knows(String plainHeader) {
    return fields.containsKey(plainHeader);
  }

  Optional<StockField> field(String plainHeader) {
    String said = fields.get(plainHeader);
    return Arrays.stream(StockField.values())
        .filter(field -> field.apiName().equals(said))
        .findFirst();
  }

  @Override
  public String toString() {
    return fields.entrySet().stream()
        .map(entry -> entry.getKey() + " is " + entry.getValue())
        .collect(Collectors.joining(", "));
  }
}
