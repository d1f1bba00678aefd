package com.lotview.bench.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.lotview.contracts.Market;
import com.lotview.form.FormMap;
import com.lotview.form.Texts;
import com.lotview.form.mapping.FormMapping;
import com.lotview.form.mapping.FormValues;
import com.lotview.form.mapping.ListingOrder;
import com.lotview.form.mapping.UnmappableException;
import com.lotview.inventory.vehicle.VehicleDraft;
import com.lotview.inventory.vehicle.VehicleRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Measures how much of real feeds the inventory's reader and the worker's mapping together can
 * express in the form's words. Writes the tables of {@code docs/form-coverage.md} to {@code
 * target/form-coverage.md}, and fails when they differ.
 */
class FormCoverageTest {

  /** Whole feeds, which are not in the repository. */
  private static final Path FEEDS =
      Path.of(
          Optional.ofNullable(System.getenv("LOTVIEW_SHARED")).orElse("../../shared"),
          "data",
          "feeds");

  private static final Pattern VALUE = Pattern.compile("^(\\w+),(?:\"(.*)\"|([^,]*)),(\\d+)$");
  private static final Pattern CURRENCY = Pattern.compile("\\b(SEK|CAD|EUR|GBP)\\b");
  private static final Pattern COUNTRY = Pattern.compile("-(ca|se)\\.");
  private static final int NAMED = 12;
  private static final int LONGEST = 100;

  /** Gearboxes that stand for an empty cell. */
  private static final Set<String> NOT_KNOWN = Set.of("(blank)", "\u2013");

  private final VehicleRules rules = new VehicleRules(Clock.systemUTC());
  private final FormMapping mapping = new FormMapping();
  private final FormMap map = FormMap.of("en");

  private static final Map<String, Function<FormValues, @Nullable String>> CHOICES =
      new LinkedHashMap<>();

  static {
    CHOICES.put("bodyStyle", FormValues::bodyStyle);
    CHOICES.put("exteriorColor", FormValues::exteriorColor);
    CHOICES.put("interiorColor", FormValues::interiorColor);
    CHOICES.put("condition", FormValues::condition);
    CHOICES.put("fuelType", FormValues::fuelType);
    CHOICES.put("transmission", FormValues::transmission);
  }

  /** A vehicle with all values that the form needs. */
  private static final Map<String, String> WHOLE =
      Map.of(
          "year", "2020",
          "make", "Ford",
          "model", "Edge",
          "mileage", "1000",
          "price", "10000",
          "transmission", "Manual");

  /** The makes of the US form, marketplace-form.md §5.3. */
  private static final List<String> US_MAKES =
      Stream.of(
              "Acura,Alfa Romeo,Aston"
                  + " Martin,Audi,BMW,Bentley,Buick,CODA,Cadillac,Chevrolet,Chrysler,Daewoo,Daihatsu,Dodge",
              "Eagle,Ferrari,Fiat,Fisker,Ford,Freightliner,GMC,Genesis,Geo,Honda,Hummer,Hyundai,Infiniti,Isuzu,Jaguar,Jeep",
              "Kia,Lamborghini,Land"
                  + " Rover,Lexus,Lincoln,Lotus,Maserati,Maybach,Mazda,McLaren,Mercedes-Benz,Mercury,Mini",
              "Mitsubishi,Nissan,Oldsmobile,Panoz,Plymouth,Polestar,Pontiac,Porsche,Ram,Rivian,Rolls-Royce,Saab,Saturn",
              "Scion,Smart,SRT,Subaru,Suzuki,Tesla,Toyota,Volkswagen,Volvo")
          .flatMap(line -> Stream.of(line.split(",")))
          .map(Texts::key)
          .toList();

  @Test
  void mostValuesOfRealFeedsHaveAnOption() throws IOException {
    Map<String, Share> shares = values();
    assertThat(shares.get("transmission").part()).isGreaterThan(0.99);
    assertThat(shares.get("fuelType").part()).isGreaterThan(0.99);
    assertThat(shares.get("exteriorColor").part()).isGreaterThan(0.8);
    assertThat(shares.get("interiorColor").part()).isGreaterThan(0.75);
    assertThat(shares.get("bodyStyle").part()).isGreaterThan(0.8);
    assertThat(shares.get("make").part()).isGreaterThan(0.98);
  }

