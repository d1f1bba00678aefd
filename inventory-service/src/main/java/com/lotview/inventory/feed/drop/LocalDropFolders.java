package com.lotview.inventory.feed.drop;

import com.lotview.inventory.feed.DropFolders;
import com.lotview.inventory.feed.Feed;
import com.lotview.inventory.feed.Feed.Content;
import com.lotview.inventory.feed.FeedProperties;
import com.lotview.inventory.feed.FeedSource;
import com.lotview.kit.hash.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * A folder on this machine with a folder for each dealership, named by its id. It is only read, and
 * no link in it is followed, because those who may write there must not read other files of this
 * machine.
 */
@Component
class LocalDropFolders implements DropFolders, FeedSource {
  private static final Logger LOG = LoggerFactory.getLogger(LocalDropFolders.class);
  private static final long MAX_BYTES = 200L * 1024 * 1024;
  private static final List<String> UNFINISHED =
      List.of(".part", ".tmp", ".filepart", ".crdownload");

  private final FeedProperties properties;
  private final Clock clock;

  LocalDropFolders(FeedProperties properties, Clock clock) {
    this.properties = properties;
    this.clock = clock;
  }

  private record Dropped(Path path, long bytes, Instant changed) {
    String version() {
      return path.getFileName() + "|" + bytes + "|" + changed;
    }
  }

  @Override
  public boolean areThere() {
    return !properties.dropFolder().isBlank();
  }

  @Override
  public Mono<String> newest(UUID dealershipId) {
    return Mono.fromCallable(() -> find(dealershipId))
        .subscribeOn(Schedulers.boundedElastic())
        .flatMap(found -> Mono.justOrEmpty(found.map(Dropped::version)))
        .onErrorResume(
            IOException.class,
            e -> {
              // One broken folder must not keep other dealerships' feeds.
              LOG.warn("The drop folder of {} cannot be read: {}", dealershipId, e.toString());
              return Mono.empty();
            });
  }

  @Override
  public boolean has(Feed feed) {
    return feed.isDrop();
  }

  @Override
  public Mono<Fetched> fetch(Feed feed, @Nullable Content known, Path into) {
    return Mono.fromCallable(() -> copy(feed.dealershipId(), into))
        .subscribeOn(Schedulers.boundedElastic())
        .onErrorResume(
            IOException.class, e -> Mono.just(new Nothing("The dropped file cannot be read")));
  }

  private Fetched copy(UUID dealershipId, Path into) throws IOException {
    Optional<Dropped> found = find(dealershipId);
    if (found.isEmpty()) {
      return new Nothing("No file has come");
    }
    Path path = found.get().path();
    if (found.get().bytes() > MAX_BYTES) {
      return new Nothing("The file is larger than 200 MB");
    }
    try (InputStream file = Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS)) {
      Files.copy(file, into, StandardCopyOption.REPLACE_EXISTING);
    }
    return new File(
        String.valueOf(path.getFileName()),
        Files.size(into),
        new Content(null, null, Sha256.hex(into)));
  }

  private Optional<Dropped> find(UUID dealershipId) throws IOException {
    if (!areThere()) {
      return Optional.empty();
    }
    Path folder = Path.of(properties.dropFolder()).resolve(dealershipId.toString());
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    Instant quietSince = clock.instant().minus(properties.dropQuiet());
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .flatMap(path -> look(path).stream())
          .filter(file -> !file.changed().isAfter(quietSince))
          .max(Comparator.comparing(Dropped::changed));
    }
  }

  private static Optional<Dropped> look(Path path) {
    String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
    if (name.startsWith(".") || UNFINISHED.stream().anyMatch(name::endsWith)) {
      return Optional.empty();
    }
    try {
      BasicFileAttributes file =
          Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      return file.isRegularFile()
          ? Optional.of(new Dropped(path, file.size(), file.lastModifiedTime().toInstant()))
          : Optional.empty();
    } catch (IOException e) {
      // The file has gone meanwhile, or this process may not read it.
      return Optional.empty();
    }
  }
}
