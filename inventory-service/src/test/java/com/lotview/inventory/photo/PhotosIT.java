package com.lotview.inventory.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lotview.contracts.ErrorCode;
import com.lotview.contracts.Role;
import com.lotview.inventory.photo.heif.HeifTool;
import com.lotview.inventory.photo.picture.Picture;
import com.lotview.inventory.photo.picture.Rendition;
import com.lotview.inventory.photo.picture.TestImages;
import com.lotview.inventory.vehicle.VehicleStore;
import com.lotview.inventory.vehicle.Vehicles;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.hash.Sha256;
import com.lotview.kit.security.Caller;
import com.lotview.kit.tenant.TenantTransactions;
import com.lotview.testkit.TestIssuer;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Tag("servers")
class PhotosIT extends PhotoTest {
  @Autowired PhotoTrail trail;
  @Autowired private PhotoStore store;
  @Autowired private PhotoBytes realBytes;
  @Autowired private VehicleStore vehicleStore;
  @Autowired private Vehicles vehicles;
  @Autowired private TenantTransactions transactions;

  @Test
  void photos_keep_their_order_and_can_be_fetched_by_their_links() throws Exception {
    upload(TestImages.jpeg(1600, 1200, 1), TestImages.png(900, 900, 2))
        .expectStatus()
        .isCreated()
        .expectBody()
        .jsonPath("$.images.length()")
        .isEqualTo(2)
        .jsonPath("$.images[0].isPrimary")
        .isEqualTo(true)
        .jsonPath("$.images[0].contentType")
        .isEqualTo("image/jpeg")
        .jsonPath("$.images[0].width")
        .isEqualTo(1600)
        .jsonPath("$.images[1].isPrimary")
        .isEqualTo(false)
        .jsonPath("$.images[1].sortOrder")
        .isEqualTo(1);

    for (Map<?, ?> photo : images()) {
      HttpResponse<byte[]> fetched = fetch(String.valueOf(photo.get("url")));
      assertThat(fetched.statusCode()).isEqualTo(200);
      assertThat(Sha256.hex(fetched.body())).isEqualTo(photo.get("sha256"));
      assertThat(fetched.headers().firstValue("content-type"))
          .hasValue((String) photo.get("contentType"));
      assertThat(fetched.headers().firstValue("content-disposition"))
          .hasValue("attachment; filename=\"photo-%s.jpg\"".formatted(number(photo)));
      assertThat(widthAt(photo, "thumbnailUrl")).isLessThanOrEqualTo(320);
      assertThat(widthAt(photo, "listUrl")).isLessThanOrEqualTo(800);
      String unsigned = String.valueOf(photo.get("url")).replaceAll("\\?.*", "");
      assertThat(fetch(unsigned).statusCode()).isEqualTo(403);
    }
    as(Role.SALESPERSON, dealership)
        .get()
        .uri("/v1/vehicles")
        .exchange()
        .expectBody()
        .jsonPath("$.data[0].images.length()")
        .isEqualTo(1)
        .jsonPath("$.data[0].imageCount")
        .isEqualTo(2);
    client(TestIssuer.running().serviceToken("inventory"))
        .get()
        .uri("/internal/vehicles/" + vehicle + "/photos")
        .header("X-Dealership-Id", dealership.toString())
        .exchange()
        .expectBody()
        .jsonPath("$.photos.length()")
        .isEqualTo(2)
        .jsonPath("$.photos[0].url")
        .exists()
        .jsonPath("$.photos[0].sha256")
        .exists();
  }

  @Test
  void an_upload_sent_twice_is_stored_once() {
    upload(TestImages.jpeg(64, 48, 1)).expectStatus().isCreated();
    upload(TestImages.jpeg(64, 48, 1), TestImages.jpeg(64, 48, 2)).expectStatus().isCreated();

    assertThat(images()).hasSize(2);
  }

  @Test
  void a_removed_primary_photo_hands_on_to_the_next() throws Exception {
    upload(TestImages.jpeg(64, 48, 1), TestImages.jpeg(64, 48, 2)).expectStatus().isCreated();
    Map<?, ?> first = images().getFirst();

    String path = "/v1/vehicles/" + vehicle + "/images/" + first.get("id");
    as(Role.SALESPERSON, dealership).delete().uri(path).exchange().expectStatus().isForbidden();
    as(Role.GM, UUID.randomUUID()).delete().uri(path).exchange().expectStatus().isNotFound();
    as(Role.GM, dealership).delete().uri(path).exchange().expectStatus().isNoContent();
    as(Role.GM, dealership).delete().uri(path).exchange().expectStatus().isNotFound();

    assertThat(images()).hasSize(1);
    assertThat(images().getFirst().get("isPrimary")).isEqualTo(true);
    for (String link : List.of("url", "listUrl", "thumbnailUrl")) {
      assertThat(fetch(String.valueOf(first.get(link))).statusCode()).isEqualTo(404);
    }
  }

