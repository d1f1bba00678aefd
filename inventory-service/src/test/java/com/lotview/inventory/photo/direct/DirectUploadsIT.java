package com.lotview.inventory.photo.direct;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.contracts.Role;
import com.lotview.inventory.photo.PhotoTest;
import com.lotview.inventory.photo.heif.HeifTool;
import com.lotview.inventory.photo.picture.TestImages;
import com.lotview.kit.tenant.TenantTransactions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@Tag("servers")
class DirectUploadsIT extends PhotoTest {
  private static final byte[] PHOTO = TestImages.jpeg(640, 480, 1);

  @Autowired private DirectUploadStore store;
  @Autowired private UploadedBytes uploaded;
  @Autowired private TenantTransactions transactions;

  @Test
  void a_photo_that_was_sent_to_its_link_and_confirmed_is_one_of_the_vehicle() throws Exception {
    Map<?, ?> opened = opened(PHOTO.length);
    assertThat(opened.get("method")).isEqualTo("PUT");
    assertThat(opened.get("expiresIn")).isEqualTo(900);

    assertThat(send(opened, "image/jpeg", PHOTO)).isEqualTo(200);
    assertThat(images()).as("not yet confirmed").isEmpty();
    confirm(opened.get("uploadId")).expectStatus().isOk();
    confirm(opened.get("uploadId"))
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.images.length()")
        .isEqualTo(1);

    assertThat(images().getFirst().get("width")).isEqualTo(640);
    assertThat(uploaded.get(key(opened)).block()).as("what was sent is removed").isNull();
  }

  @Test
  void a_photo_of_an_iphone_is_taken_when_it_is_confirmed() throws Exception {
    HeifTool.assumeInstalled();
    byte[] photo = TestImages.file("turned.heic");
    Map<?, ?> opened =
        open(Role.SALES_MANAGER, Map.of("contentType", "image/heic", "bytes", photo.length))
            .expectStatus()
            .isCreated()
            .expectBody(Map.class)
            .returnResult()
            .getResponseBody();

    assertThat(send(opened, "image/heic", photo)).isEqualTo(200);
    confirm(opened.get("uploadId")).expectStatus().isOk();

    assertThat(images().getFirst().get("height")).isEqualTo(64);
    assertThat(images().getFirst().get("contentType")).isEqualTo("image/jpeg");
  }

  @Test
  void the_link_takes_that_many_bytes_of_that_type_and_nothing_else() throws Exception {
    Map<?, ?> opened = opened(PHOTO.length);

    assertThat(answer(opened, "image/jpeg", new byte[PHOTO.length + 1])).isIn("403", "closed");
    assertThat(answer(opened, "text/html", PHOTO)).isIn("403", "closed");
    confirm(opened.get("uploadId"))
        .expectStatus()
        .isBadRequest()
        .expectBody()
        .jsonPath("$.errors[0].reason")
        .isEqualTo("no file has been sent to the link yet");
  }

  @Test
  void what_is_no_picture_is_refused_when_it_is_confirmed() throws Exception {
    byte[] page = "<html>".getBytes();
    Map<?, ?> opened = opened(page.length);
    send(opened, "image/jpeg", page);

    confirm(opened.get("uploadId"))
        .expectStatus()
        .isBadRequest()
        .expectBody()
        .jsonPath("$.errors[0].reason")
        .isEqualTo("is no JPEG, PNG or WebP image");

    assertThat(images()).isEmpty();
  }

  @Test
  void only_what_can_become_a_photo_gets_a_link() {
    open(Role.GM, Map.of("contentType", "image/gif", "bytes", 5)).expectStatus().isBadRequest();
    open(Role.GM, Map.of("contentType", "image/jpeg", "bytes", 0)).expectStatus().isBadRequest();
    open(Role.GM, Map.of("contentType", "image/jpeg")).expectStatus().isBadRequest();
    open(Role.GM, Map.of("contentType", "image/jpeg", "bytes", DirectUploads.MAX_BYTES + 1))
        .expectStatus()
        .isEqualTo(413);
    open(Role.SALESPERSON, Map.of("contentType", "image/jpeg", "bytes", 5))
        .expectStatus()
        .isForbidden();
  }

  @Test
  void as_many_as_a_vehicle_may_have_are_open_at_once() {
    for (int i = 0; i < 20; i++) {
      opened(PHOTO.length);
    }

    open(Role.GM, Map.of("contentType", "image/jpeg", "bytes", 5)).expectStatus().isEqualTo(429);
  }

  @Test
  void an_upload_belongs_to_its_dealership_and_vehicle() throws Exception {
    Map<?, ?> opened = opened(PHOTO.length);
    send(opened, "image/jpeg", PHOTO);
    Map<String, Object> other = camry("OTHER");
    other.remove("vin");
    String otherVehicle = create(dealership, other);

    as(Role.GM, UUID.randomUUID())
        .post()
        .uri(path(vehicle, opened.get("uploadId")))
        .exchange()
        .expectStatus()
        .isNotFound();
    as(Role.GM, dealership)
        .post()
        .uri(path(otherVehicle, opened.get("uploadId")))
        .exchange()
        .expectStatus()
        .isNotFound();
  }

  @Test
  void an_upload_is_removed_an_hour_after_its_link_expired() throws Exception {
    Map<?, ?> opened = opened(PHOTO.length);
    send(opened, "image/jpeg", PHOTO);

    sweepAfter(Duration.ofMinutes(74));
    assertThat(uploaded.get(key(opened)).block()).isNotNull();
    sweepAfter(Duration.ofMinutes(76));

    assertThat(uploaded.get(key(opened)).block()).isNull();
    confirm(opened.get("uploadId")).expectStatus().isNotFound();
  }

  private void sweepAfter(Duration later) {
    Clock then = Clock.offset(Clock.systemUTC(), later);
    new DirectUploadSweep(store, uploaded, transactions, then).poll().block();
  }

  private String key(Map<?, ?> opened) {
    return "uploads/%s/%s/%s".formatted(dealership, vehicle, opened.get("uploadId"));
  }

  private Map<?, ?> opened(int bytes) {
    return open(Role.SALES_MANAGER, Map.of("contentType", "image/jpeg", "bytes", bytes))
        .expectStatus()
        .isCreated()
        .expectBody(Map.class)
        .returnResult()
        .getResponseBody();
  }

  private ResponseSpec open(Role role, Map<String, ?> body) {
    return as(role, dealership)
        .post()
        .uri("/v1/vehicles/" + vehicle + "/images/uploads")
        .bodyValue(body)
        .exchange();
  }

  private ResponseSpec confirm(Object upload) {
    return as(Role.SALES_MANAGER, dealership).post().uri(path(vehicle, upload)).exchange();
  }

  private static String path(String vehicle, Object upload) {
    return "/v1/vehicles/" + vehicle + "/images/uploads/" + upload + "/confirm";
  }

  /** The store may close the connection on what it refuses before its answer is read. */
  private static String answer(Map<?, ?> opened, String type, byte[] bytes) throws Exception {
    try {
      return String.valueOf(send(opened, type, bytes));
    } catch (IOException e) {
      return "closed";
    }
  }

  private static int send(Map<?, ?> opened, String type, byte[] bytes) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(String.valueOf(opened.get("uploadUrl"))))
              .header("Content-Type", type)
              // The store refuses because of the headers alone, and then stops reading.
              .expectContinue(true)
              .PUT(BodyPublishers.ofByteArray(bytes))
              .build();
      return client.send(request, BodyHandlers.discarding()).statusCode();
    }
  }
}
