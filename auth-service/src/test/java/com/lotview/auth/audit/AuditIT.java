package com.lotview.auth.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.auth.ServiceUnderTest;
import com.lotview.contracts.Role;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

class AuditIT extends ServiceUnderTest {

  @Test
  void aChangeIsShownWithWhoAndFromWhere_latestFirst() {
    UUID id = invite("joe", Role.SALESPERSON);
    call(HttpMethod.DELETE, gm, "/v1/users/" + id, null, 204);

    JsonNode data = get(gm, "/v1/audit?subject=user/" + id, 200).get("data");

    assertThat(actions(data)).containsExactly("user.deactivated", "user.invited");
    assertThat(data.at("/0/userName").asString()).isEqualTo("Ada Gold");
    assertThat(data.at("/0/ip").asString()).isEqualTo("127.0.0.1");
    assertThat(data.at("/0/userAgent").asString()).contains("ReactorNetty");
  }

  @Test
  void aChangeKeepsEachFieldBeforeAndAfter() {
    UUID id = invite("joe", Role.SALESPERSON);
    call(
        HttpMethod.PATCH,
        gm,
        "/v1/users/" + id,
        Map.of("role", "SALES_MANAGER", "lastName", "Roe"),
        200);
    call(HttpMethod.PATCH, gm, "/v1/dealership", Map.of("city", "Boulder"), 200);

    JsonNode person = get(gm, "/v1/audit?subject=user/" + id, 200).get("data");
    assertThat(changes(person.get(0)))
        .containsExactly("lastName: Doe > Roe", "role: SALESPERSON > SALES_MANAGER");
    assertThat(changes(person.get(1)))
        .containsExactly(
            "email: - > " + email("joe"),
            "firstName: - > joe",
            "lastName: - > Doe",
            "role: - > SALESPERSON",
            "state: - > INVITED");
    JsonNode dealership = get(gm, "/v1/audit?action=dealership.changed", 200).get("data");
    assertThat(changes(dealership.get(0))).containsExactly("city: Denver > Boulder");
    assertThat(text(gm, "/v1/audit/export?action=dealership.changed"))
        .contains("\"city: Denver -> Boulder\"");
  }

  @Test
  void aKeyIsKeptByWhatItMayDo_neverItself() {
    JsonNode made =
        post(
            gm,
            "/v1/dealership/api-keys",
            Map.of("name", "DMS", "scopes", List.of("vehicles.write")),
            201);
    String id = made.at("/apiKey/id").asString();
    call(HttpMethod.DELETE, gm, "/v1/dealership/api-keys/" + id, null, 204);

    JsonNode data = get(gm, "/v1/audit?subject=api-key/" + id, 200).get("data");
    assertThat(changes(data.get(0))).containsExactly("name: DMS > -", "scopes: vehicles.write > -");
    assertThat(changes(data.get(1))).containsExactly("name: - > DMS", "scopes: - > vehicles.write");
    assertThat(data.toString()).doesNotContain(made.get("key").asString());
  }

  @Test
  void whatAServiceRecordedWithoutChanges_hasNone() {
    JsonNode opened = get(gm, "/v1/audit?action=session.opened", 200).at("/data/0/changes");
    assertThat(opened.isArray()).isTrue();
    assertThat(opened).isEmpty();
  }

  @Test
  void theTrailIsPagedWithoutGapsOrRepeats() {
    for (int i = 0; i < 5; i++) {
      call(HttpMethod.PATCH, gm, "/v1/dealership", Map.of("city", "City " + i), 200);
    }
    List<String> all = ids(get(gm, "/v1/audit", 200).get("data"));
    List<String> paged = new java.util.ArrayList<>();
    String next = "";
    do {
      JsonNode page = get(gm, "/v1/audit?limit=2" + next, 200);
      paged.addAll(ids(page.get("data")));
      next = page.get("next").isNull() ? "" : "&before=" + page.get("next").asString();
    } while (!next.isEmpty());
    assertThat(paged).isEqualTo(all).hasSizeGreaterThanOrEqualTo(6);
  }

  @Test
  void entriesAreFilteredByActionPersonAndTime() {
    call(HttpMethod.PATCH, gm, "/v1/dealership", Map.of("city", "Boulder"), 200);
    String later = clock.instant().plusSeconds(1).toString();
    assertThat(actions(get(gm, "/v1/audit?action=dealership", 200).get("data")))
        .containsExactly("dealership.changed");
    assertThat(get(gm, "/v1/audit?userId=" + UUID.randomUUID(), 200).get("data")).isEmpty();
    assertThat(get(gm, "/v1/audit?from=" + later, 200).get("data")).isEmpty();
    assertThat(get(gm, "/v1/audit?to=" + later, 200).get("data")).isNotEmpty();
    get(gm, "/v1/audit?limit=201", 400);
    get(gm, "/v1/audit?from=" + later + "&to=2020-01-01T00:00:00Z", 400);
  }

  @Test
  void theExportIsSafeForSpreadsheets() {
    UUID id =
        UUID.fromString(
            post(
                    gm,
                    "/v1/users",
                    Map.of(
                        "email", email("f"),
                        "firstName", "=HYPERLINK(\"http://x\")",
                        "lastName", "",
                        "role", "GM"),
                    201)
                .get("id")
                .asString());
    post(
        null,
        "/v1/auth/invitation",
        Map.of("token", link(email("f"), "/account/invitation"), "password", PASSWORD),
        200);
    String csv = text(gm, "/v1/audit/export?subject=user/" + id);
    assertThat(csv)
        .startsWith("at,user,userId,action,subject,ip,userAgent,changes\r\n")
        .contains("\"'=HYPERLINK(\"\"http://x\"\")\"")
        .contains("user.joined");
  }

  @Test
  void onlyTheOwnManagerSeesTheTrail() {
    join("ray", Role.SALES_MANAGER);
    String manager = login(email("ray"), PASSWORD);
    get(manager, "/v1/audit", 403);
    get(manager, "/v1/audit/export", 403);
    String own = ids(get(gm, "/v1/audit", 200).get("data")).getFirst();
    newDealership();
    assertThat(ids(get(gm, "/v1/audit", 200).get("data"))).doesNotContain(own);
    assertThat(get(gm, "/v1/audit?before=" + own, 200).get("data")).isEmpty();
  }

  private static List<String> changes(JsonNode entry) {
    return StreamSupport.stream(entry.get("changes").spliterator(), false)
        .map(change ->
            change.get("field").asString()
                + ": "
                + change.get("from").asString("-")
                + " > "
                + change.get("to").asString("-"))
        .toList();
  }

  private static List<String> actions(JsonNode data) {
    return StreamSupport.stream(data.spliterator(), false)
        .map(entry -> entry.get("action").asString())
        .toList();
  }

  private static List<String> ids(JsonNode data) {
    return StreamSupport.stream(data.spliterator(), false)
        .map(entry -> entry.get("id").asString())
        .toList();
  }
}
