package com.lotview.inventory.vehicle.store;

import com.lotview.inventory.meaning.Meaning;
import tools.jackson.databind.json.JsonMapper;

/** The column {@code meaning} of the table {@code vehicle}. */
final class MeaningColumn {
  private static final JsonMapper JSON = new JsonMapper();

  private MeaningColumn() {}

  static String write(Meaning meaning) {
    return JSON.writeValueAsString(meaning);
  }

  static Meaning read(String column) {
    return JSON.readValue(column, Meaning.class);
  }
}
