package com.lotview.inventory.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lotview.contracts.ErrorCode;
import com.lotview.kit.error.RefusalException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.core.ResolvableType;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.MediaType;
import org.springframework.http.codec.multipart.PartEvent;
import org.springframework.http.codec.multipart.PartEventHttpMessageReader;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import reactor.core.publisher.Flux;

class FilePartsTest {
  @TempDir private Path folder;

  static final List<Arguments> DISPOSITIONS =
      List.of(
          Arguments.of("filename=\"a\u0000b.csv\"", "a name that must not hold a NUL"),
          Arguments.of("filename*=UTF-8''a%00b.csv", "a name that must not hold a NUL"),
          Arguments.of("filename=\"" + "a".repeat(256) + "\"", "more than 255 characters"),
          Arguments.of("filename=\"\"; rm\"", "Content-Disposition"));

  @ParameterizedTest
  @FieldSource("DISPOSITIONS")
  void fileWithABadName_isRefused(String disposition, String reason) {
    assertThatThrownBy(() ->
            FileParts.form(upload(disposition), "file", Set.of(), 1_000, folder.resolve("f"))
                .block())
        .satisfies(error -> refused(error, reason));
    assertThatThrownBy(() -> FileParts.read(upload(disposition), 3, 1_000).blockLast())
        .satisfies(error -> refused(error, reason));
  }

  @Test
  void fileWithAGoodName_isOnDisk() {
    FileParts.SpooledFile file =
        FileParts.form(
                upload("filename=\"stock \u00fc.csv\""),
                "file",
                Set.of(),
                1_000,
                folder.resolve("f"))
            .block()
            .file();

    assertThat(file.path()).hasContent("x");
    assertThat(file.bytes()).isEqualTo(1);
  }

  @Test
  void fileThatIsTooLarge_isRefusedWhileItComes() {
    assertThatThrownBy(() ->
            FileParts.form(
                    upload("filename=\"stock.csv\""), "file", Set.of(), 0, folder.resolve("f"))
                .block())
        .isInstanceOfSatisfying(
            RefusalException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.PAYLOAD_TOO_LARGE));
  }

  private static void refused(Throwable error, String reason) {
    assertThat(error).isInstanceOf(RefusalException.class).hasMessageContaining(reason);
    assertThat(((RefusalException) error).code()).isEqualTo(ErrorCode.VALIDATION_ERROR);
  }

  private static Flux<PartEvent> upload(String disposition) {
    String body =
        "--b\r\nContent-Disposition: form-data; name=\"file\"; "
            + disposition
            + "\r\n\r\nx\r\n--b--\r\n";
    MockServerHttpRequest request =
        MockServerHttpRequest.post("/")
            .contentType(new MediaType(MediaType.MULTIPART_FORM_DATA, Map.of("boundary", "b")))
            .body(
                Flux.just(
                    DefaultDataBufferFactory.sharedInstance.wrap(
                        body.getBytes(StandardCharsets.UTF_8))));
    return new PartEventHttpMessageReader()
        .read(ResolvableType.forClass(PartEvent.class), request, Map.of());
  }
}
