package com.lotview.auth.twofactor;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.auth.ServiceUnderTest;
import com.lotview.auth.twofactor.TwoFactorStore.SealedSecret;
import com.lotview.contracts.Role;
import com.lotview.kit.seal.Keysets;
import com.lotview.kit.tenant.TenantTransactions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

class TwoFactorIT extends ServiceUnderTest {
  private static final String CODE = "/v1/auth/login/code";

  @Autowired private TwoFactorStore store;
  @Autowired private TenantTransactions transactions;

  @Value("${TWO_FACTOR_KEY}")
  private String key;

  @Test
  void aPersonTurnsItOn_andALoginNeedsTheCode() {
    byte[] secret = turnOn(gm);
    assertThat(get(gm, "/v1/auth/two-factor", 200).get("recoveryCodesLeft").asInt()).isEqualTo(10);

    JsonNode challenge = challenge(gmEmail);
    assertThat(challenge.has("accessToken")).isFalse();
    assertThat(challenge.get("enrol").asBoolean()).isFalse();

    JsonNode session = enter(challenge, nextCode(secret), 200);
    get(session.get("accessToken").asString(), "/v1/auth/me", 200);
    Awaitility.await().until(() -> subjects(gmEmail).contains("Two-factor sign-in was turned on"));
    assertThat(actions()).contains("two-factor.on");
  }

  @Test
  void aCodeAndAChallengeCountOnce() {
    byte[] secret = turnOn(gm);
    JsonNode first = challenge(gmEmail);
    JsonNode second = challenge(gmEmail);
    String code = nextCode(secret);
    enter(first, code, 200);
    assertThat(enter(second, code, 422).get("code").asString()).isEqualTo("AUTH_CODE_INVALID");
    assertThat(enter(first, nextCode(secret), 401).get("code").asString())
        .isEqualTo("AUTH_CHALLENGE_INVALID");
  }

  @Test
  void ofManyAtOnceWithOneCodeOneGetsIn() {
    byte[] secret = turnOn(gm);
    List<JsonNode> challenges = IntStream.range(0, 4).mapToObj(i -> challenge(gmEmail)).toList();
    String code = nextCode(secret);
    long in = challenges.parallelStream().filter(challenge -> entered(challenge, code)).count();
    assertThat(in).isEqualTo(1);
  }

  @Test
  void aChallengeEndsAfterFiveMinutes_andWithANewPassword() {
    byte[] secret = turnOn(gm);
    JsonNode old = challenge(gmEmail);
    clock.advance(Duration.ofMinutes(5).plusSeconds(1));
    enter(old, nextCode(secret), 401);

    gm = enter(challenge(gmEmail), nextCode(secret), 200).get("accessToken").asString();
    JsonNode before = challenge(gmEmail);
    Map<String, String> change =
        Map.of("currentPassword", PASSWORD, "newPassword", "seven purple bicycles");
    call(HttpMethod.PUT, gm, "/v1/auth/password", change, 204);
    enter(before, nextCode(secret), 401);
    enter(Map.of("challenge", "invented", "code", "123456"), 401);
  }

  @Test
  void guessesAreLimited_alsoWithARightPasswordBetween() {
    byte[] secret = turnOn(gm);
    for (int i = 0; i < 5; i++) {
      enter(challenge(gmEmail), "00000" + i, 422);
    }
    JsonNode locked =
        post(null, "/v1/auth/login", Map.of("email", gmEmail, "password", PASSWORD), 429);
    assertThat(locked.get("code").asString()).isEqualTo("AUTH_RATE_LIMITED");
    assertThat(actions()).contains("login.code-failed", "login.locked");
    clock.advance(Duration.ofMinutes(30).plusSeconds(1));
    enter(challenge(gmEmail), nextCode(secret), 200);
  }

  @Test
  void aRecoveryCodeOpensOnce_andItsOwnerHears() {
    List<String> codes = texts(confirm(gm, begin(gm)).get("recoveryCodes"));
    assertThat(codes).hasSize(10).doesNotHaveDuplicates();
    JsonNode session = enter(challenge(gmEmail), codes.get(3).toUpperCase(), 200);
    enter(challenge(gmEmail), codes.get(3), 422);
    JsonNode state = get(session.get("accessToken").asString(), "/v1/auth/two-factor", 200);
    assertThat(state.get("recoveryCodesLeft").asInt()).isEqualTo(9);
    Awaitility.await()
        .until(
            () -> subjects(gmEmail).contains("A recovery code of your LotView account was used"));
  }

