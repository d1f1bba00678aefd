package com.lotview.inventory.vehicle.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchReaderTest {
  private static final StockWords STOCK =
      new StockWords(
          List.of(
              name("Ford", "F-150", "XLT"),
              name("Ford", "F-150 Lightning", "Lariat"),
              name("Ford", "Flex", "SEL"),
              name("Ford", "Escape", "SE"),
              name("Ford", "Mustang", "GT Premium"),
              name("Toyota", "Camry", "LE"),
              name("Toyota", "RAV4", "Limited"),
              name("Toyota", "Corolla", "LE"),
              name("Honda", "CR-V", "EX-L"),
              name("Honda", "Civic", "Sport"),
              name("Chevrolet", "Silverado 1500", "LT"),
              name("Chevrolet", "Silverado 2500HD", "High Country"),
              name("Jeep", "Grand Cherokee", "Laredo"),
              name("Jeep", "Cherokee", "Latitude"),
              name("Jeep", "Wrangler", "Rubicon"),
              name("Mercedes-Benz", "C-Class", "C 300"),
              name("Kia", "K5", "GT-Line"),
              name("Tesla", "Model 3", "Long Range"),
              name("Dodge", "Grand Caravan", "SXT"),
              name("Nissan", "Rogue", "SV"),
              name("BMW", "330i", "xDrive")));

  private static StockWords.Name name(String make, String model, String trim) {
    return new StockWords.Name(make, model, trim);
  }

  private static SearchReading read(String search) {
    return SearchReader.read(search, STOCK, 2027);
  }

  /** "MAKE Ford; PRICE ..3000000; text leather". */
  private static String told(SearchReading reading) {
    Stream<String> parts = reading.understood().stream().map(SearchReaderTest::told);
    Stream<String> text = reading.text().stream().map(word -> "text " + word);
    return Stream.concat(parts, text).collect(Collectors.joining("; "));
  }

  private static String told(Understood one) {
    String value =
        one.values().isEmpty()
            ? (one.least() == null ? "" : one.least())
                + ".."
                + (one.most() == null ? "" : one.most())
            : String.join("+", one.values());
    return one.kind() + " " + value + (one.corrected() ? " (corrected)" : "");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // The words of the task.
        "red f150 4x4 under 30k | COLOR RED; MODEL F-150+F-150 Lightning; DRIVE 4WD; PRICE ..3000000",
        "2019 toyota camry less than 60k miles | YEAR 2019..2019; MAKE Toyota; MODEL Camry; MILEAGE ..60000",
        "suv bajo 20 mil | BODY SUV; PRICE ..2000000",
        // Prices.
        "under $30,000 | PRICE ..3000000",
        "below 25000 | PRICE ..2500000",
        "less than 30k | PRICE ..3000000",
        "max 30k | PRICE ..3000000",
        "<30k | PRICE ..3000000",
        "> $10,000 | PRICE 1000000..",
        "over 10k | PRICE 1000000..",
        "at least 12.5k | PRICE 1250000..",
        "cheaper than 9000 | PRICE ..900000",
        "no more than 15 thousand dollars | PRICE ..1500000",
        "under 30 | PRICE ..3000000",
        "$25,000 | PRICE ..2500000",
        "25k | PRICE ..2500000",
        "10k-20k | PRICE 1000000..2000000",
        "10-20k | PRICE 1000000..2000000",
        "$10,000 - $20,000 | PRICE 1000000..2000000",
        "between 10k and 20k | PRICE 1000000..2000000",
        "from 10 to 20k | PRICE 1000000..2000000",
        "10k or less | PRICE ..1000000",
        "10k+ | PRICE 1000000..",
        "price under 20k | PRICE ..2000000",
        "budget 15k | PRICE ..1500000",
        "menos de 20 mil | PRICE ..2000000",
        "hasta 18000 dólares | PRICE ..1800000",
        "por debajo de $15.000 | PRICE ..1500000",
        "más de 10 mil | PRICE 1000000..",
        "entre 10 y 20 mil | PRICE 1000000..2000000",
        "de 10 mil a 20 mil | PRICE 1000000..2000000",
        "máximo 20 mil dolares | PRICE ..2000000",
        "a partir de 12 mil | PRICE 1200000..",
        // Mileages.
        "under 60k miles | MILEAGE ..60000",
        "60k miles | MILEAGE ..60000",
        "less than 50,000 mi | MILEAGE ..50000",
        "over 100k miles | MILEAGE 100000..",
        "mileage under 40k | MILEAGE ..40000",
        "under 80000 km | MILEAGE ..49710",
        "menos de 80 mil millas | MILEAGE ..80000",
        "bajo 100 mil km | MILEAGE ..62137",
        "between 20k and 40k miles | MILEAGE 20000..40000",
        "millaje menos de 50 mil | MILEAGE ..50000",
        // Years.
        "2019 | YEAR 2019..2019",
        "2018-2020 | YEAR 2018..2020",
        "2018 to 2020 | YEAR 2018..2020",
        "2018+ | YEAR 2018..",
        "2018 or newer | YEAR 2018..",
        "newer than 2018 | YEAR 2018..",
        "since 2020 | YEAR 2020..",
        "before 2015 | YEAR ..2014",
        "2015 or older | YEAR ..2015",
        "desde 2018 | YEAR 2018..",
        "antes de 2015 | YEAR ..2014",
        "2018 o más nuevo | YEAR 2018..",
        "entre 2018 y 2021 | YEAR 2018..2021",
        "año 2017 | YEAR 2017..2017",
        // Makes and models.
        "ford | MAKE Ford",
        "F-150 | MODEL F-150+F-150 Lightning",
        "f 150 | MODEL F-150+F-150 Lightning",
        "f150 lightning | MODEL F-150 Lightning",
        "crv | MODEL CR-V",
        "honda cr-v | MAKE Honda; MODEL CR-V",
        "silverado | MODEL Silverado 1500+Silverado 2500HD",
        "silverado 1500 | MODEL Silverado 1500",
        "cherokee | MODEL Cherokee",
        "grand cherokee | MODEL Grand Cherokee",
        "chevy silverado 2500hd | MAKE Chevrolet; MODEL Silverado 2500HD",
        "mercedes | MAKE Mercedes-Benz",
        "mercedes benz c class | MAKE Mercedes-Benz; MODEL C-Class",
        "vw | MAKE volkswagen",
        "kia k5 2021 | MAKE Kia; MODEL K5; YEAR 2021..2021",
        "2020 k5 | YEAR 2020..2020; MODEL K5",
        "tesla model 3 | MAKE Tesla; MODEL Model 3",
        "bmw 330i | MAKE BMW; MODEL 330i",
        "ford flex | MAKE Ford; MODEL Flex",
        "toyota or honda | MAKE Toyota; MAKE Honda",
        // Typing mistakes.
        "toyta camry | MAKE Toyota (corrected); MODEL Camry",
        "toyota carmy | MAKE Toyota; MODEL Camry (corrected)",
        "chevorlet | MAKE Chevrolet (corrected)",
        "mustnag gt | MODEL Mustang (corrected); text gt",
        "hybird suv | FUEL HYBRID+PLUG_IN_HYBRID (corrected); BODY SUV",
        "blakc sedan | COLOR BLACK (corrected); BODY SEDAN",
        "convertable | BODY CONVERTIBLE (corrected)",
        "grand cherokkee | MODEL Grand Cherokee (corrected)",
        "undr 20k | PRICE ..2000000 (corrected)",
        "silvrado blanca | MODEL Silverado 1500+Silverado 2500HD (corrected); COLOR WHITE",
        // Closed sets.
        "awd | DRIVE AWD",
        "all wheel drive | DRIVE AWD",
        "2wd truck | DRIVE 2WD+FWD+RWD; BODY TRUCK",
        "tracción integral | DRIVE AWD",
        "electric | FUEL ELECTRIC",
        "diesel pickup | FUEL DIESEL; BODY TRUCK",
        "híbrido | FUEL HYBRID+PLUG_IN_HYBRID",
        "plug-in hybrid | FUEL PLUG_IN_HYBRID",
        "automatic | GEARBOX AUTOMATIC",
        "stick shift | GEARBOX MANUAL",
        "van | BODY MINIVAN+VAN",
        "minivan | BODY MINIVAN",
        "used | CONDITION CPO+USED",
        "certified pre-owned | CONDITION CPO",
        "new | CONDITION NEW",
        "grey or silver | COLOR GRAY; COLOR SILVER",
        "camioneta roja 4x4 | BODY SUV+TRUCK; COLOR RED; DRIVE 4WD",
        "carro azul automático | COLOR BLUE; GEARBOX AUTOMATIC",
        "quiero un sedán negro con menos de 60 mil millas | BODY SEDAN; COLOR BLACK; MILEAGE ..60000",
        "marrón | COLOR BROWN",
        // Numbers.
        "109186 | NUMBER 109186",
        "mn109186 | NUMBER mn109186",
        "vin 9186 | NUMBER 9186",
        "vin ending in 2019 | NUMBER 2019",
        "1HGBH41JXMN109186 | NUMBER 1hgbh41jxmn109186",
        "stock 17 | NUMBER 17",
        "#A1234 | NUMBER a1234",
        "T-1234 | NUMBER t-1234",
        // What is not understood is text.
        "leather | text leather",
        "camry leather sunroof | MODEL Camry; text leather; text sunroof",
        "rubicon | text rubicon",
        "limited rav4 | MODEL RAV4; text limited",
        "xyzzy | text xyzzy",
        "lamborghini | text lamborghini"
      })
  void a_search_is_told_back(String search, String expected) {
    assertThat(told(read(search))).isEqualTo(expected);
  }

  @Test
  void each_part_can_be_taken_out_of_the_words() {
    SearchReading reading = read("Red F-150 4x4 under $30k");
    assertThat(reading.understood().stream().map(Understood::words).toList())
        .containsExactly("red", "f-150", "4x4", "under $30k");
    assertThat(reading.understood().stream().map(Understood::without).toList())
        .containsExactly(
            "f-150 4x4 under $30k", "red 4x4 under $30k", "red f-150 under $30k", "red f-150 4x4");
  }

  @Test
  void a_part_that_is_taken_out_is_no_filter_any_more() {
    SearchReading reading = read("toyota camry 2019 red under 30k");
    for (Understood part : reading.understood()) {
      SearchReading rest = read(part.without());
      assertThat(rest.understood().stream().map(Understood::kind).toList())
          .doesNotContain(part.kind())
          .hasSize(reading.understood().size() - 1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "under",
        "between",
        "entre 10 y",
        "$",
        "<",
        "vin",
        "#",
        "-",
        "9999999999999999999999999999",
        "under 99999999999999999999 miles",
        "de de de de",
        "4x",
        "''\"\\%_",
        "\u202Ered\u202C",
        "赤い車",
        "1.2.3.4",
        "between 10k and 20k and 30k",
        "stock",
        "2018-",
        "k k k"
      })
  void any_words_can_be_read(String search) {
    assertThat(read(search)).isNotNull();
  }

  @Test
  void an_empty_lot_corrects_nothing_but_words_of_the_lexicon() {
    SearchReading reading = SearchReader.read("toyta suv", StockWords.NONE, 2027);
    assertThat(told(reading)).isEqualTo("BODY SUV; text toyta");
  }

  @ParameterizedTest
  @CsvSource({
    "camry, camry, 0",
    "camry, carmy, 1",
    "camry, camr, 1",
    "abc, cab, 2",
    "ford, fjord, 1"
  })
  void distances(String one, String other, int expected) {
    assertThat(Spelling.distance(one, other)).isEqualTo(expected);
    assertThat(Spelling.distance(other, one)).isEqualTo(expected);
  }
}
