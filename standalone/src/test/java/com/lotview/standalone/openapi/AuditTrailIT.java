package com.lotview.standalone.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.standalone.RunningSystem;
import com.lotview.standalone.openapi.MadeObjects.Kind;
import com.lotview.standalone.openapi.People.Person;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A change in any service is in the trail of auth-service with its fields before and after. */
@Timeout(300)
@Tag("servers")
class AuditTrailIT {
  private static Http http;
  private static MadeObjects objects;
  private static Person manager;
  private static String gm;

  @BeforeAll
  static void start() throws Exception {
    RunningSystem system = RunningSystem.shared();
    http = new Http(system.url());
    People people = People.of(system, http);
    objects = new MadeObjects(http, people);
    manager = people.manager(People.A);
    gm = manager.token();
    objects.removeWebhooks(manager);
  }

  @Test
  void aVehicle() throws Exception {
    String id = made(Kind.VEHICLE).getFirst();
    change("PATCH", "/v1/vehicles/" + id, node().put("price", 1799500).put("notes", "cold start"));
    http.made("DELETE", "/v1/vehicles/" + id, gm, null);

    assertThat(kept("vehicle/" + id, "vehicle.created"))
        .contains("make: - > Toyota", "price: - > 1899500", "status: - > ACTIVE");
    assertThat(kept("vehicle/" + id, "vehicle.price"))
        .containsExactly("price: 1899500 > 1799500", "notes: - > cold start");
    assertThat(kept("vehicle/" + id, "vehicle.status"))
        .containsExactly("status: ACTIVE > ARCHIVED");
  }

  @Test
  void itsPhotos() throws Exception {
    List<String> ids = made(Kind.IMAGES);
    String first = ids.get(1);
    String second = ids.get(2);
    String images = "/v1/vehicles/" + ids.getFirst() + "/images/";
    http.made("PUT", images + second + "/primary", gm, null);
    http.made("DELETE", images + first, gm, null);

    String subject = "vehicle/" + ids.getFirst();
    assertThat(kept(subject, "photos.primary"))
        .containsExactly("images: %s, %s > %s, %s".formatted(first, second, second, first));
    assertThat(kept(subject, "photos.removed"))
        .containsExactly("images: %s, %s > %s".formatted(second, first, second));
  }

  @Test
  void aPosting() throws Exception {
    String id = made(Kind.POSTING).getFirst();
    String later =
        Instant.now().plus(Duration.ofDays(7)).truncatedTo(ChronoUnit.SECONDS).toString();
    change("PATCH", "/v1/postings/" + id, node().put("price", 1650000).put("scheduledFor", later));
    http.made("POST", "/v1/postings/" + id + "/cancel", gm, null);

    assertThat(kept("posting/" + id, "posting.created"))
        .contains("price: - > 1899500")
        .anyMatch(change -> change.startsWith("fbAccountId: - > "));
    assertThat(kept("posting/" + id, "posting.changed"))
        .containsExactly("scheduledFor: - > " + later, "price: 1899500 > 1650000");
    assertThat(kept("posting/" + id, "posting.cancelled"))
        .singleElement()
        .asString()
        .matches("status: \\w+ > CANCELLED");
  }

  @Test
  void anAccount() throws Exception {
    JsonNode made = http.made("POST", "/v1/fb-accounts", gm, objects.accountBody());
    String id = made.get("id").asString();
    String account = "/v1/fb-accounts/" + id;
    change("PATCH", account, node().put("label", "North lot"));
    ObjectNode nobody = node().put("everybody", false);
    nobody.putArray("userIds");
    change("PUT", account + "/users", nobody);
    http.made("DELETE", account, gm, null);

    String subject = "fb-account/" + id;
    String label = made.get("label").asString();
    assertThat(kept(subject, "fb-account.connected"))
        .contains("label: - > " + label, "state: - > VALID")
        .anyMatch(change -> change.matches("accountRef: - > \\*+\\d{4}"));
    assertThat(kept(subject, "fb-account.renamed"))
        .containsExactly("label: " + label + " > North lot");
    assertThat(kept(subject, "fb-account.shared")).containsExactly("userIds: - > ");
    assertThat(kept(subject, "fb-account.disconnected"))
        .containsExactly("state: VALID > DISCONNECTED");
  }

  @Test
  void aWebHook_withoutItsSecret() throws Exception {
    JsonNode made = http.made("POST", "/v1/webhooks", gm, MadeObjects.webhookBody());
    String id = made.at("/webhook/id").asString();
    change("PATCH", "/v1/webhooks/" + id, node().put("active", false));
    http.made("POST", "/v1/webhooks/" + id + "/secret", gm, null);
    http.made("DELETE", "/v1/webhooks/" + id, gm, null);

    String subject = "webhook/" + id;
    assertThat(kept(subject, "webhook.made"))
        .contains("url: - > https://hooks.example/lotview", "events: - > posting.failed");
    assertThat(kept(subject, "webhook.changed")).containsExactly("active: true > false");
    assertThat(kept(subject, "webhook.secret-changed")).isEmpty();
    assertThat(kept(subject, "webhook.removed")).contains("active: false > -");
  }

  @Test
  void whatAPersonHearsOf() throws Exception {
    ObjectNode body = node();
    ObjectNode quiet = body.putArray("data").addObject().put("kind", "POSTING_FAILED");
    quiet.put("inApp", true).put("mail", false);
    change("PUT", "/v1/me/notice-preferences", body);

    String me = http.made("GET", "/v1/auth/me", gm, null).get("id").asString();
    assertThat(kept("user/" + me, "notice-preferences.changed"))
        .singleElement()
        .asString()
        .matches("mail: .*POSTING_FAILED.* > .*")
        .doesNotMatch("mail: .* > .*POSTING_FAILED.*");
  }

  private static List<String> made(Kind kind) throws Exception {
    return objects.of(kind, manager, true);
  }

  private static void change(String method, String path, ObjectNode body) throws Exception {
    http.made(method, path, gm, body);
  }

  /** The changes of the entry, as soon as it has come. */
  private static List<String> kept(String subject, String action) {
    JsonNode entry =
        Awaitility.await(action)
            .atMost(Duration.ofSeconds(60))
            .ignoreExceptions()
            .until(
                () ->
                    http.made("GET", "/v1/audit?subject=" + subject + "&action=" + action, gm, null)
                        .at("/data/0"),
                JsonNode::isObject);
    return entry
        .get("changes")
        .valueStream()
        .map(change ->
            change.get("field").asString()
                + ": "
                + change.path("from").asString("-")
                + " > "
                + change.path("to").asString("-"))
        .toList();
  }

  private static ObjectNode node() {
    return MadeObjects.node();
  }
}
