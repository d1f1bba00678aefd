package com.lotview.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.sandbox.ledger.Click;
import java.awt.Color;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Troubles around the click, and what the ledger and the clicks record about them. */
class FaultsTest {
  private static final String AUDIENCE = "MarketplaceComposerAudienceQuery";
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

  private String listed() throws Exception {
    return Client.json(client.publish(ann, "first", List.of()))
        .at("/data/marketplace_listing_create/listing/id")
        .asString();
  }

  private HttpResponse<String> press(String operation, String id, Map<String, Object> more)
      throws Exception {
    ObjectNode input = com.lotview.sandbox.http.Json.MAPPER.createObjectNode();
    input.put("client_mutation_id", operation + Math.random()).put("listing_id", id);
    more.forEach(input::putPOJO);
    return client.operation(ann, operation, Map.of("input", input));
  }

  private HttpResponse<String> delete(String id) throws Exception {
    return press("MarketplaceListingDeleteMutation", id, Map.of());
  }

  private HttpResponse<String> sold(String id) throws Exception {
    return press("MarketplaceListingSoldMutation", id, Map.of("sold", true));
  }

  private HttpResponse<String> edit(String id, String price) throws Exception {
    Map<?, ?> input = (Map<?, ?>) Client.civic("unused", List.of()).get("input");
    ObjectNode vehicle = (ObjectNode) input.get("vehicle");
    return press(
        "useCometMarketplaceListingEditMutation",
        id,
        Map.of("vehicle", vehicle.put("price", price)));
  }

  private Click last() {
    return sandbox.clicks().of(ann.id()).getLast();
  }

  private void assertLast(Click.Kind kind, Click.Outcome outcome, String answer) {
    assertThat(last().kind()).isEqualTo(kind);
    assertThat(last().outcome()).isEqualTo(outcome);
    assertThat(last().answer()).isEqualTo(answer);
  }

  private static String view(HttpResponse<String> page) {
    return page.body().replaceAll("(?s).*\"view\":\"(\\w+)\".*", "$1");
  }

