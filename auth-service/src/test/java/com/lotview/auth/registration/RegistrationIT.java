package com.lotview.auth.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lotview.auth.ServiceUnderTest;
import com.lotview.auth.account.AccountStore;
import com.lotview.contracts.ErrorCode;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.security.RequestOrigin;
import com.lotview.kit.tenant.TenantTransactions;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class RegistrationIT extends ServiceUnderTest {
  private static final String CONFIRM = "/v1/auth/registration/confirmation";

  @Autowired private AccountStore accounts;
  @Autowired private TenantTransactions transactions;

  /** All tests send from one address, so each runs in its own hour. */
  @BeforeEach
  void anHourOfItsOwn() {
    clock.advance(Duration.ofHours(1).plusSeconds(1));
    gm = login(gmEmail, PASSWORD);
  }

  @Test
  void theLinkOpensTheDealership_once_andNothingExistsBefore() {
    String email = fresh();
    apply(email, 202);
    String token = link(email, "/account/registration");
    assertThat(exists(email)).isFalse();
    post(null, "/v1/auth/login", Map.of("email", email, "password", PASSWORD), 401);

    post(null, CONFIRM, choice(token, "password1"), 400);
    JsonNode session = post(null, CONFIRM, choice(token, PASSWORD), 200);

    assertThat(session.at("/user/role").asString()).isEqualTo("GM");
    assertThat(session.at("/user/dealership/name").asString()).isEqualTo("Mile High Cars");
    String access = session.get("accessToken").asString();
    assertThat(get(access, "/v1/dealership", 200).get("timezone").asString())
        .isEqualTo("America/Denver");
    assertThat(get(access, "/v1/dealership", 200).get("currency").asString()).isEqualTo("CAD");
    assertThat(get(access, "/v1/audit", 200).at("/data").toString())
        .contains("dealership.registered");
    login(email, PASSWORD);
    assertThat(post(null, CONFIRM, choice(token, PASSWORD), 422).get("code").asString())
        .isEqualTo("LINK_INVALID");
  }

  @Test
  void aKnownEmailIsAnsweredAlike_andItsOwnerHears() {
    JsonNode known = apply(gmEmail, 202);
    JsonNode unknown = apply(fresh(), 202);
    assertThat(known).isEqualTo(unknown);
    Awaitility.await()
        .until(() -> subjects(gmEmail).contains("You already have a LotView account"));
  }

  @Test
  void aLinkOpensForADay() {
    String email = fresh();
    apply(email, 202);
    String token = link(email, "/account/registration");
    clock.advance(Duration.ofDays(1).plusSeconds(1));
    post(null, CONFIRM, choice(token, PASSWORD), 422);
    assertThat(exists(email)).isFalse();
    post(null, CONFIRM, choice("invented", PASSWORD), 422);
  }

  @Test
  void aSecondLinkOfTheSameEmailOpensNothingMore() {
    String email = fresh();
    apply(email, 202);
    String first = link(email, "/account/registration");
    apply(email, 202);
    Awaitility.await().until(() -> subjects(email).size() == 2);
    String second = link(email, "/account/registration");
    assertThat(second).isNotEqualTo(first);
    post(null, CONFIRM, choice(first, PASSWORD), 200);
    post(null, CONFIRM, choice(second, PASSWORD), 422);
  }

  @Test
  void mailboxesAreNotFilled_andAnAddressIsLimited() {
    String email = fresh();
    for (int i = 0; i < 7; i++) {
      apply(email, 202);
    }
    for (int i = 0; i < 7; i++) {
      apply(fresh(), 202);
    }
    JsonNode refused = apply(fresh(), 429);
    assertThat(refused.get("code").asString()).isEqualTo("RATE_LIMITED");
    Awaitility.await().until(() -> subjects(email).size() == 3);
  }

  @Test
  void wrongFieldsAreRefused() {
    Map<String, String> body = body("no address");
    body.put("timezone", "Moon/Crater");
    post(null, "/v1/auth/registration", body, 400);
  }

  @Test
  void withoutTheOperatorsConsentThereIsNone() {
    Registrations closed =
        new Registrations(new RegistrationProperties(false), null, null, null, null, null, clock);
    assertThatThrownBy(() -> closed.apply(null, RequestOrigin.NONE))
        .isInstanceOfSatisfying(
            RefusalException.class,
            refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.NOT_FOUND));
  }

  private JsonNode apply(String email, int status) {
    return post(null, "/v1/auth/registration", body(email), status);
  }

  private static Map<String, String> body(String email) {
    Map<String, String> body = new HashMap<>();
    body.put("email", email);
    body.put("firstName", "Nia");
    body.put("lastName", "Stone");
    body.put("dealership", "Mile High Cars");
    body.put("city", "Denver");
    body.put("timezone", "America/Denver");
    body.put("country", "CA");
    return body;
  }

  private boolean exists(String email) {
    return transactions
        .inSystem(accounts.findByEmail(email).hasElement())
        .block(Duration.ofSeconds(10));
  }

  private static String fresh() {
    String name = UUID.randomUUID().toString();
    return name + "@" + name + ".example.com";
  }

  private static Map<String, String> choice(String token, String password) {
    return Map.of("token", token, "password", password);
  }
}