  @Test
  void a_bad_photo_does_not_keep_the_good_ones_out() {
    byte[] whole = TestImages.jpeg(64, 48, 1);
    byte[] cut = Arrays.copyOf(whole, whole.length / 2);
    upload(
            whole,
            "not an image".getBytes(),
            new byte[5 * 1024 * 1024 + 1],
            TestImages.png(32, 32, 2),
            cut)
        .expectStatus()
        .isCreated()
        .expectBody()
        .jsonPath("$.images.length()")
        .isEqualTo(2)
        .jsonPath("$.images[1].sortOrder")
        .isEqualTo(1)
        .jsonPath("$.refused.length()")
        .isEqualTo(3)
        .jsonPath("$.refused[0].index")
        .isEqualTo(1)
        .jsonPath("$.refused[0].file")
        .isEqualTo("p1.jpg")
        .jsonPath("$.refused[0].reason")
        .isEqualTo("is no JPEG, PNG or WebP image")
        .jsonPath("$.refused[1].reason")
        .isEqualTo("is larger than 5 MB")
        .jsonPath("$.refused[2].file")
        .isEqualTo("p4.jpg")
        .jsonPath("$.refused[2].reason")
        .isEqualTo("is cut off or damaged");

    assertThat(images()).hasSize(2);
  }

  /** The files are named .jpg: their bytes count. */
  @Test
  void photos_of_an_iphone_become_jpegs() throws Exception {
    HeifTool.assumeInstalled();
    byte[] cut = Arrays.copyOf(TestImages.file("corners.heic"), 400);

    upload(TestImages.file("turned.heic"), cut, TestImages.file("corners.avif"))
        .expectStatus()
        .isCreated()
        .expectBody()
        .jsonPath("$.images.length()")
        .isEqualTo(2)
        .jsonPath("$.images[0].contentType")
        .isEqualTo("image/jpeg")
        .jsonPath("$.images[0].width")
        .isEqualTo(32)
        .jsonPath("$.images[0].height")
        .isEqualTo(64)
        .jsonPath("$.refused[0].index")
        .isEqualTo(1)
        .jsonPath("$.refused[0].reason")
        .isEqualTo("is cut off or damaged");

    byte[] stored = fetch(String.valueOf(images().getFirst().get("url"))).body();
    assertThat(stored).startsWith(0xFF, 0xD8, 0xFF);
    assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("Exif", "secret");
  }

  @Test
  void an_upload_of_bad_photos_only_is_refused_file_by_file() {
    upload("not an image".getBytes(), new byte[5 * 1024 * 1024 + 1])
        .expectStatus()
        .isBadRequest()
        .expectBody()
        .jsonPath("$.errors.length()")
        .isEqualTo(2)
        .jsonPath("$.errors[0].field")
        .isEqualTo("images")
        .jsonPath("$.errors[0].reason")
        .isEqualTo("p0.jpg is no JPEG, PNG or WebP image")
        .jsonPath("$.errors[1].reason")
        .isEqualTo("p1.jpg is larger than 5 MB");

    assertThat(images()).isEmpty();
  }

  @Test
  void limits_of_size_and_number_are_told() {
    upload(new byte[5 * 1024 * 1024 + 1]).expectStatus().isEqualTo(413);
    byte[][] many = new byte[21][];
    for (int i = 0; i < many.length; i++) {
      many[i] = TestImages.jpeg(16, 16, i + 1);
    }
    upload(many).expectStatus().isBadRequest();
    upload().expectStatus().isBadRequest();
    assertThat(images()).isEmpty();

    byte[][] twenty = Arrays.copyOf(many, 20);
    upload(twenty).expectStatus().isCreated();
    upload(many[20]).expectStatus().isBadRequest();
    assertThat(images()).hasSize(20);
  }

  @Test
  void people_without_the_right_and_strangers_are_refused() {
    send(as(Role.SALESPERSON, dealership), TestImages.jpeg(9, 9, 1)).expectStatus().isForbidden();
    send(as(Role.GM, UUID.randomUUID()), TestImages.jpeg(9, 9, 1)).expectStatus().isNotFound();
  }

  @Test
  void a_full_store_leaves_neither_rows_nor_bytes() {
    List<String> stored = new ArrayList<>();
    List<String> removed = new ArrayList<>();
    Photos photos =
        new Photos(
            store,
            new Uploads(store, fullAfterTheFirst(stored, removed), transactions, Clock.systemUTC()),
            new Placeholders(store),
            vehicleStore,
            vehicles,
            trail,
            transactions);
    Flux<Picture> images = Flux.range(1, 3).map(i -> Picture.of(TestImages.jpeg(16, 16, i)));

    Caller person = new Caller(UUID.randomUUID(), dealership, Role.GM);
    assertThatThrownBy(() -> photos.add(person, UUID.fromString(vehicle), images).block())
        .isInstanceOfSatisfying(
            RefusalException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.STORAGE_FULL));

    assertThat(images()).isEmpty();
    assertThat(stored).hasSize(1).allMatch(removed::contains);
  }

  private PhotoBytes fullAfterTheFirst(List<String> stored, List<String> removed) {
    return new PhotoBytes() {
      @Override
      public Mono<Void> put(String key, Rendition image) {
        return stored.isEmpty()
            ? realBytes.put(key, image).doOnSuccess(done -> stored.add(key))
            : Mono.error(new RefusalException(ErrorCode.STORAGE_FULL, "full"));
      }

      @Override
      public Mono<byte[]> get(String key) {
        return Mono.empty();
      }

      @Override
      public Mono<Void> delete(String key) {
        return realBytes.delete(key).doOnSuccess(done -> removed.add(key));
      }

      @Override
      public URI link(String key, String fileName) {
        return realBytes.link(key, fileName);
      }
    };
  }

  private static int number(Map<?, ?> photo) {
    return (Integer) photo.get("sortOrder") + 1;
  }

  private static int widthAt(Map<?, ?> photo, String link) throws Exception {
    HttpResponse<byte[]> fetched = fetch(String.valueOf(photo.get(link)));
    assertThat(fetched.statusCode()).isEqualTo(200);
    return TestImages.decode(fetched.body()).getWidth();
  }
}
