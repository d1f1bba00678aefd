package com.lotview.inventory.photo;

import com.lotview.contracts.Role;
import com.lotview.inventory.ServiceTest;
import com.lotview.testkit.TestIssuer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.web.reactive.server.WebTestClient;

/** A vehicle of a dealership of its own, and its photos. */
public abstract class PhotoTest extends ServiceTest {
  protected final UUID dealership = UUID.randomUUID();
  protected String vehicle = "";

  @BeforeEach
  void vehicle() {
    vehicle = create(dealership, camry("PHOTO"));
  }

  protected WebTestClient.ResponseSpec upload(byte[]... photos) {
    return send(as(Role.SALES_MANAGER, dealership), photos);
  }

  WebTestClient.ResponseSpec send(WebTestClient client, byte[]... photos) {
    MultipartBodyBuilder body = new MultipartBodyBuilder();
    for (int i = 0; i < photos.length; i++) {
      body.part("images", photos[i]).filename("p" + i + ".jpg");
    }
    return client
        .post()
        .uri("/v1/vehicles/" + vehicle + "/images")
        .contentType(org.springframework.http.MediaType.MULTIPART_FORM_DATA)
        .bodyValue(body.build())
        .exchange();
  }

  @SuppressWarnings("unchecked")
  protected List<Map<?, ?>> images() {
    return (List<Map<?, ?>>)
        as(Role.GM, dealership)
            .get()
            .uri("/v1/vehicles/" + vehicle)
            .exchange()
            .expectBody(Map.class)
            .returnResult()
            .getResponseBody()
            .get("images");
  }

  /** Ids of the photos as a posting gets them. */
  protected List<String> posted() {
    Map<?, ?> answer =
        client(TestIssuer.running().serviceToken("inventory"))
            .get()
            .uri("/internal/vehicles/" + vehicle)
            .header("X-Dealership-Id", dealership.toString())
            .exchange()
            .expectBody(Map.class)
            .returnResult()
            .getResponseBody();
    return ((List<?>) answer.get("photos"))
        .stream().map(photo -> String.valueOf(((Map<?, ?>) photo).get("id"))).toList();
  }

  protected static HttpResponse<byte[]> fetch(String url) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofByteArray());
    }
  }
}
