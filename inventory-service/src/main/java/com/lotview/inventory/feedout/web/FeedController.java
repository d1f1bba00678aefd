package com.lotview.inventory.feedout.web;

import com.lotview.contracts.ErrorCode;
import com.lotview.inventory.feedout.OpenFeed;
import com.lotview.inventory.feedout.ReadFeed;
import com.lotview.inventory.feedout.format.FeedFormat;
import com.lotview.inventory.photo.Photo;
import com.lotview.inventory.photo.PhotoBytes;
import com.lotview.kit.error.RefusalException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * {@code /feeds}: what Meta and Google fetch. Needs no token: the secret in the address is the
 * right to read.
 */
@RestController
@RequestMapping("/feeds")
class FeedController {
  private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
  // Some kilobytes make one part of the answer, not each line.
  private static final int LINES_AT_ONCE = 50;
  private static final Pattern PHOTO = Pattern.compile("([0-9a-f-]{36})\\.jpg");
  private static final Duration PHOTO_LIFE = Duration.ofDays(30);

  private final ReadFeed feeds;
  private final PhotoBytes bytes;

  FeedController(ReadFeed feeds, PhotoBytes bytes) {
    this.feeds = feeds;
    this.bytes = bytes;
  }

  @GetMapping("/{secret}/meta.csv")
  Mono<ResponseEntity<Flux<String>>> meta(@PathVariable String secret) {
    return feeds.open(secret, FeedFormat.META).map(FeedController::answer);
  }

  @GetMapping("/{secret}/google.csv")
  Mono<ResponseEntity<Flux<String>>> google(@PathVariable String secret) {
    return feeds.open(secret, FeedFormat.GOOGLE).map(FeedController::answer);
  }

  // The tag is weak, because the gateway may compress the answer, which changes its bytes.
  private static ResponseEntity<Flux<String>> answer(OpenFeed feed) {
    return ResponseEntity.ok()
        .contentType(CSV)
        .eTag("W/\"" + feed.tag() + "\"")
        .lastModified(feed.changedAt())
        .cacheControl(CacheControl.noCache().cachePrivate())
        .body(feed.lines().buffer(LINES_AT_ONCE).map(lines -> String.join("", lines)));
  }

  @GetMapping("/photos/{secret}/{file}")
  Mono<ResponseEntity<ByteBuffer>> photo(
      @PathVariable String secret, @PathVariable String file, ServerWebExchange exchange) {
    return feeds.photo(secret, id(file)).flatMap(photo -> picture(photo, exchange));
  }

  private Mono<ResponseEntity<ByteBuffer>> picture(Photo photo, ServerWebExchange exchange) {
    String tag = "\"" + photo.file().sha256() + "\"";
    if (exchange.checkNotModified(tag)) {
      return Mono.empty();
    }
    return bytes
        .get(photo.key())
        .switchIfEmpty(Mono.error(FeedController::unknown))
        .map(content ->
            ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(photo.file().contentType()))
                .eTag(tag)
                .cacheControl(CacheControl.maxAge(PHOTO_LIFE).cachePublic().immutable())
                .body(ByteBuffer.wrap(content)));
  }

  private static UUID id(String file) {
    Matcher name = PHOTO.matcher(file);
    if (!name.matches()) {
      throw unknown();
    }
    try {
      return UUID.fromString(name.group(1));
    } catch (IllegalArgumentException e) {
      throw unknown();
    }
  }

  private static RefusalException unknown() {
    return new RefusalException(ErrorCode.NOT_FOUND, "No such path");
  }
}
