package com.lotview.inventory.imports.row;

import com.lotview.inventory.imports.file.Cells;
import com.lotview.inventory.imports.file.Table;
import com.lotview.inventory.imports.row.StockRow.Note;
import com.lotview.inventory.meaning.Answer;
import com.lotview.inventory.meaning.Answer.Says;
import com.lotview.inventory.meaning.Answer.SaysBoth;
import com.lotview.inventory.meaning.Answer.SaysNot;
import com.lotview.inventory.meaning.Answer.SaysNothing;
import com.lotview.inventory.meaning.CellReader;
import com.lotview.inventory.meaning.Kind;
import com.lotview.inventory.meaning.Origins;
import com.lotview.inventory.meaning.Origins.Origin;
import com.lotview.inventory.vehicle.VehicleDraft;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads one row into a draft. A cell that makes no sense is left out; the row is wrong only if the
 * vehicle cannot be told without it. One object per row.
 */
final class RowReader {
  private static final Pattern MISSING =
      Pattern.compile(
          "|[-–—.?_*]+|n\\.?/?a\\.?|#n/a|null|nil|nan|none|unspecified|not specified|unknown|tbd|tba"
              + "|to be determined|undefined",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern NO_STATUS =
      Pattern.compile("|[-–—.]+|n/a|#n/a|null|nan", Pattern.CASE_INSENSITIVE);
  private static final Pattern YES = Pattern.compile("(?i)y|yes|true|t|x|1(\\.0+)?|certified|cpo");
  private static final Pattern NO = Pattern.compile("(?i)n|no|false|f|0(\\.0+)?|not certified");
  private static final Set<StockField> CODES =
      Set.of(StockField.STOCK_NUMBER, StockField.VIN, StockField.PLATE, StockField.RECORD_ID);
  private static final Set<StockField> NUMBERS =
      Set.of(StockField.PRICE, StockField.MILEAGE, StockField.YEAR);
  private static final Set<StockField> NAMES = Set.of(StockField.MAKE, StockField.MODEL);
  private static final Set<StockField> TEXTS = Set.of(StockField.FEATURES, StockField.NOTES);
  private static final Set<String> SALE_HEADERS = Set.of("saleprice", "specialprice");
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_FEATURE = 120;
  private static final int MOST_FEATURES = 200;
  private static final int LONGEST_NOTES = 10_000;
  // Cents.
  private static final long LOWEST_PRICE = 10_000;
  private static final long USUAL_PRICE = 50_000;

  private static final Pattern IN_TRANSIT = Pattern.compile("(?i)\\btransit\\b");
  private static final CellReader READER = CellReader.load();

  private final Layout layout;
  private final Table.Row row;
  private final StockFile.Style style;
  private final Keys keys;
  private final List<Note> wrong = new ArrayList<>();
  private final List<Note> warnings = new ArrayList<>();
  private final Map<String, String> columns = new HashMap<>();
  private boolean low;

  RowReader(Layout layout, Table.Row row, StockFile.Style style, Keys keys) {
    this.layout = layout;
    this.row = row;
    this.style = style;
    this.keys = keys;
  }

  /**
   * Reads.
   *
   * @param shifted why the cells do not stand under their headers; null if they do
   */
  StockRow read(@Nullable String shifted) {
    for (StockField field : StockField.values()) {
      layout.columns(field).stream()
          .limit(1)
          .forEach(column -> columns.putIfAbsent(field.apiName(), layout.name(column)));
    }
    if (shifted != null) {
      wrong.add(new Note("", shifted));
      return row(
          VehicleDraft.EMPTY.withNumberAndLotDate(text(StockField.STOCK_NUMBER), null), null, true);
    }
    Makes.Named named = named();
    String vin = vin();
    String number = value(StockField.STOCK_NUMBER, this::stockNumber);
    String substitute = vin != null ? vin : text(StockField.PLATE);
    substitute = substitute != null ? substitute : text(StockField.RECORD_ID);
    if (number == null && substitute == null && !warnings.isEmpty()) {
      wrong.add(warnings.getFirst());
    }
    return row(draft(named, vin, number), substitute, false);
  }

  private StockRow row(VehicleDraft draft, @Nullable String substitute, boolean broken) {
    return new StockRow(
        row.line(),
        draft,
        substitute,
        broken ? null : lotDateByAge(),
        List.copyOf(wrong),
        List.copyOf(warnings),
        broken,
        low,
        Map.copyOf(columns),
        broken ? Origins.NONE : origins(draft));
  }

  private VehicleDraft draft(Makes.Named named, @Nullable String vin, @Nullable String number) {
    Integer year = value(StockField.YEAR, Numbers::year);
    String condition = condition();
    return new VehicleDraft(
        number,
        vin,
        year,
        named.make().isEmpty() ? null : named.make(),
        named.model().isEmpty() ? null : named.model(),
        name(trim()),
        mileage(year, condition),
        phrase(text(StockField.EXTERIOR_COLOR)),
        phrase(text(StockField.INTERIOR_COLOR)),
        Terms.body(text(StockField.BODY_STYLE), style.shouts()),
        Terms.drivetrain(text(StockField.DRIVETRAIN)),
        text(StockField.TRANSMISSION),
        engine(),
        text(StockField.FUEL_TYPE),
        price(),
        null,
        condition,
        grade(),
        cleanTitle(),
        features(),
        notes(),
        lotDate(),
        status());
  }

  private Makes.Named named() {
    String make = text(StockField.MAKE);
    String model = text(StockField.MODEL);
    Makes.Named named = style.makes().of(make == null ? "" : make, model == null ? "" : model);
    String readable = name(named.model());
    return new Makes.Named(named.make(), readable == null ? "" : readable);
  }

  private Reading<String> stockNumber(String cell) {
    return keys.isNone(cell)
        ? new Reading.Unusable<>("\"" + cell + "\" is no stock number; left out")
        : new Reading.Known<>(cell);
  }

  private @Nullable String vin() {
    String vin = upper(text(StockField.VIN));
    String joined = vin == null ? null : vin.replaceAll("[ -]", "");
    return joined != null && joined.length() == 17 ? joined : vin;
  }

  // A trim such as "2.0" is the engine's size; "350.0" was a number.
  private @Nullable String trim() {
    String trim = text(StockField.TRIM);
    return trim != null && style.floats() && trim.matches("\\d{2,}\\.0")
        ? trim.substring(0, trim.length() - 2)
        : trim;
  }

  private @Nullable Long mileage(@Nullable Integer year, @Nullable String condition) {
    String unit = text(StockField.MILEAGE_UNIT);
    Long miles =
        value(
            StockField.MILEAGE,
            (column, cell) ->
                Numbers.miles(
                    cell, unit != null ? unit : Terms.unitIn(Layout.plain(layout.name(column)))));
    int age = year == null ? 0 : style.today().getYear() - year;
    boolean used = condition == null ? age >= 2 : !condition.equals("NEW") && age >= 1;
    if (miles != null && miles == 0 && used) {
      warn(StockField.MILEAGE, "0 miles for a used car of " + year + "; left out");
      return null;
    }
    return miles;
  }

  private @Nullable Long price() {
    Long price =
        value(
            StockField.PRICE,
            (column, cell) ->
                isToday(column) ? judged(Numbers.cents(cell), cell) : new Reading.Missing<>());
    low = price == null ? low : price < USUAL_PRICE;
    return price;
  }

  private Reading<Long> judged(Reading<Long> price, String cell) {
    if (price instanceof Reading.Known<Long>(Long cents) && cents < LOWEST_PRICE) {
      low = true;
      return new Reading.Unusable<>("\"" + cell + "\" is too low for a price; left out");
    }
    return price;
  }

  // A sale price counts only in its days.
  private boolean isToday(int column) {
    return !SALE_HEADERS.contains(Layout.plain(layout.name(column)))
        || (inTime(StockField.SALE_PERIOD, (text, order) -> SalePeriod.holds(text, style.today()))
            && inTime(
                StockField.SALE_START,
                (text, order) -> SalePeriod.started(text, order, style.today()))
            && inTime(
                StockField.SALE_END,
                (text, order) -> SalePeriod.lasts(text, order, style.today())));
  }

  private boolean inTime(StockField field, BiFunction<String, Dates.Order, Boolean> test) {
    return layout.columns(field).stream()
        .allMatch(column -> {
          String cell = Cells.line(row.cell(column));
          return MISSING.matcher(cell).matches()
              || test.apply(cell, style.columns().get(column).order());
        });
  }

  private @Nullable String engine() {
    String written = text(StockField.ENGINE);
    // A zero is what some systems write for "not known".
    String engine = "0".equals(written) || "0.0".equals(written) ? null : written;
    String cylinders = engine == null ? text(StockField.CYLINDERS) : null;
    String count = cylinders == null ? "" : cylinders.replaceFirst("\\.0+$", "");
    return count.matches("[1-9][0-9]?") ? count + " cylinders" : engine;
  }

  private @Nullable String condition() {
    Answer said = read(StockField.CONDITION, Kind.CONDITION);
    Answer certified = read(StockField.CERTIFIED, Kind.CERTIFIED);
    boolean isCertified = certified.equals(new Says("YES"));
    return switch (said) {
      case Says(String value) when value.equals("NEW") && isCertified -> {
        warn(
            StockField.CONDITION,
            "says new, and " + columnOf(StockField.CERTIFIED) + " says certified; left out");
        yield null;
      }
      case Says(String value) when value.equals("CPO") ->
          certified instanceof SaysNot ? "USED" : value;
      case Says(String value) -> isCertified ? "CPO" : value;
      case SaysBoth(Set<String> values) -> {
        warn(StockField.CONDITION, "says " + String.join(" and ", sorted(values)) + "; left out");
        yield null;
      }
      // Only used cars are certified: to deny it is to say that the car is one of them.
      case SaysNot(Set<String> values) ->
          isCertified ? "CPO" : values.contains("CPO") ? "USED" : null;
      case SaysNothing() -> isCertified ? "CPO" : null;
    };
  }

  private static List<String> sorted(Set<String> values) {
    return values.stream().sorted().toList();
  }

  /** What the first of the field's columns says that says anything. */
  private Answer read(StockField field, Kind kind) {
    for (int column : layout.columns(field)) {
      String cell = Cells.line(row.cell(column));
      Answer answer = READER.read(kind, cell);
      if (!(answer instanceof SaysNothing)) {
        columns.put(field.apiName(), layout.name(column));
        return answer;
      }
    }
    return new SaysNothing();
  }

  private Origins origins(VehicleDraft draft) {
    Map<Kind, Origin> origins = new EnumMap<>(Kind.class);
    origin(origins, Kind.BODY, StockField.BODY_STYLE, draft.bodyStyle());
    origin(origins, Kind.FUEL, StockField.FUEL_TYPE, draft.fuelType());
    origin(origins, Kind.GEARBOX, StockField.TRANSMISSION, draft.transmission());
    origin(origins, Kind.DRIVE, StockField.DRIVETRAIN, draft.drivetrain());
    origin(origins, Kind.TITLE, StockField.TITLE, null);
    String clean = draft.cleanTitle() == null ? null : draft.cleanTitle().toString();
    origin(origins, Kind.TITLE, StockField.CLEAN_TITLE, clean);
    origin(origins, Kind.OWNERS, StockField.OWNERS, null);
    origin(origins, Kind.ACCIDENTS, StockField.ACCIDENTS, null);
    origin(origins, Kind.WARRANTY, StockField.WARRANTY, null);
    origin(origins, Kind.TYPE, StockField.TYPE, null);
    return new Origins(origins);
  }

  private void origin(
      Map<Kind, Origin> origins, Kind kind, StockField field, @Nullable String fact) {
    for (int column : layout.columns(field)) {
      String cell = Cells.line(row.cell(column));
      if (!MISSING.matcher(cell).matches() || (kind == Kind.ACCIDENTS && !cell.isBlank())) {
        origins.put(kind, new Origin(layout.name(column), cell, fact));
        return;
      }
    }
  }

  private @Nullable String grade() {
    String grade = all(StockField.CONDITION_GRADE, Terms::grade);
    return grade != null ? grade : all(StockField.CONDITION, Terms::grade);
  }

  // Only a plain yes or no counts: a title is never called clean because nothing speaks against it.
  private @Nullable Boolean cleanTitle() {
    String said = text(StockField.CLEAN_TITLE);
    boolean yes = said != null && YES.matcher(said).matches();
    boolean no = said != null && NO.matcher(said).matches();
    return (yes || no) ? Boolean.valueOf(yes) : null;
  }

  /** ACTIVE, PENDING or SOLD, the least free of what the columns say; null if they say nothing. */
  private @Nullable String status() {
    List<String> said = new ArrayList<>();
    for (int column : layout.columns(StockField.STATUS)) {
      String cell = Cells.line(row.cell(column));
      if (!NO_STATUS.matcher(cell).matches()) {
        columns.put(StockField.STATUS.apiName(), layout.name(column));
        said.add(status(cell));
      }
    }
    flag(StockField.SOLD_FLAG, "SOLD", "ACTIVE", said);
    flag(StockField.AVAILABLE_FLAG, "ACTIVE", "PENDING", said);
    for (String status : List.of("SOLD", "PENDING", "ACTIVE")) {
      if (said.contains(status)) {
        return status;
      }
    }
    return null;
  }

  private String status(String cell) {
    return switch (READER.read(Kind.STATUS, cell)) {
      case Says(String value) -> value.equals("AVAILABLE") ? "ACTIVE" : value;
      case SaysNot(Set<String> values) when values.equals(Set.of("SOLD")) -> "ACTIVE";
      case SaysNothing() when IN_TRANSIT.matcher(cell).find() -> {
        warn(StockField.STATUS, "is in transit, not on the lot yet");
        yield "";
      }
      case SaysNot(Set<String> values) -> notUnderstood(cell);
      case SaysBoth(Set<String> values) -> notUnderstood(cell);
      case SaysNothing() -> notUnderstood(cell);
    };
  }

  private String notUnderstood(String status) {
    warn(
        StockField.STATUS,
        "\"" + status + "\" is not understood as a status: stored as PENDING, not to be posted");
    return "PENDING";
  }

  private void flag(StockField field, String yes, String no, List<String> said) {
    String cell = text(field);
    if (cell == null) {
      return;
    }
    if (YES.matcher(cell).matches()) {
      said.add(yes);
    } else if (NO.matcher(cell).matches()) {
      said.add(no);
    } else {
      said.add(status(cell));
    }
  }

  private @Nullable List<@Nullable String> features() {
    String cell = text(StockField.FEATURES);
    if (cell == null) {
      return null;
    }
    List<String> all = Features.of(cell);
    List<String> features =
        all.stream().filter(feature -> feature.length() <= LONGEST_FEATURE).toList();
    if (!all.isEmpty() && features.size() * 2 <= all.size()) {
      warn(StockField.FEATURES, "is a text, not a list of features; left out");
      return null;
    }
    if (features.size() < all.size()) {
      warn(
          StockField.FEATURES,
          "has entries of more than " + LONGEST_FEATURE + " characters; these are left out");
    }
    if (features.size() > MOST_FEATURES) {
      warn(
          StockField.FEATURES, "has more than " + MOST_FEATURES + " entries; the rest is left out");
    }
    return new ArrayList<>(features.subList(0, Math.min(features.size(), MOST_FEATURES)));
  }

  private @Nullable String notes() {
    String cell = text(StockField.NOTES);
    String notes = cell == null ? null : Features.text(cell);
    if (notes == null || notes.length() <= LONGEST_NOTES) {
      return notes;
    }
    warn(StockField.NOTES, "is cut after " + LONGEST_NOTES + " characters");
    return notes.substring(0, LONGEST_NOTES);
  }

  private @Nullable String lotDate() {
    LocalDate date =
        value(
            StockField.LOT_DATE,
            (column, cell) -> Dates.read(cell, style.columns().get(column).order()));
    return date == null ? null : date.toString();
  }

  private @Nullable String lotDateByAge() {
    String age = text(StockField.AGE);
    return age != null && age.matches("\\d{1,4}(\\.0)?")
        ? style.today().minusDays((long) Double.parseDouble(age)).toString()
        : null;
  }

  private @Nullable String name(@Nullable String text) {
    return text == null || !style.shouts() ? text : Capitals.name(text);
  }

  private @Nullable String phrase(@Nullable String text) {
    return text == null || !style.shouts() ? text : Capitals.phrase(text);
  }

  private static @Nullable String upper(@Nullable String text) {
    return text == null ? null : text.toUpperCase(Locale.ROOT);
  }

  /** The first of the field's columns that says something. */
  private @Nullable String text(StockField field) {
    return value(field, Reading.Known::new);
  }

  private <T> @Nullable T value(StockField field, Function<String, Reading<T>> reader) {
    return value(field, (column, cell) -> reader.apply(cell));
  }

  private <T> @Nullable T value(StockField field, BiFunction<Integer, String, Reading<T>> reader) {
    for (int column : layout.columns(field)) {
      String cell = cell(field, column);
      if (MISSING.matcher(cell).matches()) {
        continue;
      }
      Reading<T> reading = ruled(field, column, cell, reader);
      switch (reading) {
        case Reading.Known<T>(T value) -> {
          columns.put(field.apiName(), layout.name(column));
          return value;
        }
        case Reading.Unusable<T>(String reason) -> {
          columns.put(field.apiName(), layout.name(column));
          note(warnings, field, column, reason);
        }
        case Reading.Wrong<T>(String reason) -> {
          columns.put(field.apiName(), layout.name(column));
          boolean needed = field == StockField.YEAR || NAMES.contains(field);
          note(needed ? wrong : warnings, field, column, needed ? reason : reason + "; left out");
          return null;
        }
        case Reading.Missing<T> nothing -> {}
      }
    }
    return null;
  }

  /** The cell as its column writes it. */
  private String cell(StockField field, int column) {
    ColumnStyle written = style.columns().get(column);
    String raw = row.cell(column);
    if (CODES.contains(field)) {
      return written.code(raw);
    }
    if (NUMBERS.contains(field)) {
      return written.number(raw);
    }
    return NAMES.contains(field) ? written.name(Cells.line(raw)) : Cells.line(raw);
  }

  // What holds for a cell whatever its reader makes of it.
  private <T> Reading<T> ruled(
      StockField field, int column, String cell, BiFunction<Integer, String, Reading<T>> reader) {
    boolean date = field.apiName().equals("lotDate") || TEXTS.contains(field);
    boolean ruined =
        (NUMBERS.contains(field) || date)
            ? Spreadsheet.ruinedNumber(cell)
            : Spreadsheet.ruinedText(cell);
    if (ruined) {
      return new Reading.Wrong<>("\"" + cell + "\" is what a spreadsheet made of another text");
    }
    if (NUMBERS.contains(field)
        && field != StockField.YEAR
        && style.columns().get(column).undecided(cell)) {
      return new Reading.Wrong<>("\"" + cell + "\" may have decimals or thousands");
    }
    if (!TEXTS.contains(field) && cell.length() > longest(field)) {
      return new Reading.Wrong<>("is longer than " + longest(field) + " characters");
    }
    return reader.apply(column, cell);
  }

  private static int longest(StockField field) {
    return field == StockField.TRIM || field == StockField.ENGINE ? 2 * LONGEST_NAME : LONGEST_NAME;
  }

  private String columnOf(StockField field) {
    return layout.columns(field).stream().findFirst().map(layout::name).orElse(field.apiName());
  }

  // Two prices of a row may have the same fault: said once.
  private void note(List<Note> notes, StockField field, int column, String reason) {
    List<String> names = layout.columns(field).stream().map(layout::name).toList();
    if (notes.stream()
        .noneMatch(note -> note.reason().equals(reason) && names.contains(note.column()))) {
      notes.add(new Note(layout.name(column), reason));
    }
  }

  private void warn(StockField field, String reason) {
    warnings.add(new Note(columns.getOrDefault(field.apiName(), field.apiName()), reason));
  }

  /** What the first of the field's columns says that the reader understands. */
  private @Nullable String all(StockField field, Function<String, @Nullable String> reader) {
    for (int column : layout.columns(field)) {
      String said = reader.apply(Cells.line(row.cell(column)));
      if (said != null) {
        columns.put(field.apiName(), layout.name(column));
        return said;
      }
    }
    return null;
  }
}
