package com.lotview.inventory.vehicle.store;

import com.lotview.inventory.meaning.Meaning;
import com.lotview.inventory.vehicle.Vehicle;
import com.lotview.inventory.vehicle.VehicleFacts;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Many new vehicles as one parameter: the database makes rows of it, with each column's own type. A
 * statement for each vehicle takes most of an import's time.
 */
final class NewVehicles {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String COLUMNS =
      "id, dealership_id, status, version, created_at, updated_at, "
          + VehicleFacts.FIELDS.stream()
              .map(SqlVehicleStore::column)
              .collect(Collectors.joining(", "));

  static final String INSERT =
      "insert into vehicle ("
          + COLUMNS
          + ") select "
          + COLUMNS
          + " from jsonb_populate_recordset(null::vehicle, cast(:rows as jsonb))"
          + " on conflict (dealership_id, stock_number) do nothing returning id";

  private NewVehicles() {}

  static String json(List<Vehicle> vehicles) {
    ArrayNode rows = JSON.createArrayNode();
    for (Vehicle vehicle : vehicles) {
      ObjectNode row = rows.addObject();
      row.put("id", vehicle.id().toString());
      row.put("dealership_id", vehicle.dealershipId().toString());
      row.put("status", vehicle.status().name());
      row.put("version", vehicle.version());
      row.put("created_at", vehicle.createdAt().toString());
      row.put("updated_at", vehicle.updatedAt().toString());
      for (VehicleFacts.Field field : VehicleFacts.FIELDS) {
        put(row, SqlVehicleStore.column(field), field.value().apply(vehicle.facts()));
      }
    }
    return JSON.writeValueAsString(rows);
  }

  private static void put(ObjectNode row, String column, @Nullable Object value) {
    switch (value) {
      case null -> row.putNull(column);
      case Meaning meaning -> row.set(column, JSON.readTree(MeaningColumn.write(meaning)));
      case LocalDate date -> row.put(column, date.toString());
      default -> row.set(column, Objects.requireNonNull(JSON.valueToTree(value)));
    }
  }
}
