package com.lotview.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.lotview.auth.account.Dealerships;
import com.lotview.auth.account.NewDealership;
import com.lotview.auth.account.NewUser;
import com.lotview.auth.token.SigningKey;
import com.lotview.contracts.Role;
import com.lotview.kit.seal.Keysets;
import com.lotview.testkit.TestClock;
import com.lotview.testkit.TestServers;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The service with PostgreSQL, Kafka and a mail server. Each test has a dealership of its own, with
 * a general manager who is signed in.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "spring.config.name=auth")
@Import(ServiceUnderTest.Time.class)
@Timeout(120)
@Tag("servers")
public abstract class ServiceUnderTest {
  protected static final String PASSWORD = "correct horse battery staple";
  // SHA-256 of "secret".
  private static final String HASH =
      "2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b";
  private static final Pattern LINK =
      Pattern.compile("https://lots\\.example\\.com(/account/\\w+)#([\\w-]{43})");
  private static final String TWO_FACTOR_KEY = Keysets.generate().openKey();
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final GreenMail MAIL = mailServer();

  @Autowired protected Dealerships dealerships;
  @Autowired protected TestClock clock;
  @Autowired protected JsonMapper json;
  @LocalServerPort protected int port;

  protected UUID dealership;
  protected String gmEmail;
  protected String gm;

  @DynamicPropertySource
  static void servers(DynamicPropertyRegistry registry) {
    TestServers.register(registry, "auth");
    registry.add("JWT_PRIVATE_KEY", SigningKey::newPrivateKey);
    registry.add("REGISTRATION", () -> "on");
    registry.add("TWO_FACTOR_KEY", TWO_FACTOR_KEY::toString);
    registry.add("SERVICE_CLIENTS", () -> "gateway=" + HASH);
    // Made by the context that starts first; AuthIT reads it.
    registry.add("BOOTSTRAP_DEALERSHIP", () -> "First Motors");
    registry.add("BOOTSTRAP_CITY", () -> "Denver");
    registry.add("BOOTSTRAP_GM_EMAIL", () -> "First.GM@example.com");
    registry.add("BOOTSTRAP_GM_PASSWORD", () -> PASSWORD);
    registry.add("BOOTSTRAP_SALES_EMAIL", () -> "first.sales@example.com");
    registry.add("BOOTSTRAP_SALES_PASSWORD", () -> PASSWORD);
    registry.add("MAIL_HOST", () -> "127.0.0.1");
    registry.add("MAIL_PORT", () -> MAIL.getSmtp().getPort());
    registry.add("MAIL_STARTTLS", () -> false);
    registry.add("PUBLIC_URL", () -> "https://lots.example.com/");
  }

  @TestConfiguration
  static class Time {
    @Bean
    TestClock clock() {
      return new TestClock();
    }
  }

  @BeforeEach
  protected void newDealership() {
    int number = NUMBER.incrementAndGet();
    gmEmail = "gm" + number + "@lots" + number + ".example.com";
    dealership =
        dealerships
            .create(
                new NewDealership("Lot " + number, "Denver", "CO", "80202", null, "America/Denver"),
                List.of(new NewUser(gmEmail, PASSWORD, "Ada", "Gold", Role.GM)))
            .block(Duration.ofSeconds(30));
    gm = login(gmEmail, PASSWORD);
  }

  protected String email(String name) {
    return name + "@" + gmEmail.split("@", 2)[1];
  }

  protected String login(String email, String password) {
    return post(null, "/v1/auth/login", Map.of("email", email, "password", password), 200)
        .get("accessToken")
        .asString();
  }

  /** Adds a person by invitation; answers their id. */
  protected UUID join(String name, Role role) {
    UUID id = invite(name, role);
    post(
        null,
        "/v1/auth/invitation",
        Map.of("token", link(email(name), "/account/invitation"), "password", PASSWORD),
        200);
    return id;
  }

  protected UUID invite(String name, Role role) {
    JsonNode user =
        post(
            gm,
            "/v1/users",
            Map.of("email", email(name), "firstName", name, "lastName", "Doe", "role", role.name()),
            201);
    return UUID.fromString(user.get("id").asString());
  }