  @Test
  void documentShowsWhatIsFound() throws IOException {
    assumeTrue(Files.exists(FEEDS), "no " + FEEDS);
    String written = document(values(), vehicles());
    Files.createDirectories(Path.of("target"));
    Files.writeString(Path.of("target", "form-coverage.md"), written);
    assertThat(written).isEqualTo(Files.readString(Path.of("..", "docs", "form-coverage.md")));
  }

  /** Vehicles by the result for their value. */
  private static final class Share {
    long all;
    long empty;
    long mapped;
    final Map<String, Long> refused = new LinkedHashMap<>();

    void add(String value, long count, boolean good, boolean named) {
      all += count;
      if (good) {
        mapped += count;
      } else if (!named) {
        empty += count;
      } else {
        refused.merge(value, count, Long::sum);
      }
    }

    /** The share of the vehicles that have any value. */
    double part() {
      return (double) mapped / (all - empty);
    }

    String worst() {
      return refused.isEmpty()
          ? "none"
          : String.join(
              "; ",
              refused.entrySet().stream()
                  .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                  .limit(NAMED)
                  .map(entry -> entry.getKey() + " (" + entry.getValue() + ")")
                  .toList());
    }
  }

  private Map<String, Share> values() throws IOException {
    Map<String, Share> shares = new LinkedHashMap<>();
    for (String line : Texts.lines("/feeds/field-values.csv").split("\\R")) {
      Matcher cells = VALUE.matcher(line);
      if (!cells.matches()) {
        continue;
      }
      String field = cells.group(1);
      String value = cells.group(2) == null ? cells.group(3) : cells.group(2).replace("\"\"", "\"");
      long count = Long.parseLong(cells.group(4));
      Share share = shares.computeIfAbsent(field, _ -> new Share());
      if (field.equals("make")) {
        boolean named = !value.startsWith("(");
        boolean listed = named && make(value).filter(US_MAKES::contains).isPresent();
        share.add(value, count, listed, named);
      } else if (CHOICES.containsKey(field)) {
        add(share, field, value, count);
      }
    }
    shares.values().removeIf(share -> share.all == 0);
    return shares;
  }

  private void add(Share share, String field, String value, long count) {
    try {
      FormValues values = mapping.map(order(with(field, value)));
      String choice = CHOICES.get(field).apply(values);
      if (choice != null) {
        assertThat(map.option(choice)).isNotEmpty();
      }
      boolean named = values.leftOut().stream().anyMatch(one -> one.field().equals(field));
      share.add(value, count, choice != null, named);
    } catch (UnmappableException stopped) {
      // A body may show that the vehicle is not a car.
      assertThat(stopped.field()).isIn(field, "vehicleType");
      share.add(value, count, false, !NOT_KNOWN.contains(value));
    }
  }

  /** The make as the form has it; empty if it builds no cars. */
  private Optional<String> make(String value) {
    try {
      return Optional.of(Texts.key(mapping.map(order(with("make", value))).make()));
    } catch (UnmappableException stopped) {
      assertThat(stopped.field()).isEqualTo("vehicleType");
      return Optional.empty();
    }
  }

  private static Map<String, String> with(String field, String value) {
    Map<String, String> row = new HashMap<>(WHOLE);
    row.put(field, value);
    return row;
  }

  private List<String> vehicles() throws IOException {
    List<String> rows = new ArrayList<>();
    long[] sums = new long[2];
    try (Stream<Path> feeds = Files.list(FEEDS)) {
      for (Path feed : feeds.filter(one -> !one.toString().endsWith(".md")).sorted().toList()) {
        List<Map<String, String>> vehicles = FeedRows.read(feed);
        Map<String, Long> stops = new TreeMap<>();
        long good = 0;
        for (Map<String, String> vehicle : vehicles) {
          Optional<String> stop = stop(vehicle, market(feed));
          stop.ifPresent(field -> stops.merge(field, 1L, Long::sum));
          good += stop.isEmpty() ? 1 : 0;
        }
        sums[0] += vehicles.size();
        sums[1] += good;
        rows.add(row(feed.getFileName().toString(), vehicles.size(), good, stops.toString()));
      }
    }
    rows.add(row("all", sums[0], sums[1], ""));
    return rows;
  }

  private static String row(String feed, long all, long good, String stops) {
    return "| %s | %d | %d | %s | %s |"
        .formatted(feed, all, good, percent((double) good / all), stops.replaceAll("[{}]", ""));
  }

