package com.lotview.standalone.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import com.lotview.contracts.SessionOwner;
import com.lotview.kit.seal.Sealer;
import com.lotview.standalone.RunningSystem;
import com.lotview.testkit.SecretSearch;
import com.lotview.testkit.SecretSearch.Planted;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * People and systems send secrets in every possible way, with right and wrong requests; then
 * everything that LotView stores and outputs is searched for each secret.
 */
@Timeout(300)
@Tag("servers")
class PlantedSecretsIT {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Pattern LINK = Pattern.compile("/account/invitation#([\\w-]{43})");
  private static final Set<String> PERSONS =
      Set.of(
          "table auth.app_user",
          "table auth.audit_event",
          "table auth.mail",
          "table notification.person",
          "topic user.changed",
          "file mail/");

  private final HttpClient http = HttpClient.newHttpClient();
  private final List<Planted> planted = new ArrayList<>();
  private final Heard log = new Heard();
  private final String mark = UUID.randomUUID().toString();
  private RunningSystem system;
  private String gm;

  @Test
  void noSecretIsWhereItDoesNotBelong() throws Exception {
    system = RunningSystem.shared();
    listen();
    signIns();
    invitation();
    keysAndHooks();
    accounts();
    sealedAccount();
    secondFactor();
    wrongRequests();
    erasedPerson();

    try (Connection superuser = system.superuser()) {
      SecretSearch search =
          new SecretSearch()
              .tables(superuser)
              .topics(system.kafka())
              .installation(system.folder())
              .text("log", () -> String.join("\n", log.lines));
      settle(superuser);
      assertThat(search.leaks(planted)).as("%d values", planted.size()).isEmpty();

      // The search really reads everything: it finds a value that everyone may see.
      assertThat(search.leaks(List.of(Planted.nowhere("label", "Lot " + mark))))
          .contains("label in table posting.fb_account");
    }
  }

