package com.lotview.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Troubles of the form, of the visit and of "Your listings". */
class VisitFaultsTest {
  private static final String SELLING = "MarketplaceYouSellingFastActiveSectionPaginationQuery";

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

  private int fault(String kind, String more) throws Exception {
    String body = "{\"kind\":\"" + kind + "\",\"account\":\"" + ann.id() + "\"" + more + "}";
    return client.control("POST", "/__faults", body).statusCode();
  }

  private static String view(HttpResponse<String> page) {
    return page.body().replaceAll("(?s).*\"view\":\"(\\w+)\".*", "$1");
  }

  @Test
  void aListingLosesItsPicturesOrCarriesANotice() throws Exception {
    fault("publish.withoutPhotos", "");
    client.publish(ann, "m1", List.of(client.upload(ann, Pictures.png(Color.RED))));
    assertThat(sandbox.ledger().listings().getFirst().photos()).isEmpty();
    fault("listing.duplicate", "");
    client.publish(ann, "m2", List.of());
    fault("listing.review", "");
    client.publish(ann, "m3", List.of());
    JsonNode edges =
        Client.json(client.operation(ann, SELLING, Map.of())).at("/data/listings/edges");
    assertThat(edges.findValuesAsString("notice")).containsExactly("reviewed", "duplicate", "");
    String path = "/__listings/" + edges.at("/0/id").asString() + "/notice";
    assertThat(client.control("POST", path, "{\"notice\":null}").statusCode()).isEqualTo(204);
    assertThat(sandbox.ledger().listings().getLast().notice()).isNull();
  }

  @Test
  void theFormLosesALabelAPictureAPlaceOrAClick() throws Exception {
    fault("label.renamed", ",\"field\":\"mileage\",\"text\":\"Odometer\"");
    fault("label.removed", ",\"field\":\"price\"");
    fault("draft.restored", ",\"seconds\":5");
    JsonNode form = form();
    assertThat(form.at("/variant/labels/mileage").asString()).isEqualTo("Odometer");
    assertThat(form.at("/variant/labels/price").asString()).isEmpty();
    assertThat(form.at("/restored/millis").asInt()).isEqualTo(5000);
    assertThat(form().at("/variant/labels/mileage").asString()).isEqualTo("Mileage");
    fault("draft.restoredWithPhoto", "");
    String picture = form().at("/restored/photo/src").asString();
    assertThat(client.page(ann, picture).statusCode()).isEqualTo(200);

    fault("publish.lost", ",\"times\":2");
    String audience = "MarketplaceComposerAudienceQuery";
    JsonNode told = Client.json(client.operation(ann, audience, Map.of()));
    assertThat(told.findValue("lost_clicks").asInt()).isEqualTo(2);
    fault("location.fails", "");
    String places = "MarketplaceComposerLocationQuery";
    assertThat(client.operation(ann, places, Map.of("query", "Denver")).statusCode())
        .isEqualTo(500);
    fault("upload.fails", "");
    assertThat(client.upload(ann, Pictures.png(Color.RED))).isEmpty();
    assertThat(fault("label.removed", ",\"field\":\"wheels\"")).isEqualTo(400);
  }

  private JsonNode form() throws Exception {
    return VariantsTest.settings(client.page(ann, "/marketplace/create/vehicle").body());
  }

  @Test
  void aCheckHoldsTheAccountUpUntilItIsPassed() throws Exception {
    for (String kind : List.of("twoFactor", "session.passwordReentry")) {
      fault(kind, ",\"at\":\"publish\"");
      String away = Client.json(client.publish(ann, kind, List.of())).get("redirect").asString();
      assertThat(away).endsWith("?next=%2Fmarketplace%2Fcreate%2Fvehicle");
      assertThat(client.page(ann, "/").statusCode()).isEqualTo(302);
      assertThat(client.operation(ann, SELLING, Map.of()).body()).contains("redirect");
      client.control("DELETE", "/__accounts/" + ann.id() + "/gate", "");
      assertThat(view(client.page(ann, "/"))).isEqualTo("home");
    }
    fault("account.suspended", "");
    assertThat(client.page(ann, "/marketplace/you/selling").headers().firstValue("Location"))
        .hasValue("/checkpoint/828281030927956/");
    fault("marketplace.noAccess", "");
    assertThat(view(client.page(ann, "/marketplace/create/vehicle"))).isEqualTo("noAccess");
    assertThat(sandbox.ledger().listings()).isEmpty();
  }

  @Test
  void questionsCoverThePagesTheyAreAimedAt() throws Exception {
    fault("cover.saveLogin", ",\"at\":\"form\",\"seconds\":2");
    fault("cover.cookieConsent", ",\"at\":\"selling\"");
    assertThat(form().at("/covers/0/name").asString()).isEqualTo("saveLogin");
    assertThat(form().get("covers")).isEmpty();
    assertThat(client.page(ann, "/marketplace/you/selling").body())
        .contains("{\"name\":\"consent\",\"millis\":0}");
    String anyone = "{\"kind\":\"cover.cookieConsent\",\"at\":\"login\"}";
    client.control("POST", "/__faults", anyone);
    assertThat(client.control("GET", "/login/", "").body()).contains("\"name\":\"consent\"");
  }

  @Test
  void yourListingsCanBeFilledWithManyOldAndUnfinishedOnes() throws Exception {
    String order =
        "{\"account\":\""
            + ann.id()
            + "\",\"year\":2012,\"make\":\"Ford\",\"model\":\"F-150\",\"price\":9000,\"times\":45,\"daysAgo\":8}";
    assertThat(Client.json(client.control("POST", "/__listings", order)).get("ids")).hasSize(45);
    client.operation(
        ann,
        "MarketplaceComposerSaveDraftMutation",
        Map.of("draft", Map.of("year", "2014", "make", "Ford", "model", "Focus")));
    JsonNode first = Client.json(client.operation(ann, SELLING, Map.of("count", 20)));
    assertThat(first.at("/data/listings/edges")).hasSize(20);
    assertThat(first.at("/data/listings/drafts/0/title").asString()).isEqualTo("2014 Ford Focus");
    String draft = first.at("/data/listings/drafts/0/id").asString();
    assertThat(client.page(ann, "/marketplace/create/vehicle/?draft_id=" + draft).body())
        .contains("\"restored\"");
    JsonNode last = Client.json(client.operation(ann, SELLING, Map.of("count", 20, "cursor", 40)));
    assertThat(last.at("/data/listings/edges")).hasSize(5);
    assertThat(last.at("/data/listings/drafts")).isEmpty();
    assertThat(last.at("/data/listings/hasNext").asBoolean()).isFalse();
  }
}
