package com.lotview.worker.fleet;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.noContent;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.matching.RequestPatternBuilder;
import com.lotview.kit.hash.Sha256;
import com.lotview.kit.seal.Keysets;
import com.lotview.kit.seal.Opener;
import com.lotview.kit.seal.Sealer;
import com.lotview.worker.fleet.job.JobOrder;
import com.lotview.worker.fleet.job.PostingOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.test.context.DynamicPropertyRegistry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The internal APIs of the posting and the inventory service, and the keys of sessions. */
public final class OtherServices {
  /** The version of every session given out. */
  public static final int VERSION = 3;

  private static final JsonMapper JSON = new JsonMapper();
  private static final String BEGIN = "{\"start\": true}";
  private static final String DEALERSHIP = "X-Dealership-Id";

  private final Keysets.Pair keys = Keysets.generate();
  private final WireMockServer server = new WireMockServer(options().dynamicPort());

  public OtherServices() {
    server.start();
    server.stubFor(put(urlPathMatching("/internal/fb-accounts/.*")).willReturn(noContent()));
    server.stubFor(
        get(urlPathMatching("/internal/sealed-accounts")).willReturn(okJson("{\"data\": []}")));
    server.stubFor(put(urlEqualTo("/internal/workers")).willReturn(noContent()));
    server.stubFor(
        post(urlEqualTo("/internal/job-starts")).atPriority(10).willReturn(okJson(BEGIN)));
  }

  /** Configures a worker to use them. */
  public void register(DynamicPropertyRegistry registry) {
    environment().forEach((name, value) -> registry.add(name, () -> value));
  }

  /** The settings of a worker that uses them. */
  public Map<String, String> environment() {
    return Map.of(
        "POSTING_URL", server.baseUrl(),
        "INVENTORY_URL", server.baseUrl(),
        "FB_SESSION_ENCRYPTION_KEY", keys.openKey(),
        "FB_SESSION_SEAL_KEY", keys.sealKey());
  }

  /** Their address. */
  public String url() {
    return server.baseUrl();
  }

  /** Cancels the job before a worker begins it. */
  public void withdraw(JobOrder order, String reason) {
    answerStart(order, okJson(JSON.writeValueAsString(Map.of("start", false, "reason", reason))));
  }

  /** The job begins with another order than at the hand-over. */
  public void change(JobOrder order, JsonNode now) {
    answerStart(order, okJson(JSON.writeValueAsString(Map.of("start", true, "order", now))));
  }

  /** The posting service stops answering that question until this is changed. */
  public void failStart(JobOrder order) {
    answerStart(order, aResponse().withStatus(503));
  }

  /** The job may begin. */
  public void allowStart(JobOrder order) {
    answerStart(order, okJson(BEGIN));
  }

  /** How often a worker asked whether the job may begin. */
  public int startsAsked(JobOrder order) {
    return server.findAll(starts(order)).size();
  }

  private void answerStart(JobOrder order, ResponseDefinitionBuilder answer) {
    server.stubFor(
        post(urlEqualTo("/internal/job-starts"))
            .withHeader(DEALERSHIP, equalTo(order.dealershipId().toString()))
            .withRequestBody(containing(order.jobId()))
            .willReturn(answer));
  }

  private static RequestPatternBuilder starts(JobOrder order) {
    return postRequestedFor(urlEqualTo("/internal/job-starts"))
        .withRequestBody(containing(order.jobId()));
  }

  /** The workers' reports about their browsers, in order. */
  public List<JsonNode> reports() {
    return server.findAll(putRequestedFor(urlEqualTo("/internal/workers"))).stream()
        .map(request -> JSON.readTree(request.getBodyAsString()))
        .toList();
  }

  /** A photo that can be downloaded. */
  public PostingOrder.Photo photo(byte[] content) {
    PostingOrder.Photo photo = unlike(content);
    server.stubFor(
        get(urlEqualTo("/photos/" + photo.id())).willReturn(aResponse().withBody(content)));
    return photo;
  }

  /** A photo whose bytes differ from the ordered ones. */
  public PostingOrder.Photo damaged(byte[] content) {
    PostingOrder.Photo photo = unlike(content);
    byte[] other = content.clone();
    other[0]++;
    server.stubFor(
        get(urlEqualTo("/photos/" + photo.id())).willReturn(aResponse().withBody(other)));
    return photo;
  }

  private static PostingOrder.Photo unlike(byte[] content) {
    return new PostingOrder.Photo(
        UUID.randomUUID(), Sha256.hex(content), "image/jpeg", content.length);
  }

  /** Gives the order's account a session and its vehicle the order's photos. */
  public void serve(JobOrder order, String cookies) {
    String sealed =
        new Sealer("key", keys.sealKey())
            .seal(cookies.getBytes(StandardCharsets.UTF_8), context(order));
    Map<String, Object> session =
        Map.of("sealedSession", sealed, "version", VERSION, "state", "OK");
    server.stubFor(
        get(urlEqualTo(sessionPath(order)))
            .withHeader(DEALERSHIP, equalTo(order.dealershipId().toString()))
            .withHeader("Authorization", matching("Bearer .+"))
            .willReturn(okJson(JSON.writeValueAsString(session))));
    if (order instanceof PostingOrder posting) {
      servePhotos(posting);
    }
  }

  private void servePhotos(PostingOrder order) {
    List<Map<String, String>> links = new ArrayList<>();
    for (PostingOrder.Photo photo : order.photos()) {
      String url = server.baseUrl() + "/photos/" + photo.id();
      // In reverse; the sequence in the posting order counts.
      links.addFirst(Map.of("id", photo.id().toString(), "url", url));
    }
    server.stubFor(
        get(urlEqualTo("/internal/vehicles/" + order.vehicleId() + "/photos"))
            .withHeader(DEALERSHIP, equalTo(order.dealershipId().toString()))
            .willReturn(okJson(JSON.writeValueAsString(Map.of("photos", links)))));
  }

  /** The cookies that were put back for the order's account, unsealed. */
  public Optional<String> savedCookies(JobOrder order) {
    return server.findAll(putRequestedFor(urlEqualTo(sessionPath(order)))).stream()
        .map(request -> JSON.readTree(request.getBodyAsString()))
        .filter(saved -> saved.get("version").asInt() == VERSION)
        .map(saved -> open(order, saved))
        .findFirst();
  }

  private String open(JobOrder order, JsonNode saved) {
    byte[] cookies =
        new Opener("key", keys.openKey())
            .open(saved.get("sealedSession").asString(), context(order))
            .orElseThrow();
    return new String(cookies, StandardCharsets.UTF_8);
  }

  private static String sessionPath(JobOrder order) {
    return "/internal/fb-accounts/" + order.fbAccountId() + "/session";
  }

  private static String context(JobOrder order) {
    return "lotview|fb-session|" + order.dealershipId() + "|" + order.fbAccountId();
  }
}
