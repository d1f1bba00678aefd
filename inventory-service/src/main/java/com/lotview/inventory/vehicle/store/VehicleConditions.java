package com.lotview.inventory.vehicle.store;

import com.lotview.contracts.PostingNeeds;
import com.lotview.contracts.VehicleTypes;
import com.lotview.inventory.posting.PostingStage;
import com.lotview.inventory.vehicle.query.NumberRange;
import com.lotview.inventory.vehicle.query.VehicleFilter;
import com.lotview.inventory.vehicle.query.VehicleQuery;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/** A filter as conditions on the table {@code vehicle v}, and their values. */
final class VehicleConditions {
  private static final String SEARCHED =
      "concat_ws(' ', v.year, v.make, v.model, v.trim, v.stock_number, v.vin)";
  private static final String PHOTOS =
      " from vehicle_image i where i.dealership_id = v.dealership_id and i.vehicle_id = v.id)";
  private static final String POSTING =
      " from vehicle_posting p where p.dealership_id = v.dealership_id and p.vehicle_id = v.id";

  /** What {@link PostingNeeds} says, for each of its names: true where it is missing. */
  private static final Map<String, String> MISSING =
      Map.of(
          PostingNeeds.STATUS,
          "v.status <> '" + PostingNeeds.FOR_SALE + "'",
          PostingNeeds.VEHICLE_TYPE,
          "coalesce(v.meaning, '{}') -> 'type' is not null and coalesce("
              + "v.meaning -> 'type' ->> 'value', '') not in ("
              + VehicleTypes.POSTABLE.stream()
                  .sorted()
                  .map(type -> "'" + type + "'")
                  .collect(Collectors.joining(", "))
              + ")",
          PostingNeeds.YEAR,
          "v.year is null",
          PostingNeeds.MAKE,
          "btrim(v.make) = ''",
          PostingNeeds.MODEL,
          "btrim(v.model) = ''",
          PostingNeeds.MILEAGE,
          "v.mileage is null",
          PostingNeeds.PRICE,
          "coalesce(v.price, 0) <= 0",
          PostingNeeds.PRICE_CURRENCY,
          "v.price is not null and coalesce(v.price_currency, 'USD') <> coalesce("
              + "(select m.currency from dealership_market m where m.dealership_id"
              + " = nullif(current_setting('app.dealership_id', true), '')::uuid), 'USD')",
          PostingNeeds.PHOTOS,
          "not exists (select" + PHOTOS);

  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> values = new LinkedHashMap<>();

  private VehicleConditions() {}

  static VehicleConditions of(VehicleQuery query) {
    VehicleConditions all = new VehicleConditions();
    VehicleFilter filter = query.filter();
    all.statuses(filter);
    all.words(filter.words());
    all.anyOf("lower(v.make)", "makes", lower(filter.makes()));
    all.anyOf("lower(v.model)", "models", lower(filter.models()));
    all.within("v.year", "year", filter.year());
    all.within("v.price", "price", filter.price());
    all.within("v.mileage", "mileage", filter.mileage());
    all.within("(select count(*)" + PHOTOS, "photos", filter.photos());
    all.onLot(filter.daysOnLot(), query.today());
    all.postable(filter);
    all.stages(filter.stages());
    all.keys(filter.keys());
    new SearchConditions(all.conditions, all.values::put).add(filter.search());
    return all;
  }

  String where() {
    return " where " + String.join(" and ", conditions);
  }

  GenericExecuteSpec bind(GenericExecuteSpec sql) {
    GenericExecuteSpec bound = sql;
    for (Map.Entry<String, Object> value : values.entrySet()) {
      bound = bound.bind(value.getKey(), value.getValue());
    }
    return bound;
  }

  private void statuses(VehicleFilter filter) {
    if (filter.statuses().isEmpty()) {
      conditions.add("v.status <> 'ARCHIVED'");
    } else {
      anyOf("v.status", "statuses", filter.statuses().stream().map(Enum::name).toList());
    }
  }

  private void words(List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      conditions.add(SEARCHED + " ilike :word" + i);
      values.put("word" + i, "%" + literal(words.get(i)) + "%");
    }
  }

  // LIKE's wildcards are ordinary characters to the person who searches.
  private static String literal(String word) {
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }

  private void anyOf(String expression, String name, Collection<String> wanted) {
    if (!wanted.isEmpty()) {
      conditions.add(expression + " = any(:" + name + ")");
      values.put(name, wanted.toArray(String[]::new));
    }
  }

  private void within(String expression, String name, NumberRange range) {
    if (range.least() != null) {
      conditions.add(expression + " >= :" + name + "Least");
      values.put(name + "Least", range.least());
    }
    if (range.most() != null) {
      conditions.add(expression + " <= :" + name + "Most");
      values.put(name + "Most", range.most());
    }
  }

  private void onLot(NumberRange days, LocalDate today) {
    if (days.least() != null) {
      conditions.add("v.lot_date <= :lotLatest");
      values.put("lotLatest", today.minusDays(days.least()));
    }
    if (days.most() != null) {
      conditions.add("v.lot_date >= :lotEarliest");
      values.put("lotEarliest", today.minusDays(days.most()));
    }
  }

  private void postable(VehicleFilter filter) {
    if (filter.postable() != null) {
      String missing = missing(PostingNeeds.ALL);
      conditions.add(filter.postable() ? "not " + missing : missing);
    }
    if (!filter.lacking().isEmpty()) {
      conditions.add(missing(filter.lacking()));
    }
  }

  private static String missing(Collection<String> names) {
    return names.stream()
        .sorted()
        .map(name -> "(" + MISSING.get(name) + ")")
        .collect(Collectors.joining(" or ", "(", ")"));
  }

  private void stages(Set<PostingStage> stages) {
    if (stages.isEmpty()) {
      return;
    }
    List<String> statuses =
        stages.stream().flatMap(stage -> stage.statuses().stream()).sorted().toList();
    String reached = "exists (select" + POSTING + " and p.status = any(:stages))";
    values.put("stages", statuses.toArray(String[]::new));
    conditions.add(
        stages.contains(PostingStage.NEVER)
            ? "(not exists (select" + POSTING + ") or " + reached + ")"
            : reached);
  }

  private void keys(VehicleFilter.Keys keys) {
    if (!keys.isEmpty()) {
      conditions.add("(v.vin = any(:vins) or lower(v.stock_number) = any(:numbers))");
      values.put(
          "vins",
          keys.vins().stream().map(vin -> vin.toUpperCase(Locale.ROOT)).toArray(String[]::new));
      values.put("numbers", lower(keys.stockNumbers()).toArray(String[]::new));
    }
  }

  private static List<String> lower(List<String> words) {
    return words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
  }
}
