package com.lotview.inventory.upload;

import com.lotview.contracts.ErrorCode;
import com.lotview.kit.web.ApiException;
import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.codec.multipart.FilePartEvent;
import org.springframework.http.codec.multipart.FormPartEvent;
import org.springframework.http.codec.multipart.PartEvent;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The parts of a multipart request. {@link #read} gives files one after the other: only one of them
 * is in memory at a time. None is written to disk.
 */
public final class FileParts {
  private FileParts() {}

  sealed interface Part permits UploadedFile, Text {}

  /** One of several files: its bytes, or that it has too many of them. */
  public sealed interface Received permits UploadedFile, TooLarge {}

  /** A file whose bytes were not kept. */
  public record TooLarge(String field, String name, int maxBytes) implements Received {
    /** Why it was refused, for the sender. */
    public String reason() {
      return "is larger than %d MB".formatted(maxBytes / (1024 * 1024));
    }
  }

  record Text(String name, String value) implements Part {}

  /** One file and the texts beside it. */
  public record Form(UploadedFile file, Map<String, String> fields) {}

  /** A file with its bytes. */
  public static final class UploadedFile implements Part, Received {
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
   * Reads one file and the texts that are sent with it.
   *
   * @param file name of the file's part
   * @param texts names that text parts may have, each once
   * @return fails with {@code VALIDATION_ERROR} where there is no file or anything else
   */
  public static Mono<Form> form(
      Flux<PartEvent> events, String file, Set<String> texts, int maxBytes) {
    return events
        .windowUntil(PartEvent::isLast, false, 1)
        .concatMap(part -> part(part, file, texts, maxBytes), 1)
        .collect(LinkedHashMap<String, Part>::new, FileParts::put)
        .flatMap(parts ->
            parts.remove(file) instanceof UploadedFile found
                ? Mono.just(new Form(found, values(parts)))
                : Mono.error(() -> ApiException.invalid(file, "is required")));
  }

  private static Flux<Part> part(
      Flux<PartEvent> part, String file, Set<String> texts, int maxBytes) {
    return part.switchOnFirst((first, all) ->
        switch (first.get()) {
          case FilePartEvent event when event.name().equals(file) ->
              whole(event, all, maxBytes).<Part>map(found -> found).flux();
          case FormPartEvent event when texts.contains(event.name()) ->
              all.doOnNext(next -> DataBufferUtils.release(next.content()))
                  .thenMany(Flux.just(new Text(event.name(), event.value())));
          case null -> Flux.empty();
          case PartEvent other ->
              refuse(all, ApiException.invalid(other.name(), "is not known here"));
        });
  }

  private static void put(Map<String, Part> parts, Part part) {
    String name =
        switch (part) {
          case UploadedFile file -> file.field();
          case Text text -> text.name();
        };
    if (parts.putIfAbsent(name, part) != null) {
      throw ApiException.invalid(name, "is there more than once");
    }
  }

  private static Map<String, String> values(Map<String, Part> parts) {
    Map<String, String> values = new HashMap<>();
    for (Part part : parts.values()) {
      if (part instanceof Text(String name, String value)) {
        values.put(name, value);
      }
    }
    return values;
  }

  /**
   * Reads the files; one that is too large does not end the others.
   *
   * @param maxFiles more end the request with {@code VALIDATION_ERROR}
   */
  public static Flux<Received> read(Flux<PartEvent> events, int maxFiles, int maxBytes) {
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

  private static Flux<Received> file(Flux<PartEvent> part, int maxBytes) {
    return part.switchOnFirst((first, all) ->
        switch (first.get()) {
          case FilePartEvent event -> upTo(event, all, maxBytes).flux();
          case null -> Flux.empty();
          case PartEvent other -> refuse(all, ApiException.invalid(other.name(), "is not a file"));
        });
  }

  // The part is read to its end in any case: the next one comes after it.
  private static Mono<Received> upTo(FilePartEvent first, Flux<PartEvent> part, int maxBytes) {
    return part.collect(() -> new Bytes(maxBytes), (bytes, event) -> bytes.add(event.content()))
        .map(bytes -> {
          byte[] content = bytes.kept();
          return content == null
              ? new TooLarge(first.name(), first.filename(), maxBytes)
              : new UploadedFile(first.name(), first.filename(), content);
        });
  }

  /** Bytes of a file up to a limit; beyond it they are counted and dropped. */
  private static final class Bytes {
    private final int limit;
    private @Nullable ByteArrayOutputStream kept = new ByteArrayOutputStream();

    Bytes(int limit) {
      this.limit = limit;
    }

    void add(DataBuffer buffer) {
      byte[] more = drain(buffer);
      if (kept != null && kept.size() + more.length <= limit) {
        kept.writeBytes(more);
      } else {
        kept = null;
      }
    }

    byte @Nullable [] kept() {
      return kept == null ? null : kept.toByteArray();
    }
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

  private static <T> Flux<T> refuse(Flux<PartEvent> part, ApiException problem) {
    return part.doOnNext(event -> DataBufferUtils.release(event.content()))
        .thenMany(Flux.error(problem));
  }
}