  // All events have left the outboxes, so topics and consumers have them.
  private static void settle(Connection superuser) {
    String waiting =
        Stream.of("auth", "inventory", "posting", "notification")
            .map(schema -> "(select count(*) from " + schema + ".outbox)")
            .collect(Collectors.joining(" + ", "select ", ""));
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> {
          try (var statement = superuser.createStatement();
              var row = statement.executeQuery(waiting)) {
            return row.next() && row.getLong(1) == 0;
          }
        });
  }

  private void signIns() throws Exception {
    String password = system.password();
    // Shown to the person who started the demo.
    planted.add(new Planted("password", password, Set.of("file run/ready.properties")));
    JsonNode session = login(system.email(), password, 200);
    gm = session.get("accessToken").asString();
    nowhere("access token", gm);
    nowhere("refresh token", session.get("refreshToken").asString());
    JsonNode renewed =
        send(
            "POST",
            "/v1/auth/refresh",
            null,
            Map.of("refreshToken", session.get("refreshToken").asString()),
            200);
    nowhere("next refresh token", renewed.get("refreshToken").asString());
    nowhere("next access token", renewed.get("accessToken").asString());
    String wrong = nowhere("wrong password", "Wrong-" + mark);
    login(system.email(), wrong, 401);
    login(nowhere("unknown e-mail", "nobody-" + mark + "@planted.example"), wrong, 401);
    send(
        "PUT",
        "/v1/auth/password",
        gm,
        Map.of("currentPassword", wrong, "newPassword", nowhere("new password", "New-" + mark)),
        400);
    String ticket = send("POST", "/v1/ws-tickets", gm, null, 0).get("ticket").asString();
    nowhere("socket ticket", ticket);
  }

  private void invitation() throws Exception {
    String email = "invited-" + mark + "@planted.example";
    planted.add(new Planted("e-mail", email, PERSONS));
    send(
        "POST",
        "/v1/users",
        gm,
        Map.of("email", email, "firstName", "Pat", "lastName", "Lee", "role", "SALESPERSON"),
        201);
    String token =
        Awaitility.await()
            .atMost(Duration.ofSeconds(60))
            .until(() -> mailed(email), found -> !found.isEmpty());
    planted.add(
        new Planted("link of an invitation", token, Set.of("table auth.mail", "file mail/")));
    String password = nowhere("chosen password", "Chosen-" + mark);
    JsonNode session =
        send(
            "POST", "/v1/auth/invitation", null, Map.of("token", token, "password", password), 200);
    nowhere("first refresh token", session.get("refreshToken").asString());
    String phone = "+1 303 55" + (10_000 + Math.abs(mark.hashCode() % 80_000));
    planted.add(
        new Planted("phone", phone, Set.of("table auth.dealership", "table auth.audit_event")));
    send("PATCH", "/v1/dealership", gm, Map.of("phone", phone), 200);
    send("PATCH", "/v1/dealership", gm, Map.of("phone", ""), 200);
  }

  /** Of an erased person only the mails are left that an installation keeps in a folder. */
  private void erasedPerson() throws Exception {
    String email = "erased-" + mark + "@planted.example";
    String first = "First" + mark.substring(0, 8);
    String last = "Last" + mark.substring(24);
    for (String value : List.of(email, first, last)) {
      planted.add(new Planted("erased " + value, value, Set.of("file mail/")));
    }
    String id =
        send(
                "POST",
                "/v1/users",
                gm,
                Map.of("email", email, "firstName", first, "lastName", last, "role", "SALESPERSON"),
                201)
            .get("id")
            .asString();
    String token =
        Awaitility.await()
            .atMost(Duration.ofSeconds(60))
            .until(() -> mailed(email), found -> !found.isEmpty());
    Map<String, String> chosen =
        Map.of("token", token, "password", "paper moon " + mark.substring(9, 23));
    send("POST", "/v1/auth/invitation", null, chosen, 200);
    send("DELETE", "/v1/users/" + id, gm, null, 204);
    send("POST", "/v1/users/" + id + "/erasure", gm, null, 200);
  }

  private String mailed(String email) throws IOException {
    Path folder = system.folder().resolve("mail");
    if (Files.notExists(folder)) {
      return "";
    }
    try (Stream<Path> mails = Files.walk(folder)) {
      for (Path mail : mails.filter(Files::isRegularFile).toList()) {
        String text = Files.readString(mail).replace("=\r\n", "").replace("=\n", "");
        Matcher link = LINK.matcher(text);
        if (text.contains(email) && link.find()) {
          return link.group(1);
        }
      }
    }
    return "";
  }

  private void keysAndHooks() throws Exception {
    JsonNode key =
        send(
            "POST",
            "/v1/dealership/api-keys",
            gm,
            Map.of("name", "DMS", "scopes", List.of("vehicles.read")),
            201);
    String secret = nowhere("API key", key.get("key").asString());
    send("GET", "/v1/vehicles", secret, null, 200);
    send("GET", "/v1/users", secret, null, 403);
    send("GET", "/v1/vehicles", nowhere("wrong API key", "lvk_wrong" + mark), null, 401);
    JsonNode hook =
        send(
            "POST",
            "/v1/webhooks",
            gm,
            Map.of("url", "https://hooks.example/x", "events", List.of("posting.failed")),
            201);
    nowhere("web hook secret", hook.get("secret").asString());
    String path = "/v1/webhooks/" + hook.at("/webhook/id").asString();
    nowhere(
        "next web hook secret",
        send("POST", path + "/secret", gm, null, 0).get("secret").asString());
    send("DELETE", path, gm, null, 204);
  }

  private void accounts() throws Exception {
    String user = "1000" + (10_000_000_000L + Math.abs((long) mark.hashCode()));
    Map<String, Object> account =
        Map.of(
            "label",
            "Lot " + mark,
            "cookies",
            List.of(
                cookie("c_user", nowhere("account number", user)),
                cookie("xs", nowhere("cookie", "xs-" + mark))));
    String id = send("POST", "/v1/fb-accounts", gm, account, 201).get("id").asString();
    send("POST", "/v1/fb-accounts", gm, account, 409);
    send("POST", "/v1/fb-accounts/" + id + "/validate", gm, null, 0);
    send("DELETE", "/v1/fb-accounts/" + id, gm, null, 0);
    JsonNode view = send("POST", "/v1/fb-accounts", gm, Map.of("label", "View " + mark), 0);
    nowhere("ticket of a live view", view.at("/liveView/ticket").asString());
  }

  /** As the extension connects: nothing that is sent can be read here, not even the number. */
  private void sealedAccount() throws Exception {
    String user = "2000" + (10_000_000_000L + Math.abs((long) mark.hashCode()));
    String dealership = send("GET", "/v1/dealership", gm, null, 200).get("id").asString();
    Map<String, Object> begin =
        Map.of(
            "label",
            "Sealed " + mark,
            "owner",
            SessionOwner.of(UUID.fromString(dealership), nowhere("sealed account's number", user)));
    JsonNode sealing = send("POST", "/v1/fb-accounts/sealings", gm, begin, 201);
    String cookies =
        JSON.writeValueAsString(
            List.of(
                cookie("c_user", user),
                cookie("xs", nowhere("sealed cookie", "sealed-xs-" + mark))));
    String set = Files.readString(system.folder().resolve("secrets/session-seal.key")).strip();
    Sealer fleet = new Sealer("test", set);
    String sealed =
        fleet.seal(cookies.getBytes(StandardCharsets.UTF_8), sealing.get("context").asString());
    String door = "/v1/fb-accounts/sealings/" + sealing.get("id").asString() + "/session";
    Map<String, Object> body = Map.of("keyId", fleet.publicKey().keyId(), "sealedSession", sealed);
    // A client that forgets to seal is refused, and what it sent is kept nowhere.
    send("PUT", door, gm, Map.of("keyId", 1, "sealedSession", cookies), 400);
    send("PUT", door, gm, Map.of("cookies", cookies), 400);
    send("PUT", door, gm, body, 202);
    send("PUT", door, gm, body, 202);
  }

  private static Map<String, Object> cookie(String name, String value) {
    return Map.of("name", name, "value", value, "domain", ".facebook.com", "path", "/");
  }

  private void secondFactor() throws Exception {
    String email = "factor-" + mark + "@planted.example";
    system.addPerson(null, email, "SALESPERSON");
    String token = login(email, system.password(), 200).get("accessToken").asString();
    JsonNode begun =
        send("POST", "/v1/auth/two-factor", token, Map.of("password", system.password()), 0);
    nowhere("TOTP secret", begun.get("secret").asString());
    send("POST", "/v1/auth/two-factor/confirmation", token, Map.of("code", "000000"), 422);
  }

  /** A refusal names the field and not its value, also where the request cannot be read. */
  private void wrongRequests() throws Exception {
    String secret = nowhere("value of a wrong request", "Planted-" + mark);
    raw("/v1/auth/login", "{\"email\":\"a@b.example\",\"password\":\"" + secret);
    raw("/v1/auth/login", "{\"email\":[\"" + secret + "\"],\"password\":{}}");
    raw("/v1/auth/refresh", "{\"refreshToken\":\"" + secret + "\",\"" + secret + "\":1}");
    raw("/v1/auth/invitation", "{\"token\":\"" + secret + "\",\"password\":\"" + secret + "\"}");
    raw("/v1/fb-accounts", "{\"label\":\"x\",\"cookies\":[{\"name\":\"xs\",\"value\":[\"" + secret);
    raw("/v1/fb-accounts", "{\"label\":\"x\",\"cookies\":\"" + secret + "\"}");
    send("GET", "/v1/vehicles?token=" + secret, null, null, 401);
    send("GET", "/v1/vehicles?search=a&search=" + secret, gm, null, -1);
    send("GET", "/v1/vehicles", secret, null, 401);
    send("GET", "/ws?ticket=" + secret, null, null, -1);
    send("GET", "/v1/live/socket?ticket=" + secret, null, null, -1);
    send("GET", "/v1/nowhere/" + secret, gm, null, 404);
  }

  private void raw(String path, String body) throws Exception {
    HttpRequest request =
        request(path, gm)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    assertThat(status).as(path + " " + body).isBetween(400, 499);
  }

  private JsonNode login(String email, String password, int status) throws Exception {
    return send(
        "POST", "/v1/auth/login", null, Map.of("email", email, "password", password), status);
  }

  /**
   * @param status 0: any that succeeds; -1: any
   */
  private JsonNode send(
      String method, String path, @Nullable String token, @Nullable Object body, int status)
      throws Exception {
    HttpRequest.Builder request =
        request(path, token)
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
    if (body != null) {
      request.header("Content-Type", "application/json");
    }
    HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    if (status == 0) {
      assertThat(answer.statusCode() / 100).as(path + " " + answer.body()).isEqualTo(2);
    } else if (status > 0) {
      assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(status);
    }
    return answer.body().startsWith("{") ? JSON.readTree(answer.body()) : JSON.createObjectNode();
  }

  private HttpRequest.Builder request(String path, @Nullable String token) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(system.url() + path)).timeout(Duration.ofSeconds(30));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    return request;
  }

  private String nowhere(String kind, String value) {
    planted.add(Planted.nowhere(kind, value));
    return value;
  }

  /** All services log in this process; the kit's lines of requests too. */
  private void listen() {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    log.start();
    context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).addAppender(log);
    Logger requests = context.getLogger("com.lotview.kit.web");
    requests.setLevel(Level.DEBUG);
  }

  /** Keeps what is logged; a log is written by many threads. */
  private static final class Heard extends AppenderBase<ILoggingEvent> {
    final Queue<String> lines = new ConcurrentLinkedQueue<>();

    @Override
    protected void append(ILoggingEvent event) {
      lines.add(event.getFormattedMessage());
      if (event.getThrowableProxy() != null) {
        lines.add(ThrowableProxyUtil.asString(event.getThrowableProxy()));
      }
    }
  }
}
