package com.lotview.inventory.upload;

import com.lotview.contracts.ErrorCode;
import com.lotview.kit.web.ApiException;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.codec.multipart.FilePartEvent;
import org.springframework.http.codec.multipart.PartEvent;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The files of a multipart request, one after the other: only one of them is in memory at a time,
 * and none is written to disk.
 */
public final class FileParts {
  private FileParts() {}

  /** A file with its bytes. */
  public static final class UploadedFile {
    private final String field;
    private final String name;
    private final byte[] content;

    UploadedFile(String field, String name, byte[] content) {
      this.field = field;
      this.name = name;
      this.content = content;
    }

    /** Name of the part. */
    public String field() {
      return field;
    }

    /** Name that the sender gave the file; for messages only. */
    public String name() {
      return name;
    }

    /** Not copied, not to be changed. */
    public byte[] content() {
      return content;
    }
  }

  /**
   * Reads the files.
   *
   * @param maxFiles more end the request with {@code VALIDATION_ERROR}
   * @param maxBytes a larger file ends it with {@code PAYLOAD_TOO_LARGE}
   */
  public static Flux<UploadedFile> read(Flux<PartEvent> events, int maxFiles, int maxBytes) {
    return events
        .windowUntil(PartEvent::isLast, false, 1)
        .index()
        .concatMap(
            window ->
                window.getT1() < maxFiles
                    ? file(window.getT2(), maxBytes)
                    : refuse(
                        window.getT2(),
                        new ApiException(
                            ErrorCode.VALIDATION_ERROR,
                            "A request has at most " + maxFiles + " file(s)")),
            1);
  }

  private static Flux<UploadedFile> file(Flux<PartEvent> part, int maxBytes) {
    return part.switchOnFirst((first, all) ->
        switch (first.get()) {
          case FilePartEvent event -> whole(event, all, maxBytes).flux();
          case null -> Flux.empty();
          case PartEvent other -> refuse(all, ApiException.invalid(other.name(), "is not a file"));
        });
  }

  private static Mono<UploadedFile> whole(FilePartEvent first, Flux<PartEvent> part, int maxBytes) {
    return DataBufferUtils.join(part.map(PartEvent::content), maxBytes)
        .map(buffer -> new UploadedFile(first.name(), first.filename(), drain(buffer)))
        .onErrorMap(
            DataBufferLimitException.class,
            e ->
                new ApiException(
                    ErrorCode.PAYLOAD_TOO_LARGE,
                    "The file %s is larger than %d MB"
                        .formatted(first.filename(), maxBytes / (1024 * 1024))));
  }

  private static byte[] drain(DataBuffer buffer) {
    byte[] bytes = new byte[buffer.readableByteCount()];
    buffer.read(bytes);
    DataBufferUtils.release(buffer);
    return bytes;
  }

  private static Flux<UploadedFile> refuse(Flux<PartEvent> part, ApiException problem) {
    return part.doOnNext(event -> DataBufferUtils.release(event.content()))
        .thenMany(Flux.error(problem));
  }
}