  @Test
  void aRequestHeldBackIsStoredAfterItsTimeAndAnsweredThen() throws Exception {
    fault("publish.acceptAfterSeconds", ",\"seconds\":2");
    CompletableFuture<HttpResponse<String>> answer =
        CompletableFuture.supplyAsync(() -> {
          try {
            return client.publish(ann, "m1", List.of());
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        });
    while (sandbox.clicks().all().isEmpty()) {
      Thread.onSpinWait();
    }
    assertThat(last().outcome()).isEqualTo(Click.Outcome.ARRIVED);
    assertThat(sandbox.ledger().listings()).isEmpty();
    assertThat(answer.join().statusCode()).isEqualTo(200);
    assertThat(sandbox.ledger().listings()).hasSize(1);
    assertLast(Click.Kind.PUBLISH, Click.Outcome.STORED, "ok");
    assertThat(last().decidedAt()).isAfterOrEqualTo(last().at().plusSeconds(2));
  }

  @Test
  void anAnswerMayNameAListingThatDoesNotExist() throws Exception {
    fault("publish.nothingListed", "");
    assertThat(listed()).matches("\\d{16}");
    assertThat(sandbox.ledger().listings()).isEmpty();
    assertLast(Click.Kind.PUBLISH, Click.Outcome.IGNORED, "ok");
  }

  @Test
  void aRefusalIsToldByTheAnswersErrorsOrByTheDialogThatThePageShowsLater() throws Exception {
    fault("publish.refusedByErrors", ",\"text\":\"Duplicate listing\"");
    JsonNode told = Client.json(client.publish(ann, "m1", List.of()));
    assertThat(told.at("/errors/0/summary").asString()).isEqualTo("Duplicate listing");
    assertLast(Click.Kind.PUBLISH, Click.Outcome.REFUSED, "error");
    fault("publish.refusedByDialog", ",\"text\":\"Limit reached\"");
    JsonNode silent = Client.json(client.publish(ann, "m2", List.of()));
    assertThat(silent.has("errors")).isFalse();
    assertThat(silent.at("/data/marketplace_listing_create").isNull()).isTrue();
    assertThat(silent.at("/data/dialog/wait_ms").asInt()).isEqualTo(500);
    assertThat(sandbox.ledger().listings()).isEmpty();
  }

  @Test
  void aStopMayComeWithAPictureOrWithStepTwo() throws Exception {
    fault("captcha", ",\"at\":\"photos\"");
    assertThat(client.operation(ann, AUDIENCE, Map.of()).body()).doesNotContain("redirect");
    assertThat(client.uploaded(ann, Pictures.png(Color.RED)).body()).contains("redirect");
    assertThat(client.uploaded(ann, Pictures.png(Color.RED)).body()).contains("photoID");
    fault("checkpoint", ",\"at\":\"next\"");
    assertThat(client.operation(ann, AUDIENCE, Map.of()).body()).contains("/checkpoint/");
    assertThat(client.publish(ann, "m1", List.of()).body()).doesNotContain("redirect");
  }

  @Test
  void theDailyLimitIsToldOnStepTwoOrElseByTheRefusal() throws Exception {
    fault("publish.limitNotice", ",\"times\":2");
    assertThat(
            Client.json(client.operation(ann, AUDIENCE, Map.of())).findValue("notice").asString())
        .contains("reached your daily limit");
    assertThat(client.publish(ann, "m1", List.of()).body()).contains("daily limit");
    assertThat(sandbox.ledger().listings()).isEmpty();
    assertLast(Click.Kind.PUBLISH, Click.Outcome.REFUSED, "error");
    assertThat(
            Client.json(client.operation(ann, AUDIENCE, Map.of())).findValue("notice").asString())
        .isEmpty();
  }

  @Test
  void limitReachedAnswersTheClickOrClosesTheForm() throws Exception {
    fault("publish.limitReached", "");
    assertThat(view(client.page(ann, "/marketplace/create/vehicle"))).isEqualTo("vehicle");
    assertThat(Client.json(client.publish(ann, "m1", List.of())).at("/errors/0/summary").asString())
        .isEqualTo("Limit reached");
    fault("publish.limitReached", ",\"at\":\"form\"");
    assertThat(view(client.page(ann, "/marketplace/create/vehicle"))).isEqualTo("limit");
    assertThat(sandbox.ledger().listings()).isEmpty();
  }

  @Test
  void aLateListingIsInTheLedgerAndOnNoPage() throws Exception {
    fault("listing.late", ",\"seconds\":3600");
    String id = listed();
    assertThat(sandbox.ledger().find(id)).isPresent();
    assertThat(client.ledger("").get("count").asInt()).isOne();
    JsonNode cards = Client.json(client.operation(ann, SELLING, Map.of("query", "civic")));
    assertThat(cards.at("/data/listings/edges")).isEmpty();
    assertThat(view(client.page(ann, "/marketplace/item/" + id + "/"))).isEqualTo("unavailable");

    client.publish(ann, "m2", List.of());
    cards = Client.json(client.operation(ann, SELLING, Map.of("query", "civic")));
    assertThat(cards.at("/data/listings/edges")).hasSize(1);
  }

  @Test
  void aSessionEndsAtTheChosenMoment() throws Exception {
    fault("session.loggedOut", ",\"at\":\"publish\"");
    assertThat(view(client.page(ann, "/"))).isEqualTo("home");
    assertThat(view(client.page(ann, "/marketplace/create/vehicle"))).isEqualTo("vehicle");
    assertThat(client.publish(ann, "m1", List.of()).statusCode()).isEqualTo(401);
    assertLast(Click.Kind.PUBLISH, Click.Outcome.TURNED_AWAY, "error");
    assertThat(view(client.page(ann, "/"))).isEqualTo("login");
    assertThat(sandbox.ledger().listings()).isEmpty();
  }

  @Test
  void checkpointCaptchaAndBlockStopTheVisitorWhereTheyAreAimed() throws Exception {
    fault("checkpoint", ",\"at\":\"home\"");
    assertThat(client.page(ann, "/marketplace/create/vehicle").statusCode()).isEqualTo(200);
    assertThat(client.page(ann, "/").headers().firstValue("Location"))
        .get()
        .asString()
        .startsWith("/checkpoint/");

    fault("checkpoint", ",\"at\":\"publish\"");
    assertThat(Client.json(client.publish(ann, "m1", List.of())).get("redirect").asString())
        .startsWith("/checkpoint/");

    fault("captcha", "");
    String captcha =
        client.page(ann, "/marketplace/you/selling").headers().firstValue("Location").orElse("");
    assertThat(view(client.page(ann, captcha))).isEqualTo("captcha");

    fault("account.blocked", ",\"at\":\"form\"");
    assertThat(view(client.page(ann, "/marketplace/you/selling"))).isEqualTo("selling");
    assertThat(view(client.page(ann, "/marketplace/create/vehicle"))).isEqualTo("blocked");
    fault("account.blocked", ",\"at\":\"publish\"");
    assertThat(client.publish(ann, "m2", List.of()).body()).contains("temporarily restricted");
    assertThat(sandbox.ledger().listings()).isEmpty();
  }

  @Test
  void aDeletionFailsOrIsDoneDespiteTheError() throws Exception {
    String id = listed();
    fault("delete.fails", "");
    assertThat(delete(id).statusCode()).isEqualTo(500);
    assertLast(Click.Kind.DELETE, Click.Outcome.REFUSED, "error");
    assertThat(sandbox.ledger().find(id)).isPresent();

    fault("delete.acceptThen500", "");
    assertThat(delete(id).statusCode()).isEqualTo(500);
    assertLast(Click.Kind.DELETE, Click.Outcome.STORED, "error");
    assertThat(sandbox.ledger().find(id)).isEmpty();
    assertThat(client.ledger("?account=" + ann.id()).at("/deleted/0/deletedAt").asString())
        .isNotEmpty();

    assertThat(delete(id).body()).contains("isn't available anymore");
    assertLast(Click.Kind.DELETE, Click.Outcome.REFUSED, "error");
  }

  @Test
  void aMarkFailsOrIsDoneDespiteTheError() throws Exception {
    String id = listed();
    fault("sold.fails", "");
    assertThat(sold(id).statusCode()).isEqualTo(500);
    assertThat(sandbox.ledger().find(id).orElseThrow().sold()).isFalse();
    fault("sold.acceptThen500", "");
    assertThat(sold(id).statusCode()).isEqualTo(500);
    assertLast(Click.Kind.SOLD, Click.Outcome.STORED, "error");
    assertThat(sandbox.ledger().find(id).orElseThrow().sold()).isTrue();
  }

  @Test
  void anEditIsIgnoredOrDoneDespiteTheError() throws Exception {
    String id = listed();
    fault("edit.ignored", "");
    assertThat(edit(id, "$17,500").statusCode()).isEqualTo(200);
    assertLast(Click.Kind.UPDATE, Click.Outcome.IGNORED, "ok");
    assertThat(sandbox.ledger().find(id).orElseThrow().price()).isEqualTo(18900);

    fault("edit.acceptThen500", "");
    assertThat(edit(id, "$17,500").statusCode()).isEqualTo(500);
    assertLast(Click.Kind.UPDATE, Click.Outcome.STORED, "error");
    JsonNode listing = client.ledger("").at("/listings/0");
    assertThat(listing.get("price").asInt()).isEqualTo(17500);
    assertThat(listing.at("/history/0/from").asString()).isEqualTo("18900");
    assertThat(listing.get("history")).hasSize(1);
  }

  @Test
  void onlyWhatIsUpCountsForTheJudge() throws Exception {
    String order = "{\"title\":\"2019 Honda Civic EX\"}";
    String first = listed();
    client.publish(ann, "m2", List.of());
    assertThat(client.judge(order).get("count").asInt()).isEqualTo(2);
    sold(first);
    assertThat(client.judge(order).get("count").asInt()).isOne();
    delete(sandbox.ledger().listings().getLast().id());
    assertThat(client.judge(order).get("count").asInt()).isZero();
  }

  @Test
  void nobodyChangesTheListingOfAnother() throws Exception {
    String id = listed();
    ann = client.account("Bob");
    assertThat(delete(id).body()).contains("isn't available anymore");
    assertThat(view(client.page(ann, "/marketplace/edit/?listing_id=" + id)))
        .isEqualTo("unavailable");
    assertThat(sandbox.ledger().find(id)).isPresent();
  }

  @Test
  void aPressIsAClickBeforeItsRequestAndOneClickWithIt() throws Exception {
    Map<String, String> press = Map.of("client_mutation_id", "m1", "form_session", "f1");
    client.operation(ann, "MarketplaceComposerPrePublishQuery", press);
    JsonNode told = Client.json(client.control("GET", "/__ledger/clicks?account=" + ann.id(), ""));
    assertThat(told.at("/0/outcome").asString()).isEqualTo("clicked");
    client.publish(ann, "m1", List.of());
    client.publish(ann, "m1", List.of());
    JsonNode clicks = Client.json(client.control("GET", "/__ledger/clicks", ""));
    assertThat(clicks).hasSize(1);
    assertThat(clicks.at("/0/kind").asString()).isEqualTo("PUBLISH");
    assertThat(clicks.at("/0/outcome").asString()).isEqualTo("stored");
    assertThat(clicks.at("/0/formSession").asString()).isEqualTo("f1");
    assertThat(clicks.at("/0/listingId").asString())
        .isEqualTo(sandbox.ledger().listings().getFirst().id());
  }

  @Test
  void faultsAndChoicesThatCannotBeAreRefused() throws Exception {
    assertThat(fault("listing.late", "")).isEqualTo(400);
    assertThat(fault("checkpoint", ",\"at\":\"noon\"")).isEqualTo(400);
    assertThat(fault("delete.fails", ",\"at\":\"form\"")).isEqualTo(400);
    String unknown = "{\"choice\":\"delete.way\",\"value\":\"magic\"}";
    assertThat(client.control("POST", "/__choices", unknown).statusCode()).isEqualTo(400);
    assertThat(client.publish(ann, "", List.of()).body()).contains("client_mutation_id is needed");
  }
}
