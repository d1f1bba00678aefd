package com.lotview.inventory.feed;

import com.lotview.inventory.feed.Feed.Content;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Where feeds come from. */
public interface FeedSource {
  /** Whether the feed comes from here. */
  boolean has(Feed feed);

  /**
   * Writes the feed's file to the path, streamed; no error leaves this.
   *
   * @param known the version that need not be sent; null: it is wanted in any case
   */
  Mono<Fetched> fetch(Feed feed, @Nullable Content known, Path into);

  /** The result. */
  sealed interface Fetched {}

  /** A file; whether it is a stock file is not known yet. */
  record File(String name, long bytes, Content content) implements Fetched {}

  /** The known version is still current. */
  record Same() implements Fetched {}

  /** Nothing; the reason is for people. */
  record Nothing(String reason) implements Fetched {}
}
