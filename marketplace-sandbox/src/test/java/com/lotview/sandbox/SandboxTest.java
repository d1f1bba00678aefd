package com.lotview.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The site over plain HTTP: sessions, ledger, judge, faults. */
class SandboxTest {
  private static final String ORDER =
      """
      {"year":2019,"make":"HONDA","model":"Civic EX","mileage":45210,"price":18900,
       "bodyStyle":"Sedan","interiorColor":null,"cleanTitle":true,
       "description":"One owner.\\nCall us.","location":"Denver, Colorado","photos":[%s]}
      """;

  private Sandbox sandbox;
  private Client client;
  private Client.Session ann;

  @BeforeEach
  void start() throws Exception {
    sandbox = Sandbox.builder().seed(7).start();
    client = new Client(sandbox.url());
    ann = client.account("Ann");
  }

  @AfterEach
  void close() {
    sandbox.close();
  }

  private void fault(String kind, String more) throws Exception {
    HttpResponse<String> answer =
        client.control(
            "POST",
            "/__faults",
            "{\"kind\":\"" + kind + "\",\"account\":\"" + ann.id() + "\"" + more + "}");
    assertThat(answer.statusCode()).isEqualTo(200);
  }

  private static String id(HttpResponse<String> answer) {
    return Client.json(answer).at("/data/marketplace_listing_create/listing/id").asString();
  }

  @Test
  void exportedCookiesSignInUntilTheSessionIsEnded() throws Exception {
    HttpResponse<String> form = client.page(ann, "/marketplace/create/vehicle");
    assertThat(form.statusCode()).isEqualTo(200);
    assertThat(form.headers().firstValue("Set-Cookie")).get().asString().startsWith("fr=");

    client.control("DELETE", "/__accounts/" + ann.id() + "/session", "");
    HttpResponse<String> after = client.page(ann, "/marketplace/create/vehicle");
    assertThat(after.statusCode()).isEqualTo(302);
    assertThat(after.headers().firstValue("Location")).get().asString().startsWith("/login/");

    JsonNode anew = Client.json(client.control("POST", "/__accounts/" + ann.id() + "/session", ""));
    assertThat(client.page(Client.session(anew), "/marketplace/you/selling").statusCode())
        .isEqualTo(200);
    assertThat(client.page(ann, "/marketplace/you/selling").statusCode()).isEqualTo(302);
  }

  @Test
  void theLedgerHoldsWhatWasSentAndPicturesByteForByte() throws Exception {
    byte[] red = Pictures.png(Color.RED);
    String photo = client.upload(ann, red);
    String id = id(client.publish(ann, "m1", List.of(photo)));

    JsonNode listing = client.ledger("?account=" + ann.id() + "&q=civic").at("/listings/0");
    assertThat(listing.get("id").asString()).isEqualTo(id);
    assertThat(listing.get("title").asString()).isEqualTo("2019 Honda Civic EX");
    assertThat(listing.get("price").asLong()).isEqualTo(18900);
    assertThat(listing.at("/raw/price").asString()).isEqualTo("$18,900");
    assertThat(listing.at("/photos/0/sha256").asString()).isEqualTo(Pictures.sha256(red));
    assertThat(listing.at("/photos/0/bytes").asLong()).isEqualTo(red.length);
    assertThat(client.ledger("?q=mustang").get("count").asInt()).isZero();
  }

  @Test
  void aRequestRepeatedByTheBrowserMakesOneListingASecondClickMakesTwo() throws Exception {
    String first = id(client.publish(ann, "m1", List.of()));
    assertThat(id(client.publish(ann, "m1", List.of()))).isEqualTo(first);
    assertThat(sandbox.ledger().listings()).hasSize(1);
    client.publish(ann, "m2", List.of());
    assertThat(sandbox.ledger().listings()).hasSize(2);
  }

  @Test
  void valuesThatNoListOffersAreRefused() throws Exception {
    Map<String, Object> order = Client.civic("m1", List.of());
    ((ObjectNode) ((Map<?, ?>) order.get("input")).get("vehicle")).put("fuelType", "Gas");
    HttpResponse<String> answer =
        client.operation(ann, "useCometMarketplaceListingCreateMutation", order);
    assertThat(Client.json(answer).at("/errors/0/message").asString()).contains("fuelType");
    assertThat(sandbox.ledger().listings()).isEmpty();
  }

