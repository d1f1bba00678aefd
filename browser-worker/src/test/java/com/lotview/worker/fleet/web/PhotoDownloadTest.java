package com.lotview.worker.fleet.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lotview.contracts.ErrorCode;
import com.lotview.kit.client.ServiceClient;
import com.lotview.kit.client.ServiceClientFactory;
import com.lotview.kit.security.SecurityProperties;
import com.lotview.kit.security.ServiceTokens;
import com.lotview.testkit.TestIssuer;
import com.lotview.worker.fleet.Orders;
import com.lotview.worker.fleet.OtherServices;
import com.lotview.worker.fleet.job.PostingOrder;
import com.lotview.worker.fleet.port.PreparationFailed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.reactive.function.client.WebClient;
import tools.jackson.databind.json.JsonMapper;

class PhotoDownloadTest {
  private static final OtherServices OTHERS = new OtherServices();

  @TempDir Path folder;

  private PostingOrder order(PostingOrder.Photo... photos) {
    String body = Orders.body("a", 300, List.of(photos));
    PostingOrder order = new JsonMapper().readValue(body, PostingOrder.class);
    OTHERS.serve(order, "[]");
    return order;
  }

  private List<Path> fetch(PostingOrder order) {
    try (PhotoDownload download = new PhotoDownload()) {
      return new InventoryPhotos(client(), download).fetch(order, folder);
    }
  }

  private static ServiceClient client() {
    TestIssuer auth = TestIssuer.running();
    ServiceTokens tokens =
        new ServiceTokens(
            WebClient.builder(),
            new SecurityProperties(
                "worker", auth.url(), auth.url(), "secret", List.of(), List.of()),
            Clock.systemUTC());
    return new ServiceClientFactory(
            WebClient.builder(), tokens, JsonMapper.shared(), Clock.systemUTC())
        .of("inventory", OTHERS.url());
  }

  @Test
  void photosComeInTheOrdersOrder() throws IOException {
    PostingOrder order = order(photo("one"), photo("two"), photo("three"));
    List<Path> files = fetch(order);
    assertThat(files)
        .extracting(f -> f.getFileName().toString())
        .containsExactly("01.jpg", "02.jpg", "03.jpg");
    assertThat(Files.readString(files.get(1))).isEqualTo("two");
  }

  @Test
  void aFullDisk_isNamed() throws IOException {
    Path full = Path.of("/dev/full");
    org.junit.jupiter.api.Assumptions.assumeTrue(Files.isWritable(full), "no /dev/full here");
    Files.createSymbolicLink(folder.resolve("02.jpg"), full);
    PostingOrder order = order(photo("one"), photo("two"));
    assertThatThrownBy(() -> fetch(order))
        .isInstanceOfSatisfying(
            PreparationFailed.class,
            e -> {
              assertThat(e.result().code()).isEqualTo(ErrorCode.STORAGE_FULL);
              assertThat(e.result().retryable()).isTrue();
            });
  }

  private static PostingOrder.Photo photo(String content) {
    return OTHERS.photo(content.getBytes(StandardCharsets.UTF_8));
  }
}