  @Test
  void newRecoveryCodesEndTheOldOnes() {
    byte[] secret = secret(begin(gm));
    String old = texts(confirm(gm, secret).get("recoveryCodes")).getFirst();
    JsonNode fresh = post(gm, "/v1/auth/two-factor/recovery-codes", proof(nextCode(secret)), 200);
    enter(challenge(gmEmail), old, 422);
    enter(challenge(gmEmail), texts(fresh.get("recoveryCodes")).getFirst(), 200);
  }

  @Test
  void itIsTurnedOffWithPasswordAndCode() {
    post(gm, "/v1/auth/two-factor", Map.of("password", "not this"), 400);
    byte[] secret = turnOn(gm);
    post(gm, "/v1/auth/two-factor", Map.of("password", PASSWORD), 409);
    Map<String, String> wrong = Map.of("password", "not this", "code", nextCode(secret));
    post(gm, "/v1/auth/two-factor/off", wrong, 400);
    post(gm, "/v1/auth/two-factor/off", proof("000000"), 422);
    post(gm, "/v1/auth/two-factor/off", proof(Totp.code(secret, clock.instant())), 204);
    login(gmEmail, PASSWORD);
    post(gm, "/v1/auth/two-factor/off", proof("000000"), 409);
    Awaitility.await().until(() -> subjects(gmEmail).contains("Two-factor sign-in was turned off"));
  }

  @Test
  void anUnconfirmedSecretIsNotAskedFor() {
    begin(gm);
    login(gmEmail, PASSWORD);
  }

  @Test
  void aDealershipRequiresIt_andPeopleWithoutItOnlyEnrol() {
    join("tom", Role.SALESPERSON);
    JsonNode tom =
        post(null, "/v1/auth/login", Map.of("email", email("tom"), "password", PASSWORD), 200);
    require(true, 409);
    turnOn(gm);
    require(true, 204);

    post(null, "/v1/auth/refresh", Map.of("refreshToken", text(tom, "refreshToken")), 401);
    JsonNode challenge = challenge(email("tom"));
    assertThat(challenge.get("enrol").asBoolean()).isTrue();
    enter(challenge, "123456", 422);
    Map<String, String> body = Map.of("challenge", text(challenge, "challenge"));
    JsonNode enrolment = post(null, "/v1/auth/login/enrolment", body, 200);
    JsonNode in = enter(challenge, nextCode(secret(enrolment)), 200);
    assertThat(in.get("recoveryCodes")).hasSize(10);
    post(text(in, "accessToken"), "/v1/auth/two-factor/off", proof("000000"), 409);
    get(text(in, "accessToken"), "/v1/auth/me", 200);
  }

  @Test
  void anInvitedPersonEnrolsBeforeTheFirstSession() {
    turnOn(gm);
    require(true, 204);
    invite("una", Role.SALESPERSON);
    String link = link(email("una"), "/account/invitation");
    JsonNode challenge =
        post(null, "/v1/auth/invitation", Map.of("token", link, "password", PASSWORD), 202);
    assertThat(challenge.get("enrol").asBoolean()).isTrue();
    assertThat(challenge.has("accessToken")).isFalse();
  }

  @Test
  void aManagerResetsAColleagues_andTheSessionsEnd() {
    UUID id = join("tom", Role.SALESPERSON);
    JsonNode tom =
        post(null, "/v1/auth/login", Map.of("email", email("tom"), "password", PASSWORD), 200);
    String path = "/v1/users/" + id + "/two-factor";
    call(HttpMethod.DELETE, gm, path, null, 409);
    turnOn(text(tom, "accessToken"));
    call(HttpMethod.DELETE, text(tom, "accessToken"), path, null, 403);
    call(HttpMethod.DELETE, gm, path, null, 204);
    post(null, "/v1/auth/refresh", Map.of("refreshToken", text(tom, "refreshToken")), 401);
    login(email("tom"), PASSWORD);
    call(HttpMethod.DELETE, gm, "/v1/users/" + UUID.randomUUID() + "/two-factor", null, 404);
    assertThat(actions()).contains("two-factor.reset");
  }

