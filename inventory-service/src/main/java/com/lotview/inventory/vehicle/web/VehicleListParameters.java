package com.lotview.inventory.vehicle.web;

import com.lotview.contracts.PostingNeeds;
import com.lotview.inventory.posting.PostingStage;
import com.lotview.inventory.vehicle.VehicleStatus;
import com.lotview.inventory.vehicle.query.NumberRange;
import com.lotview.inventory.vehicle.query.SearchReading;
import com.lotview.inventory.vehicle.query.VehicleFilter;
import com.lotview.inventory.vehicle.query.VehicleFilter.Keys;
import com.lotview.inventory.vehicle.query.VehicleQuery;
import com.lotview.inventory.vehicle.query.VehicleQuery.Part;
import com.lotview.inventory.vehicle.query.VehicleQuery.Position;
import com.lotview.inventory.vehicle.query.VehicleSort;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.openapi.ApiField;
import com.lotview.kit.web.Cursor;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What {@code GET /v1/vehicles} can be asked for. Several values are separated by commas.
 *
 * @param q a search in words, English or Spanish: "red f150 4x4 under 30k"
 * @param vin VINs, together with the stock numbers at most 50
 * @param missing names of what may be missing for a posting; vehicles that lack one of them
 * @param posting how far the latest posting is
 * @param sort a field, with {@code -} before it for the greatest first
 * @param cursor {@code nextCursor} of the answer before; takes the place of {@code page}
 */
