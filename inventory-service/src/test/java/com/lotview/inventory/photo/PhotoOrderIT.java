package com.lotview.inventory.photo;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.contracts.Role;
import com.lotview.contracts.Topics;
import com.lotview.inventory.photo.heif.HeifTool;
import com.lotview.inventory.photo.picture.TestImages;
import com.lotview.testkit.EventProbe;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@Tag("servers")
class PhotoOrderIT extends PhotoTest {
  @BeforeEach
  void photos() {
    upload(TestImages.jpeg(64, 48, 1), TestImages.jpeg(64, 48, 2), TestImages.jpeg(64, 48, 3))
        .expectStatus()
        .isCreated();
  }

  @Test
  void photos_get_the_wanted_order_and_the_first_is_the_primary_one() {
    List<String> order = new ArrayList<>(ids());
    Collections.reverse(order);

    arrange(order)
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.images[0].id")
        .isEqualTo(order.getFirst())
        .jsonPath("$.images[0].isPrimary")
        .isEqualTo(true)
        .jsonPath("$.images[2].isPrimary")
        .isEqualTo(false);
    arrange(order).expectStatus().isOk();

    assertThat(ids()).isEqualTo(order);
    assertThat(posted()).isEqualTo(order);
    // One event each for vehicle, photos and order; setting the same order again publishes none.
    assertThat(told(3)).containsExactly("vehicle.created", "photos.added", "photos.ordered");
  }

  @Test
  void an_order_that_does_not_name_all_photos_once_is_refused_by_name() {
    List<String> ids = ids();
    String stranger = UUID.randomUUID().toString();

    refused(List.of(ids.get(0), ids.get(1)), ids.get(2) + " is missing; name all images");
    refused(List.of(ids.get(0), ids.get(0), ids.get(1)), ids.get(0) + " is there more than once");
    refused(
        List.of(ids.get(0), ids.get(1), ids.get(2), stranger),
        stranger + " is no image of this vehicle");
    order(Role.GM, dealership, Map.of()).expectStatus().isBadRequest();
    order(Role.SALESPERSON, dealership, Map.of("imageIds", ids)).expectStatus().isForbidden();
    order(Role.GM, UUID.randomUUID(), Map.of("imageIds", ids)).expectStatus().isNotFound();

    assertThat(ids()).isEqualTo(ids);
  }

  @Test
  void a_photo_that_is_made_primary_comes_first() {
    List<String> ids = ids();

    primary(ids.get(2)).expectStatus().isOk();

    assertThat(ids()).containsExactly(ids.get(2), ids.get(0), ids.get(1));
    assertThat(images().getFirst().get("isPrimary")).isEqualTo(true);
    primary(UUID.randomUUID().toString()).expectStatus().isNotFound();
    primary("no-id").expectStatus().isNotFound();
  }

  @Test
  void a_photo_is_replaced_at_its_place() throws Exception {
    List<String> ids = ids();
    String first = String.valueOf(images().getFirst().get("url"));

    replace(ids.get(0), TestImages.jpeg(80, 60, 9)).expectStatus().isOk();

    List<Map<?, ?>> images = images();
    assertThat(images.getFirst().get("width")).isEqualTo(80);
    assertThat(images.getFirst().get("isPrimary")).isEqualTo(true);
    assertThat(ids().subList(1, 3)).isEqualTo(ids.subList(1, 3)).doesNotContain(ids.get(0));
    assertThat(fetch(first).statusCode()).isEqualTo(404);
    replace(ids.get(0), TestImages.jpeg(80, 60, 10)).expectStatus().isNotFound();
  }

  @Test
  void a_photo_is_replaced_by_one_of_an_iphone() {
    HeifTool.assumeInstalled();
    List<String> ids = ids();

    replace(ids.get(1), TestImages.file("turned.heic")).expectStatus().isOk();

    assertThat(images().get(1).get("height")).isEqualTo(64);
    assertThat(images().get(1).get("contentType")).isEqualTo("image/jpeg");
  }

  @Test
  void a_photo_is_kept_if_what_should_replace_it_is_none_or_is_there() {
    List<String> ids = ids();

    replace(ids.get(0), "no image".getBytes()).expectStatus().isBadRequest();
    replace(ids.get(0), TestImages.jpeg(64, 48, 2)).expectStatus().isBadRequest();

    assertThat(ids()).isEqualTo(ids);
  }

  /**
   * The picture is read before the last bytes of its request come: nothing may be given up then.
   */
  @RepeatedTest(20)
  void a_photo_is_replaced_by_another() {
    String first = ids().getFirst();

    replace(first, TestImages.jpeg(64, 48, 4)).expectStatus().isOk();

    assertThat(ids()).hasSize(3).doesNotContain(first);
  }

  private List<String> ids() {
    return images().stream().map(image -> String.valueOf(image.get("id"))).toList();
  }

  private List<String> told(int count) {
    return EventProbe.onTestServers()
        .awaitAll(
            event ->
                event.topic().equals(Topics.AUDIT_RECORDED)
                    && event.body().path("subject").asString("").equals("vehicle/" + vehicle),
            count)
        .stream()
        .map(event -> event.body().get("action").asString())
        .toList();
  }

  private void refused(List<String> order, String reason) {
    arrange(order)
        .expectStatus()
        .isBadRequest()
        .expectBody()
        .jsonPath("$.errors[0].reason")
        .isEqualTo(reason);
  }

  private ResponseSpec arrange(List<String> order) {
    return order(Role.SALES_MANAGER, dealership, Map.of("imageIds", order));
  }

  private ResponseSpec order(Role role, UUID of, Map<String, ?> body) {
    return as(role, of)
        .put()
        .uri("/v1/vehicles/" + vehicle + "/images/order")
        .bodyValue(body)
        .exchange();
  }

  private ResponseSpec primary(String image) {
    return as(Role.SALES_MANAGER, dealership)
        .put()
        .uri("/v1/vehicles/" + vehicle + "/images/" + image + "/primary")
        .exchange();
  }

  private ResponseSpec replace(String image, byte[] photo) {
    MultipartBodyBuilder body = new MultipartBodyBuilder();
    body.part("image", photo).filename("p.jpg");
    return as(Role.SALES_MANAGER, dealership)
        .put()
        .uri("/v1/vehicles/" + vehicle + "/images/" + image)
        .contentType(MediaType.MULTIPART_FORM_DATA)
        .bodyValue(body.build())
        .exchange();
  }
}
