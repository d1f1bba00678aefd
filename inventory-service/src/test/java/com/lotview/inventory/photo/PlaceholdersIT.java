package com.lotview.inventory.photo;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.contracts.Role;
import com.lotview.inventory.photo.picture.TestImages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Duplicates and placeholders. */
@Tag("servers")
class PlaceholdersIT extends PhotoTest {
  private static final byte[] COMING_SOON = TestImages.jpeg(640, 480, 77);

  @Test
  void a_photo_that_the_vehicle_has_is_passed_over_in_whatever_file_it_comes() {
    upload(TestImages.jpeg(640, 480, 1)).expectStatus().isCreated();

    upload(TestImages.png(640, 480, 1), TestImages.jpeg(640, 480, 2), TestImages.png(640, 480, 2))
        .expectStatus()
        .isCreated();

    assertThat(images()).hasSize(2);
  }

  @Test
  void a_plain_picture_stands_last_and_is_not_the_primary_one() {
    upload(TestImages.banner(1)).expectStatus().isCreated();
    assertThat(images().getFirst().get("isPrimary")).isEqualTo(false);

    upload(TestImages.jpeg(640, 480, 1)).expectStatus().isCreated();

    List<Map<?, ?>> images = images();
    assertThat(images.getFirst().get("isPrimary")).isEqualTo(true);
    assertThat(images.getFirst().get("flag")).isNull();
    assertThat(images.getLast().get("flag")).isEqualTo("PLAIN");
    assertThat(posted()).isEqualTo(ids(images));
    assertThat(warnings())
        .containsExactly(
            "image 2 is nearly of one colour, as a logo or a banner; it is posted last");
  }

  @Test
  void a_picture_on_many_vehicles_is_a_placeholder_on_all_of_them() {
    List<String> all = new ArrayList<>();
    for (int i = 1; i <= Placeholders.VEHICLES; i++) {
      vehicle = create(dealership, other("REPEATED" + i));
      all.add(vehicle);
      upload(COMING_SOON, TestImages.jpeg(640, 480, i)).expectStatus().isCreated();
      boolean enough = i == Placeholders.VEHICLES;
      assertThat(images().getLast().get("flag")).isEqualTo(enough ? "REPEATED" : null);
    }

    for (String each : all) {
      vehicle = each;
      List<Map<?, ?>> images = images();
      assertThat(images.getFirst().get("flag")).isNull();
      assertThat(images.getFirst().get("isPrimary")).isEqualTo(true);
      assertThat(images.getLast().get("flag")).isEqualTo("REPEATED");
      assertThat(posted()).isEqualTo(ids(images));
      assertThat(warnings()).hasSize(1).first().asString().contains("coming soon");
    }
  }

  @Test
  void what_a_person_makes_primary_is_no_placeholder() {
    upload(TestImages.banner(1), TestImages.jpeg(640, 480, 1)).expectStatus().isCreated();
    String banner = ids(images()).getLast();

    as(Role.GM, dealership)
        .put()
        .uri("/v1/vehicles/" + vehicle + "/images/" + banner + "/primary")
        .exchange()
        .expectStatus()
        .isOk();

    assertThat(ids(images()).getFirst()).isEqualTo(banner);
    assertThat(images().getFirst().get("flag")).isNull();
    assertThat(images().getFirst().get("isPrimary")).isEqualTo(true);
    assertThat(posted().getFirst()).isEqualTo(banner);
    assertThat(warnings()).isEmpty();
  }

  @Test
  void a_vehicle_of_placeholders_only_is_counted_and_shows_none_in_lists() {
    upload(TestImages.banner(1)).expectStatus().isCreated();

    as(Role.SALESPERSON, dealership)
        .get()
        .uri("/v1/vehicles")
        .exchange()
        .expectBody()
        .jsonPath("$.data[0].images.length()")
        .isEqualTo(0)
        .jsonPath("$.data[0].imageCount")
        .isEqualTo(1);
  }

  private static Map<String, Object> other(String stockNumber) {
    Map<String, Object> body = camry(stockNumber);
    body.remove("vin");
    return body;
  }

  private static List<String> ids(List<Map<?, ?>> images) {
    return images.stream().map(image -> String.valueOf(image.get("id"))).toList();
  }

  @SuppressWarnings("unchecked")
  private List<String> warnings() {
    Map<?, ?> answer =
        as(Role.GM, dealership)
            .get()
            .uri("/v1/vehicles/" + vehicle)
            .exchange()
            .expectBody(Map.class)
            .returnResult()
            .getResponseBody();
    Object warnings = answer.get("warnings");
    return warnings == null ? List.of() : (List<String>) warnings;
  }
}