  @Test
  void theJudgePassesTheOrderedListingAndNamesEveryDifference() throws Exception {
    byte[] red = Pictures.png(Color.RED);
    byte[] blue = Pictures.png(Color.BLUE);
    String redHash = Pictures.sha256(red);
    String blueHash = Pictures.sha256(blue);
    client.publish(ann, "m1", List.of(client.upload(ann, red), client.upload(ann, blue)));

    String right = ORDER.formatted("\"" + redHash + "\",\"" + blueHash + "\"");
    assertThat(client.judge(right).get("ok").asBoolean()).isTrue();

    String wrong =
        ORDER.formatted("\"" + blueHash + "\",\"" + redHash + "\"").replace("18900", "18990");
    JsonNode verdict = client.judge(wrong);
    assertThat(verdict.get("ok").asBoolean()).isFalse();
    assertThat(verdict.get("differences").findValuesAsString("field"))
        .containsExactlyInAnyOrder("price", "photos[0]", "photos[1]");
  }

  @Test
  void theJudgeCountsDuplicatesAndMissesWhatIsNotThere() throws Exception {
    client.publish(ann, "m1", List.of());
    client.publish(ann, "m2", List.of());
    JsonNode twice = client.judge(ORDER.formatted(""));
    assertThat(twice.get("count").asInt()).isEqualTo(2);
    assertThat(twice.get("ok").asBoolean()).isFalse();

    JsonNode absent = client.judge("{\"title\":\"2001 Zim 12\"}");
    assertThat(absent.get("count").asInt()).isZero();
    assertThat(absent.get("ok").asBoolean()).isFalse();
    assertThat(client.control("POST", "/__judge", "{\"colour\":1}").statusCode()).isEqualTo(400);
  }

  @Test
  void aFalseErrorCreatesTheListingAllTheSame() throws Exception {
    fault("publish.acceptThen500", "");
    assertThat(client.publish(ann, "m1", List.of()).statusCode()).isEqualTo(500);
    assertThat(sandbox.ledger().listings(ann.id())).hasSize(1);

    fault("publish.acceptThenReset", "");
    assertThatThrownBy(() -> client.publish(ann, "m2", List.of())).isInstanceOf(IOException.class);
    assertThat(sandbox.ledger().listings(ann.id())).hasSize(2);

    fault("publish.refuse", "");
    assertThat(client.publish(ann, "m3", List.of()).statusCode()).isEqualTo(500);
    assertThat(sandbox.ledger().listings(ann.id())).hasSize(2);
  }

  @Test
  void faultsStrikeTheNamedAccountAsOftenAsSaid() throws Exception {
    fault("checkpoint", ",\"times\":2");
    Client.Session bob = client.account("Bob");
    assertThat(client.page(bob, "/marketplace/you/selling").statusCode()).isEqualTo(200);
    for (int i = 0; i < 2; i++) {
      assertThat(client.page(ann, "/marketplace/create/vehicle").headers().firstValue("Location"))
          .hasValue("/checkpoint/1501092823525282/");
    }
    assertThat(client.page(ann, "/marketplace/create/vehicle").statusCode()).isEqualTo(200);

    fault("session.loggedOut", "");
    assertThat(client.page(ann, "/marketplace/create/vehicle").statusCode()).isEqualTo(302);
    assertThat(client.page(ann, "/marketplace/create/vehicle").statusCode()).isEqualTo(302);

    fault("publish.delaySeconds", ",\"seconds\":3");
    assertThat(client.control("DELETE", "/__faults", "").statusCode()).isEqualTo(204);
    assertThat(Client.json(client.control("GET", "/__faults", "")).get("faults")).isEmpty();
    assertThat(client.control("POST", "/__faults", "{\"kind\":\"rain\"}").statusCode())
        .isEqualTo(400);
  }

  @Test
  void theDelayIsToldToThePageOnce() throws Exception {
    fault("publish.delaySeconds", ",\"seconds\":3");
    String query = "MarketplaceComposerPrePublishQuery";
    assertThat(Client.json(client.operation(ann, query, Map.of())).findValue("wait_ms").asInt())
        .isEqualTo(3000);
    assertThat(Client.json(client.operation(ann, query, Map.of())).findValue("wait_ms").asInt())
        .isZero();
  }

  @Test
  void aTownsBareNameBringsAnotherCountryFirst() throws Exception {
    String query = "MarketplaceComposerLocationQuery";
    JsonNode bare = Client.json(client.operation(ann, query, Map.of("query", "Denver")));
    assertThat(bare.at("/data/places/0/kind").asString()).contains("South Africa");
    JsonNode full = Client.json(client.operation(ann, query, Map.of("query", "Murrieta, CA")));
    assertThat(full.at("/data/places/0/name").asString()).isEqualTo("Murrieta, California");
  }