  /** The key was replaced while a secret of the old one was in the database. */
  @Test
  void secretsAreSealedAnew_andTheSamePhoneGoesOn() {
    byte[] secret = turnOn(gm);
    UUID user = UUID.fromString(text(get(gm, "/v1/auth/me", 200), "id"));
    String old = sealed(user);
    Keysets.Pair promoted = Keysets.promote("KEY", Keysets.add("KEY", key).openKey());
    SecretSeal both = new SecretSeal(new TwoFactorProperties(promoted.openKey()));
    SecretRenewal renewal = new SecretRenewal(store, both, transactions);

    assertThat(renewal.renew().block()).isPositive();
    assertThat(renewal.renew().block()).isZero();

    String renewed = sealed(user);
    assertThat(renewed).isNotEqualTo(old).startsWith(both.beginning());
    SecretSeal onlyNew =
        new SecretSeal(
            new TwoFactorProperties(Keysets.retire("KEY", promoted.openKey()).openKey()));
    assertThat(onlyNew.open(renewed, user)).isEqualTo(secret);
    // As the service of this test knows it.
    transactions.inTenant(dealership, store.reseal(new SealedSecret(user, renewed), old)).block();
    enter(challenge(gmEmail), nextCode(secret), 200);
  }

  private String sealed(UUID user) {
    return transactions.inTenant(dealership, store.find(user)).block().sealed();
  }

  private byte[] turnOn(String token) {
    byte[] secret = secret(begin(token));
    confirm(token, secret);
    return secret;
  }

  private JsonNode begin(String token) {
    return post(token, "/v1/auth/two-factor", Map.of("password", PASSWORD), 200);
  }

  private JsonNode confirm(String token, JsonNode enrolment) {
    return confirm(token, secret(enrolment));
  }

  private JsonNode confirm(String token, byte[] secret) {
    String code = Totp.code(secret, clock.instant());
    return post(token, "/v1/auth/two-factor/confirmation", Map.of("code", code), 200);
  }

  /** A code of a step in which none was used yet. */
  private String nextCode(byte[] secret) {
    clock.advance(Duration.ofSeconds(31));
    return Totp.code(secret, clock.instant());
  }

  private JsonNode challenge(String email) {
    return post(null, "/v1/auth/login", Map.of("email", email, "password", PASSWORD), 202);
  }

  private JsonNode enter(JsonNode challenge, String code, int status) {
    return enter(Map.of("challenge", text(challenge, "challenge"), "code", code), status);
  }

  private JsonNode enter(Map<String, String> body, int status) {
    return post(null, CODE, body, status);
  }

  private boolean entered(JsonNode challenge, String code) {
    try {
      enter(challenge, code, 200);
      return true;
    } catch (AssertionError refused) {
      return false;
    }
  }

  private void require(boolean required, int status) {
    call(HttpMethod.PUT, gm, "/v1/dealership/two-factor", Map.of("required", required), status);
  }

  private List<String> actions() {
    return StreamSupport.stream(get(gm, "/v1/audit", 200).get("data").spliterator(), false)
        .map(entry -> text(entry, "action"))
        .toList();
  }

  private static Map<String, String> proof(String code) {
    return Map.of("password", PASSWORD, "code", code);
  }

  private static byte[] secret(JsonNode enrolment) {
    String secret = text(enrolment, "secret");
    assertThat(text(enrolment, "uri"))
        .startsWith("otpauth://totp/LotView:gm".substring(0, 23))
        .contains("secret=" + secret);
    return decoded(secret);
  }

  private static byte[] decoded(String base32) {
    byte[] bytes = new byte[base32.length() * 5 / 8];
    java.math.BigInteger number = java.math.BigInteger.ZERO;
    for (char letter : base32.toCharArray()) {
      int value = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter);
      number = number.shiftLeft(5).or(java.math.BigInteger.valueOf(value));
    }
    byte[] raw = number.toByteArray();
    int extra = Math.max(0, raw.length - bytes.length);
    System.arraycopy(raw, extra, bytes, bytes.length - raw.length + extra, raw.length - extra);
    return bytes;
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asString).toList();
  }

  private static String text(JsonNode node, String field) {
    return node.get(field).asString();
  }
}
