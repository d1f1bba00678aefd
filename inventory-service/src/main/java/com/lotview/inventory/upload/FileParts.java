package com.lotview.inventory.upload;

import com.lotview.contracts.ErrorCode;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.json.StorableText;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.codec.multipart.FilePartEvent;
import org.springframework.http.codec.multipart.FormPartEvent;
import org.springframework.http.codec.multipart.PartEvent;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The parts of a multipart request. {@link #read} gives files one after the other: only one of them
 * is in memory at a time. {@link #form} writes its file to disk.
 */
public final class FileParts {
  private static final int LONGEST_NAME = 255;

  private FileParts() {}

  /** A part of a form. */
  public sealed interface Part permits SpooledFile, Text {}

  /** One of several files: its bytes, or that it has too many of them. */
  public sealed interface Received permits UploadedFile, TooLarge {}

  /** A file whose bytes were not kept. */
  public record TooLarge(String field, String name, int maxBytes) implements Received {
    /** Why it was refused, for the sender. */
    public String reason() {
      return "is larger than %d MB".formatted(maxBytes / (1024 * 1024));
    }
  }

  /** A text beside a file. */
  public record Text(String name, String value) implements Part {}

  /** One file, which is on disk, and the texts beside it. */
  public record Form(SpooledFile file, Map<String, String> fields) {}

  /**
   * A file on disk.
   *
   * @param field name of the part
   * @param name that the sender gave the file; for messages only
   */
  public record SpooledFile(String field, String name, Path path, long bytes) implements Part {}

  /** A file with its bytes. */
  public static final class UploadedFile implements Received {
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
   * Reads one file, which is streamed to disk, and the texts that are sent with it.
   *
   * @param into where the file is written; the caller deletes it, also after an error
   * @param file name of the file's part
   * @param texts names that text parts may have, each once
   * @return fails with {@code VALIDATION_ERROR} where there is no file or anything else
   */
  public static Mono<Form> form(
      Flux<PartEvent> events, String file, Set<String> texts, long maxBytes, Path into) {
    return events
        .windowUntil(PartEvent::isLast, false, 1)
        .concatMap(part -> part(part, file, texts, maxBytes, into), 1)
        .collect(LinkedHashMap<String, Part>::new, FileParts::put)
        .flatMap(parts ->
            parts.remove(file) instanceof SpooledFile found
                ? Mono.just(new Form(found, values(parts)))
                : Mono.error(() -> RefusalException.invalid(file, "is required")))
        .onErrorMap(IllegalArgumentException.class, error -> unreadable());
  }

  // Spring parses Content-Disposition only when a part is accessed.
  private static RefusalException unreadable() {
    return new RefusalException(
        ErrorCode.VALIDATION_ERROR, "The Content-Disposition of a part cannot be read");
  }

  private static boolean wellNamed(FilePartEvent file) {
    return StorableText.isStorable(file.filename()) && file.filename().length() <= LONGEST_NAME;
  }

  private static RefusalException badName(FilePartEvent file) {
    return RefusalException.invalid(
        file.name(),
        StorableText.isStorable(file.filename())
            ? "has a name of more than " + LONGEST_NAME + " characters"
            : "has a name that " + StorableText.REFUSAL);
  }

  private static Flux<Part> part(
      Flux<PartEvent> part, String file, Set<String> texts, long maxBytes, Path into) {
    return part.switchOnFirst((first, all) ->
        switch (first.get()) {
          case FilePartEvent event when !wellNamed(event) -> refuse(all, badName(event));
          case FilePartEvent event when event.name().equals(file) ->
              spooled(event, all, maxBytes, into).<Part>map(found -> found).flux();
          case FormPartEvent event when texts.contains(event.name()) ->
              all.doOnNext(next -> DataBufferUtils.release(next.content()))
                  .thenMany(Flux.just(new Text(event.name(), event.value())));
          case null -> Flux.empty();
          case PartEvent other ->
              refuse(all, RefusalException.invalid(other.name(), "is not known here"));
        });
  }

  private static void put(Map<String, Part> parts, Part part) {
    String name =
        switch (part) {
          case SpooledFile file -> file.field();
          case Text text -> text.name();
        };
    if (parts.putIfAbsent(name, part) != null) {
      throw RefusalException.invalid(name, "is there more than once");
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
                        new RefusalException(
                            ErrorCode.VALIDATION_ERROR,
                            "A request has at most " + maxFiles + " file(s)")),
            1)
        .onErrorMap(IllegalArgumentException.class, error -> unreadable());
  }

  private static Flux<Received> file(Flux<PartEvent> part, int maxBytes) {
    return part.switchOnFirst((first, all) ->
        switch (first.get()) {
          case FilePartEvent event when !wellNamed(event) -> refuse(all, badName(event));
          case FilePartEvent event -> upTo(event, all, maxBytes).flux();
          case null -> Flux.empty();
          case PartEvent other ->
              refuse(all, RefusalException.invalid(other.name(), "is not a file"));
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

  private static Mono<SpooledFile> spooled(
      FilePartEvent first, Flux<PartEvent> part, long maxBytes, Path into) {
    AtomicLong bytes = new AtomicLong();
    Flux<DataBuffer> limited =
        part.map(PartEvent::content)
            .doOnNext(buffer -> {
              if (bytes.addAndGet(buffer.readableByteCount()) > maxBytes) {
                DataBufferUtils.release(buffer);
                throw tooLarge(first, maxBytes);
              }
            });
    return DataBufferUtils.write(
            limited, into, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING)
        .then(
            Mono.fromSupplier(
                () -> new SpooledFile(first.name(), first.filename(), into, bytes.get())));
  }

  private static RefusalException tooLarge(FilePartEvent file, long maxBytes) {
    return new RefusalException(
        ErrorCode.PAYLOAD_TOO_LARGE,
        "The file %s is larger than %d MB".formatted(file.filename(), maxBytes / (1024 * 1024)));
  }

  private static byte[] drain(DataBuffer buffer) {
    byte[] bytes = new byte[buffer.readableByteCount()];
    buffer.read(bytes);
    DataBufferUtils.release(buffer);
    return bytes;
  }

  private static <T> Flux<T> refuse(Flux<PartEvent> part, RefusalException problem) {
    return part.doOnNext(event -> DataBufferUtils.release(event.content()))
        .thenMany(Flux.error(problem));
  }
}