  @Test
  void accountsAndListingsSurviveARestart(@TempDir Path folder) throws Exception {
    Client.Session carl;
    try (Sandbox first = Sandbox.builder().dataDir(folder).seed(1).start()) {
      Client before = new Client(first.url());
      carl = before.account("Carl");
      before.publish(carl, "m1", List.of(before.upload(carl, Pictures.png(Color.RED))));
    }
    try (Sandbox second = Sandbox.builder().dataDir(folder).seed(1).start()) {
      Client after = new Client(second.url());
      assertThat(after.ledger("").get("count").asInt()).isOne();
      assertThat(after.page(carl, "/marketplace/you/selling").statusCode()).isEqualTo(200);
      after.publish(carl, "m1", List.of());
      assertThat(second.ledger().listings(carl.id())).hasSize(2);
    }
  }

  @Test
  void theFilesOfAnOlderSandboxAreRead(@TempDir Path folder) throws Exception {
    Files.writeString(
        folder.resolve("accounts.json"),
        """
        [{"id":"123","name":"Ann","city":"Denver, Colorado","email":"a@b","password":"p",
          "groups":[],"xs":"x"}]
        """);
    Files.writeString(
        folder.resolve("listings.jsonl"),
        """
        {"what":"listed","listing":{"id":"9","account":"123","variant":"us","title":"2019 Honda Civic",\
        "vehicleType":"Car/Truck","year":2019,"make":"Honda","model":"Civic","mileage":1,"price":2,\
        "cleanTitle":true,"description":"","location":"Denver, Colorado","groups":[],"photos":[],\
        "raw":{},"createdAt":"2026-11-01T00:00:00Z",\
        "interaction":{"clicks":1,"keys":1,"scripted":0},"sold":false}}
        """);
    try (Sandbox older = Sandbox.builder().dataDir(folder).start()) {
      Client.Session account = new Client.Session("123", "c_user=123; xs=x");
      assertThat(new Client(older.url()).page(account, "/marketplace/you/selling").statusCode())
          .isEqualTo(200);
      assertThat(older.ledger().listings("123").getFirst().canonical()).isEmpty();
    }
  }

  @Test
  void aPostingOverPlainHttpEndsItsFormSessionWithTheGoodAnswer() throws Exception {
    for (String mutation : List.of("m1", "m2")) {
      String form = client.openForm(ann);
      client.publish(ann, mutation, form, List.of(client.upload(ann, Pictures.png(Color.RED))));
      assertThat(sandbox.sessions().find(form).orElseThrow().closed()).isTrue();
    }
    assertThat(sandbox.sessions().overlaps()).isEmpty();

    String first = client.openForm(ann);
    String second = client.openForm(ann);
    client.publish(ann, "m3", first, List.of());
    client.publish(ann, "m4", second, List.of());
    assertThat(sandbox.sessions().overlaps()).hasSize(1);
  }

  @Test
  void aGoodByeEndsAFormSessionAndAnErrorDoesNot() throws Exception {
    String left = client.openForm(ann);
    client.control("POST", "/ajax/presence?form=" + left + "&end=1", "");
    fault("publish.refuse", "");
    String failed = client.openForm(ann);
    client.publish(ann, "m1", failed, List.of());
    assertThat(sandbox.sessions().find(left).orElseThrow().closed()).isTrue();
    assertThat(sandbox.sessions().find(failed).orElseThrow().closed()).isFalse();
    assertThat(sandbox.sessions().overlaps()).isEmpty();
  }

  @Test
  void twoFormsOfOneAccountAtOnceAreSeen() throws Exception {
    client.page(ann, "/marketplace/create/vehicle");
    client.page(ann, "/marketplace/create/vehicle");
    String first = sandbox.sessions().of(ann.id()).getFirst().id();
    assertThat(sandbox.sessions().overlaps()).isEmpty();
    client.control("POST", "/ajax/presence?form=" + first, "");
    assertThat(client.ledger("").get("overlaps")).hasSize(1);
    JsonNode account = Client.json(client.control("GET", "/__ledger/accounts/" + ann.id(), ""));
    assertThat(account.get("mostSessionsAtOnce").asInt()).isEqualTo(2);
  }
}
