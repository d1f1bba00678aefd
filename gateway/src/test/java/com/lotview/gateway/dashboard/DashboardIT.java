package com.lotview.gateway.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.gateway.GatewayApplication;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The dashboard's page and parts, as browsers get them. */
@Timeout(120)
@Tag("servers")
class DashboardIT {
  private static final String NOBODY = "http://127.0.0.1:1";
  private static final Pattern NONCE = Pattern.compile("'nonce-([A-Za-z0-9_-]{24})'");

  private static ConfigurableApplicationContext gateway;
  private static WebTestClient http;

  @BeforeAll
  static void start() {
    gateway =
        GatewayApplication.start(
            "--PORT=0",
            "--SERVICE_SECRET=secret",
            "--LOTVIEW_RATE_LIMITS=off",
            "--PHOTO_ORIGINS=https://photos.example",
            "--JWKS_URL=" + NOBODY + "/jwks.json",
            "--AUTH_URL=" + NOBODY);
    http =
        WebTestClient.bindToServer()
            .baseUrl(
                "http://127.0.0.1:" + gateway.getEnvironment().getProperty("local.server.port"))
            .build();
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @Test
  void rootLeadsToIt() {
    for (String path : new String[] {"/", "/app"}) {
      http.get()
          .uri(path)
          .exchange()
          .expectStatus()
          .isEqualTo(307)
          .expectHeader()
          .location("/app/");
    }
  }

  @Test
  void itsHeadersCanBeAskedForAlone() {
    http.head().uri("/app/postings").exchange().expectStatus().isOk().expectBody().isEmpty();
  }

  @Test
  void everyViewOfThePageHasANonceOfItsOwn_andShowsPhotosOfTheStoreOnly() {
    EntityExchangeResult<byte[]> first = page("/app/");
    EntityExchangeResult<byte[]> second =
        page("/app/postings/01a22ba3-1b19-7000-9ff7-6c0ecee0cb9d");

    String policy = policy(first);
    assertThat(policy)
        .contains("script-src 'self';", "img-src 'self' data: blob: https://photos.example;")
        .contains("frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(nonce(first)).isNotEqualTo(nonce(second));
    assertThat(new String(first.getResponseBody())).doesNotContain("@NONCE@");
    assertThat(first.getResponseHeaders().getCacheControl()).isEqualTo("no-store");
  }

  @Test
  void aPartIsKeptForEver_andOneThatIsGoneIsNoPage() {
    String page = new String(page("/app/").getResponseBody());
    Assumptions.assumeFalse(page.contains("is not built"), "built without Node.js");
    Matcher script = Pattern.compile("src=\"(/app/assets/[^\"]+\\.js)\"").matcher(page);
    assertThat(script.find()).isTrue();
    http.get()
        .uri(script.group(1))
        .exchange()
        .expectStatus()
        .isOk()
        .expectHeader()
        .contentTypeCompatibleWith("text/javascript")
        .expectHeader()
        .valueMatches("Cache-Control", ".*max-age=31536000.*immutable.*");
    assertThat(page).contains("nonce=\"" + nonceIn(page) + "\"");

    http.get().uri("/app/assets/index-gone.js").exchange().expectStatus().isNotFound();
  }

  private static EntityExchangeResult<byte[]> page(String path) {
    return http.get()
        .uri(path)
        .exchange()
        .expectStatus()
        .isOk()
        .expectHeader()
        .contentTypeCompatibleWith("text/html")
        .expectBody()
        .returnResult();
  }

  private static String policy(EntityExchangeResult<byte[]> answer) {
    return String.valueOf(answer.getResponseHeaders().getFirst("Content-Security-Policy"));
  }

  private static String nonce(EntityExchangeResult<byte[]> answer) {
    Matcher nonce = NONCE.matcher(policy(answer));
    assertThat(nonce.find()).isTrue();
    return nonce.group(1);
  }

  private static String nonceIn(String page) {
    Matcher nonce = Pattern.compile("nonce=\"([^\"]+)\"").matcher(page);
    assertThat(nonce.find()).isTrue();
    return nonce.group(1);
  }
}