  /** The country of the feed's dealership, from the file's name. */
  private static Market market(Path feed) {
    Matcher country = COUNTRY.matcher(feed.getFileName().toString());
    return country.find() ? Market.of(country.group(1).toUpperCase(Locale.ROOT)) : Market.US;
  }

  /** The field for which a person is needed; empty if the vehicle can be posted unchanged. */
  private Optional<String> stop(Map<String, String> vehicle, Market market) {
    Matcher currency = CURRENCY.matcher(vehicle.get("price"));
    if (currency.find() && !currency.group().equals(market.currency())) {
      return Optional.of("price in other money");
    }
    VehicleRules.Result stored = rules.check(draft(vehicle));
    if (stored.accepted() == null) {
      return Optional.of(stored.problems().getFirst().field());
    }
    try {
      String make = mapping.map(order(vehicle)).make();
      return US_MAKES.contains(Texts.key(make))
          ? Optional.empty()
          : Optional.of("make not in the list");
    } catch (UnmappableException stopped) {
      return Optional.of(stopped.field());
    }
  }

  /** The order of a vehicle that was stored with these cells. */
  private ListingOrder order(Map<String, String> row) {
    VehicleRules.Accepted stored = rules.check(draft(row)).orThrow();
    String grade = row.getOrDefault("condition", "");
    return new FeedVehicle("", stored.facts(), grade).order("LV-1", "Denver, CO", List.of());
  }

  private static VehicleDraft draft(Map<String, String> row) {
    String mileage = row.get("mileage").replaceAll("\\D", "");
    return new VehicleDraft(
        "1",
        known(row, "vin"),
        Integer.valueOf("0" + row.get("year")),
        row.get("make"),
        row.get("model"),
        null,
        mileage.isEmpty() ? null : Long.valueOf(mileage),
        known(row, "exteriorColor"),
        known(row, "interiorColor"),
        known(row, "bodyStyle"),
        null,
        known(row, "transmission"),
        null,
        known(row, "fuelType"),
        dollars(row.get("price")) * 100,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private static @Nullable String known(Map<String, String> row, String field) {
    String value = row.getOrDefault(field, "");
    // The import leaves out a text that is too long.
    return value.isBlank() || value.length() > LONGEST ? null : value;
  }

  private static long dollars(String price) {
    String digits = price.replaceAll("\\.\\d+\\b", "").replaceAll("\\D", "");
    return digits.isEmpty() ? 0 : Long.parseLong(digits);
  }

  private static String document(Map<String, Share> shares, List<String> vehicles) {
    List<String> lines = new ArrayList<>();
    String intro =
        """
        # What share of real feeds the form accepts

        `FormCoverageTest` (benchmarks) writes this page and fails if the page differs from what it finds. The new
        page is then `benchmarks/target/form-coverage.md`.

        ## Values

        Counted in vehicles, over the up to 150 most common values of each field. A refused value is left out of an
        optional field and named in the result; transmission and make stop the posting with the field's name. `condition`
        is a grade in the form, but almost never one in a feed ("Used", "BMW Certified"); LotView never turns such a word
        into a grade.

        """;
    lines.addAll(intro.lines().toList());
    lines.add(
        "| field | vehicles | no value | mapped | share of those with a value | refused, most"
            + " common first |");
    lines.add("|---|---|---|---|---|---|");
    shares.forEach((field, share) ->
        lines.add(
            "| %s | %d | %d | %d | %s | %s |"
                .formatted(
                    field,
                    share.all,
                    share.empty,
                    share.mapped,
                    percent(share.part()),
                    share.worst().replace("|", "/"))));
    lines.add("");
    lines.add("## Vehicles that can be posted without a person");
    lines.add("");
    lines.add(
        "On an account of the dealership's country, with place and photos and the makes of the US"
            + " form. The other vehicles");
    lines.add(
        "stop before anything is entered, with the field named here. While every price had to be in"
            + " dollars, 423 vehicles");
    lines.add("stopped at it, and 360 of 1178 could be posted.");
    lines.add("The stock reports of dealers' own systems (`dms-stock-*`) have no mileage at all.");
    lines.add("");
    lines.add("| feed | vehicles | can be posted | share | stopped at |");
    lines.add("|---|---|---|---|---|");
    lines.addAll(vehicles);
    return String.join("\n", lines) + "\n";
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", share * 100);
  }
}
