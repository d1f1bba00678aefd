package com.lotview.bench.recorder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What recording browsers published: one file per listing, shared by all workers of a measurement,
 * so that one worker finds what another one published. Survives the death of a worker.
 */
public final class RecordBook {
  private static final String TWICE = "twice.log";

  private final Path folder;

  /** Opens the book; creates the folder if it is missing. */
  public RecordBook(Path folder) {
    this.folder = folder;
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Notes a listing; one that was noted before is noted as published twice. */
  void publish(String listingId, long dollars) {
    try {
      Files.writeString(
          folder.resolve(listingId), String.valueOf(dollars), StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      twice(listingId);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void edit(String listingId, long dollars) {
    try {
      Files.writeString(folder.resolve(listingId), String.valueOf(dollars));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void remove(String listingId) {
    try {
      Files.deleteIfExists(folder.resolve(listingId));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a published listing costs; empty if there is none. */
  public Optional<Long> price(String listingId) {
    try {
      return Optional.of(Long.valueOf(Files.readString(folder.resolve(listingId))));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void twice(String listingId) {
    try {
      Files.writeString(
          folder.resolve(TWICE),
          listingId + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many listings were published, each counted once. */
  public long published() {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> !file.endsWith(TWICE)).count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many clicks published a listing that already existed. */
  public long twice() {
    Path file = folder.resolve(TWICE);
    try (Stream<String> lines = Files.exists(file) ? Files.lines(file) : Stream.empty()) {
      return lines.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