record VehicleListParameters(
    @Nullable String status,
    @Nullable @ApiField(maxLength = MAX_SEARCH) String search,
    @Nullable @ApiField(maxLength = MAX_SEARCH) String q,
    @Nullable String make,
    @Nullable String model,
    @Nullable Long minYear,
    @Nullable Long maxYear,
    @Nullable Long minPrice,
    @Nullable Long maxPrice,
    @Nullable Long minMileage,
    @Nullable Long maxMileage,
    @Nullable Long minDaysOnLot,
    @Nullable Long maxDaysOnLot,
    @Nullable Long minPhotos,
    @Nullable Long maxPhotos,
    @Nullable Boolean postable,
    @Nullable String missing,
    @Nullable String posting,
    @Nullable String vin,
    @Nullable String stockNumber,
    @Nullable String sort,
    @Nullable @ApiField(min = 1, max = MAX_PAGE) Integer page,
    @Nullable @ApiField(min = 1, max = MAX_LIMIT) Integer limit,
    @Nullable String cursor) {
  /** The names. */
  static final Set<String> NAMES =
      Arrays.stream(VehicleListParameters.class.getRecordComponents())
          .map(RecordComponent::getName)
          .collect(Collectors.toUnmodifiableSet());

  private static final int DEFAULT_LIMIT = 50;
  private static final int MAX_LIMIT = 200;
  private static final int MAX_PAGE = 1_000_000;
  private static final int MAX_WORDS = 20;
  private static final int MAX_SEARCH = 200;
  private static final int MAX_KEYS = 50;
  private static final long MAX_DAYS = 100_000;

  /** The search in words, checked; null if there is none. */
  @Nullable String searched() {
    if (q != null && q.length() > MAX_SEARCH) {
      throw RefusalException.invalid("q", "must have at most " + MAX_SEARCH + " characters");
    }
    return q;
  }

  /**
   * Checks them.
   *
   * @param read what {@link #searched} says
   */
  VehicleQuery query(LocalDate today, SearchReading read) {
    int most = limit == null ? DEFAULT_LIMIT : within("limit", limit, 1, MAX_LIMIT);
    return query(today, read, most);
  }

  /** Checks them for a list that has its own limit. */
  VehicleQuery query(LocalDate today, SearchReading read, int most) {
    VehicleSort order = order();
    int from = page == null ? 1 : within("page", page, 1, MAX_PAGE);
    return new VehicleQuery(filter(read), order, new Part(from, most, after(order)), today);
  }

  private VehicleFilter filter(SearchReading read) {
    return new VehicleFilter(
        values("status", status, VehicleStatus.class),
        words(),
        list("make", make, MAX_KEYS),
        list("model", model, MAX_KEYS),
        range("Year", minYear, maxYear),
        range("Price", minPrice, maxPrice),
        range("Mileage", minMileage, maxMileage),
        days(),
        range("Photos", minPhotos, maxPhotos),
        postable,
        lacking(),
        values("posting", posting, PostingStage.class),
        keys(),
        read);
  }

  private VehicleSort order() {
    return sort == null
        ? VehicleSort.NEWEST
        : VehicleSort.read(sort)
            .orElseThrow(() -> RefusalException.invalid("sort", "must be one of " + fields()));
  }

  private static String fields() {
    return Arrays.stream(VehicleSort.Field.values())
        .map(VehicleSort.Field::wire)
        .collect(Collectors.joining(", ", "", ", each also with - before it"));
  }

  private @Nullable Position after(VehicleSort order) {
    if (cursor == null) {
      return null;
    }
    if (page != null) {
      throw RefusalException.invalid("page", "cannot be combined with cursor");
    }
    Cursor read = Cursor.read(cursor, order.wire(), 2);
    return new Position(read.value(0), read.uuid(1));
  }

  /** The cursor of a place in this list. */
  static String cursor(VehicleQuery query, Position position) {
    return Cursor.behind(query.sort().wire(), position.value(), position.id()).text();
  }

  private List<String> words() {
    if (search == null || search.isBlank()) {
      return List.of();
    }
    if (search.length() > MAX_SEARCH) {
      throw RefusalException.invalid("search", "must have at most " + MAX_SEARCH + " characters");
    }
    List<String> words = List.of(search.strip().split("\\s+", -1));
    if (words.size() > MAX_WORDS) {
      throw RefusalException.invalid("search", "must have at most " + MAX_WORDS + " words");
    }
    return words;
  }

  private Keys keys() {
    Keys keys = new Keys(list("vin", vin, MAX_KEYS), list("stockNumber", stockNumber, MAX_KEYS));
    if (keys.vins().size() + keys.stockNumbers().size() > MAX_KEYS) {
      throw RefusalException.invalid("vin", "with stockNumber must name at most " + MAX_KEYS);
    }
    return keys;
  }

  private Set<String> lacking() {
    List<String> names = list("missing", missing, MAX_KEYS);
    for (String name : names) {
      if (!PostingNeeds.ALL.contains(name)) {
        throw RefusalException.invalid("missing", "must be of " + PostingNeeds.ALL);
      }
    }
    return Set.copyOf(names);
  }

  // Further back than any calendar that the database has.
  private NumberRange days() {
    NumberRange days = range("DaysOnLot", minDaysOnLot, maxDaysOnLot);
    for (Long one : Arrays.asList(days.least(), days.most())) {
      if (one != null && one > MAX_DAYS) {
        throw RefusalException.invalid("daysOnLot", "must be at most " + MAX_DAYS);
      }
    }
    return days;
  }

  private static NumberRange range(String name, @Nullable Long least, @Nullable Long most) {
    if (least != null && least < 0) {
      throw RefusalException.invalid("min" + name, "must not be negative");
    }
    if (most != null && most < (least == null ? 0 : least)) {
      throw RefusalException.invalid("max" + name, "must not be less than min" + name);
    }
    return new NumberRange(least, most);
  }

  private static <E extends Enum<E>> Set<E> values(
      String name, @Nullable String given, Class<E> type) {
    Set<E> values = EnumSet.noneOf(type);
    for (String one : list(name, given, MAX_KEYS)) {
      values.add(
          Arrays.stream(type.getEnumConstants())
              .filter(value -> value.name().equals(one))
              .findFirst()
              .orElseThrow(() ->
                  RefusalException.invalid(
                      name, "must be of " + Arrays.toString(type.getEnumConstants()))));
    }
    return values;
  }

  private static List<String> list(String name, @Nullable String given, int most) {
    if (given == null || given.isBlank()) {
      return List.of();
    }
    List<String> values =
        Arrays.stream(given.split(",", -1))
            .map(String::strip)
            .filter(value -> !value.isEmpty())
            .distinct()
            .toList();
    if (values.size() > most) {
      throw RefusalException.invalid(name, "must name at most " + most);
    }
    return values;
  }

  private static int within(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw RefusalException.invalid(name, "must be between " + least + " and " + most);
    }
    return value;
  }
}