  /** The token of the newest link that was mailed there. */
  protected String link(String email, String page) {
    return Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> newest(email, page), token -> token != null);
  }

  /** Subjects of the mails to that address. */
  protected List<String> subjects(String email) {
    return Arrays.stream(MAIL.getReceivedMessagesForDomain(email))
        .map(ServiceUnderTest::subject)
        .toList();
  }

  /** The text of the newest mail with that subject; null: none came. */
  protected static @Nullable String body(String email, String subject) {
    String body = null;
    for (MimeMessage message : MAIL.getReceivedMessagesForDomain(email)) {
      if (subject(message).equals(subject)) {
        body = GreenMailUtil.getBody(message);
      }
    }
    return body;
  }

  private static @Nullable String newest(String email, String page) {
    String token = null;
    for (MimeMessage message : MAIL.getReceivedMessagesForDomain(email)) {
      Matcher link = LINK.matcher(GreenMailUtil.getBody(message));
      if (link.find() && link.group(1).equals(page)) {
        token = link.group(2);
      }
    }
    return token;
  }

  private static String subject(MimeMessage message) {
    try {
      return message.getSubject();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  protected JsonNode get(@Nullable String token, String path, int status) {
    return call(HttpMethod.GET, token, path, null, status);
  }

  protected JsonNode post(@Nullable String token, String path, Object body, int status) {
    return call(HttpMethod.POST, token, path, body, status);
  }

  protected JsonNode call(
      HttpMethod method, @Nullable String token, String path, @Nullable Object body, int status) {
    WebTestClient.RequestBodySpec request =
        http()
            .method(method)
            .uri(path)
            .headers(headers -> {
              if (token != null) {
                headers.setBearerAuth(token);
              }
            });
    byte[] answer =
        (body == null ? request : request.bodyValue(body))
            .exchange()
            .expectBody()
            .consumeWith(result ->
                assertThat(result.getStatus().value())
                    .as(() ->
                        new String(
                            result.getResponseBody() == null
                                ? new byte[0]
                                : result.getResponseBody(),
                            java.nio.charset.StandardCharsets.UTF_8))
                    .isEqualTo(status))
            .returnResult()
            .getResponseBody();
    return answer == null ? json.nullNode() : json.readTree(answer);
  }

  /** The body of a response that is no JSON. */
  protected String text(String token, String path) {
    return new String(
        http()
            .get()
            .uri(path)
            .headers(headers -> headers.setBearerAuth(token))
            .exchange()
            .expectStatus()
            .isOk()
            .expectBody()
            .returnResult()
            .getResponseBody(),
        java.nio.charset.StandardCharsets.UTF_8);
  }

  /** The ETag of the manager's call. */
  protected @Nullable String tag(
      HttpMethod method, String path, @Nullable Object body, @Nullable String ifMatch, int status) {
    WebTestClient.RequestBodySpec request =
        http()
            .method(method)
            .uri(path)
            .headers(headers -> {
              headers.setBearerAuth(gm);
              if (ifMatch != null) {
                headers.setIfMatch(ifMatch);
              }
            });
    return (body == null ? request : request.bodyValue(body))
        .exchange()
        .expectStatus()
        .isEqualTo(status)
        .returnResult(String.class)
        .getResponseHeaders()
        .getETag();
  }

  /** A token of the gateway for this service. */
  protected String gatewayToken() {
    byte[] answer =
        http()
            .post()
            .uri("/internal/service-tokens")
            .headers(headers -> headers.setBasicAuth("gateway", "secret"))
            .bodyValue(Map.of("audience", "auth"))
            .exchange()
            .expectStatus()
            .isOk()
            .expectBody()
            .returnResult()
            .getResponseBody();
    return json.readTree(answer).get("accessToken").asString();
  }

  private WebTestClient http() {
    return WebTestClient.bindToServer()
        .baseUrl("http://127.0.0.1:" + port)
        .responseTimeout(Duration.ofSeconds(60))
        .build();
  }

  private static GreenMail mailServer() {
    GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
    return server;
  }
}
