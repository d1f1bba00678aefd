package com.lotview.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.sandbox.http.Json;
import com.lotview.sandbox.variant.Choice;
import com.lotview.sandbox.variant.Variant;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Variants and mutations over plain HTTP. */
class VariantsTest {
  private Sandbox sandbox;
  private Client client;

  @BeforeEach
  void start() {
    sandbox = Sandbox.builder().seed(7).start();
    client = new Client(sandbox.url());
  }

  @AfterEach
  void close() {
    sandbox.close();
  }

  private Client.Session account(String variant) throws Exception {
    String body =
        "{\"name\":\"Ann\",\"city\":\"Denver, Colorado\",\"variant\":\"" + variant + "\"}";
    return Client.session(Client.json(client.control("POST", "/__accounts", body)));
  }

  static JsonNode settings(String page) {
    return Json.object(
        page.replaceAll("(?s).*id=\"settings\">(.*?)</script>.*", "$1").replace("\\u003c", "<"));
  }

  private JsonNode form(Client.Session account) throws Exception {
    return settings(client.page(account, "/marketplace/create/vehicle").body());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "us",
        "us-text-make",
        "us-2024",
        "us-2022",
        "uk",
        "au",
        "ca",
        "se",
        "ie",
        "bo",
        "es",
        "id",
        "fr"
      })
  void everyVariantHasEveryWordOptionAndMeaning(String name) throws Exception {
    JsonNode american = Variant.named("us").forPages();
    JsonNode own = Variant.named(name).forPages();
    for (String part :
        List.of("labels", "texts", "errors", "words", "layout", "faces", "options")) {
      assertThat(keys(own.path(part))).as(part).isEqualTo(keys(american.path(part)));
      own.path(part).forEach(word -> assertThat(word.isEmpty() && word.isContainer()).isFalse());
    }
    Variant variant = Variant.named(name);
    assertThat(variant.types()).hasSize(8);
    for (String field : keys(own.path("options"))) {
      List<String> options = variant.options(field);
      assertThat(new HashSet<>(options)).as(field).hasSameSizeAs(options);
      if (!field.equals("make")) {
        assertThat(options).allMatch(option -> variant.canonical(field, option).isPresent());
      }
    }
    assertThat(variant.options("transmission"))
        .contains(own.at("/defaults/transmission").asString());
    assertThat(client.page(account(name), "/marketplace/you/selling").body())
        .contains("lang=\"" + variant.language() + "\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"es", "id", "fr"})
  void anotherLanguageLeavesNoSentenceInEnglish(String name) throws Exception {
    ObjectNode english = Json.object(file("us"));
    ObjectNode own = Json.object(file(name));
    for (String part : List.of("labels", "texts", "errors", "words", "synonyms", "unknown")) {
      assertThat(keys(own.path(part))).as(part).isEqualTo(keys(english.path(part)));
    }
    Set<String> same = new TreeSet<>();
    english
        .path("words")
        .propertyStream()
        .filter(word -> word.getValue().equals(own.path("words").get(word.getKey())))
        .forEach(word -> same.add(word.getKey()));
    // A name, words that are the same in both, Spanish "Chats" and "Videos", French "Code".
    assertThat(same)
        .isSubsetOf(
            "messenger",
            "menu",
            "chats",
            "videosCount",
            "photosCount",
            "notifications",
            "message",
            "messages",
            "public",
            "code");
  }

  private static String file(String name) throws Exception {
    try (InputStream in = Variant.class.getResourceAsStream("/variants/" + name + ".json")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static List<String> keys(JsonNode object) {
    return object.propertyStream().map(Map.Entry::getKey).sorted().toList();
  }

  @Test
  void anAccountSeesItsOwnVariantAndItsListingIsJudgedInBothWords() throws Exception {
    Client.Session ann = account("uk");
    ObjectNode vehicle = vehicle("Car/van", "Saloon", "Petrol");
    String refused = publish(account("us"), vehicle);
    assertThat(refused).contains("Please choose a vehicle category");
    assertThat(publish(ann, vehicle)).contains("marketplace_listing_create");

    String order =
        "{\"title\":\"2019 Honda Civic EX\",\"vehicleType\":\"%s\",\"bodyStyle\":\"%s\",\"fuelType\":\"%s\"}";
    assertThat(
            client.judge(order.formatted("Car/Truck", "Sedan", "Gasoline")).get("ok").asBoolean())
        .isTrue();
    assertThat(client.judge(order.formatted("Car/van", "Saloon", "Petrol")).get("ok").asBoolean())
        .isTrue();
    JsonNode verdict = client.judge(order.formatted("Car/Truck", "Wagon", "Diesel"));
    assertThat(verdict.get("differences").findValuesAsString("field"))
        .containsExactlyInAnyOrder("bodyStyle", "fuelType");

    client.control("POST", "/__accounts/" + ann.id() + "/variant", "{\"variant\":\"es\"}");
    assertThat(form(ann).at("/variant/labels/year").asString()).isEqualTo("Año");
    assertThat(
            client
                .control("POST", "/__accounts/" + ann.id() + "/variant", "{\"variant\":\"xx\"}")
                .statusCode())
        .isEqualTo(400);
  }

  private static ObjectNode vehicle(String type, String body, String fuel) {
    ObjectNode vehicle = Json.MAPPER.createObjectNode();
    vehicle.put("vehicleType", type).put("year", "2019").put("make", "Honda");
    vehicle.put("model", "Civic EX").put("mileage", "45210").put("price", "£18,900");
    vehicle.put("bodyStyle", body).put("fuelType", fuel).put("location", "Denver, Colorado");
    return vehicle;
  }

  private String publish(Client.Session account, ObjectNode vehicle) throws Exception {
    Object input = Map.of("client_mutation_id", "m" + Math.random(), "vehicle", vehicle);
    String operation = "useCometMarketplaceListingCreateMutation";
    return client.operation(account, operation, Map.of("input", input)).body();
  }

  @Test
  void oneSeedIsOneMutationAndAnotherSeedAnother() throws Exception {
    Client.Session ann = account("us");
    List<JsonNode> told = new ArrayList<>();
    List<JsonNode> drawn = new ArrayList<>();
    for (long seed : new long[] {5, 5, 6}) {
      String body = "{\"seed\":" + seed + ",\"account\":\"" + ann.id() + "\"}";
      told.add(Client.json(client.control("POST", "/__mutations", body)));
      drawn.add(((ObjectNode) form(ann)).remove(List.of("seed", "formSession", "choices")));
    }
    assertThat(told.get(0)).isEqualTo(told.get(1)).isNotEqualTo(told.get(2));
    assertThat(drawn.get(0)).isEqualTo(drawn.get(1)).isNotEqualTo(drawn.get(2));
    assertThat(told.get(0).get("changes")).isNotEmpty();
    client.control("DELETE", "/__mutations", "");
    assertThat(form(ann).get("mutation")).isEmpty();
  }

  @Test
  void twoHundredMutationsOfEveryVariantCanBeDrawnAndSomeCannotBePosted() throws Exception {
    for (String variant : List.of("us", "us-text-make", "uk", "es", "id", "fr", "ie")) {
      Client.Session ann = account(variant);
      int stuck = 0;
      Set<String> seen = new HashSet<>();
      for (int seed = 1; seed <= 200; seed++) {
        String body = "{\"seed\":" + seed + ",\"account\":\"" + ann.id() + "\"}";
        JsonNode told = Client.json(client.control("POST", "/__mutations", body));
        stuck += told.get("postable").asBoolean() ? 0 : 1;
        told.get("changes").forEach(change -> seen.add(change.asString().split(":")[0]));
      }
      assertThat(stuck).isBetween(5, 40);
      assertThat(seen).contains("ids", "nesting", "order", "decoys", "label gone", "options gone");
      assertThat(seen)
          .contains(
              "item.description",
              "item.language",
              "item.layout",
              "selling.foot",
              "selling.cards",
              "selling.end",
              "form.labels",
              "form.fuel",
              "form.dropdowns")
          .doesNotContain("selling.page");
    }
  }

  @ParameterizedTest
  @EnumSource(Choice.class)
  void everyChoiceOfTheVariantHasADefaultAmongItsFaces(Choice choice) {
    if (choice.ofTheVariant()) {
      assertThat(choice.faces()).contains(Variant.named("us").layout(choice));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          us | 6 | ids: jsc; publish.landing: item; item.description: seeMore; labels: small letters
          es | 14 | nesting: 4 more boxes round everything; first clicks lost: 0.3; item.description: seeMore; new field: Número de puertas; label "Año" is "Año del modelo"; label "Ubicación" is "Ciudad"; label "Color exterior" is "Color externo"; labels: no-break spaces
          ie | 89 | nesting: 4 more boxes round everything; form.options: none; item.description: seeMore; labels: CAPITALS
          """)
  void aNumberChangesWhatItChangedBeforeAndTellsNewChangesLast(
      String variant, int seed, String before) throws Exception {
    String body = "{\"seed\":" + seed + ",\"account\":\"" + account(variant).id() + "\"}";
    JsonNode told = Client.json(client.control("POST", "/__mutations", body));
    List<String> changes = new ArrayList<>();
    told.get("changes").forEach(change -> changes.add(change.asString()));
    String[] old = before.split("; ");
    assertThat(changes).startsWith(old);
    assertThat(changes.subList(old.length, changes.size()))
        .allMatch(change -> change.matches("(item|selling|form)\\..*"));
  }

  @ParameterizedTest
  @CsvSource({
    "us, other, es, $",
    "uk, other, es, £",
    "es, other, id, 'RD$ '",
    "id, other, us, Rp",
    "es, unknown, nl, 'RD$ '"
  })
  void anItemPageTakesTheWordsOfAnotherVariantAndKeepsTheMoneyOfItsOwn(
      String own, String face, String other, String currency) throws Exception {
    String body = "{\"choice\":\"item.language\",\"value\":\"" + face + "\"}";
    client.control("POST", "/__choices", body);
    Client.Session ann = account(own);
    String page = client.page(ann, "/marketplace/item/1/").body();
    JsonNode shown = settings(page).get("variant");
    JsonNode words = Variant.named(other).forPages();
    assertThat(page).contains("lang=\"" + words.get("lang").asString() + "\"");
    assertThat(shown.get("words")).isEqualTo(words.get("words"));
    assertThat(shown.get("labels")).isEqualTo(words.get("labels"));
    assertThat(shown.get("currency").asString()).isEqualTo(currency);
    assertThat(form(ann).at("/variant/lang").asString()).isEqualTo(Variant.named(own).language());
  }
}
