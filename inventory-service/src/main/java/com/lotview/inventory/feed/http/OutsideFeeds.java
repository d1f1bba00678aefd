package com.lotview.inventory.feed.http;

import com.lotview.inventory.feed.Feed;
import com.lotview.inventory.feed.Feed.Content;
import com.lotview.inventory.feed.Feed.Login;
import com.lotview.inventory.feed.FeedKeys;
import com.lotview.inventory.feed.FeedSource;
import com.lotview.kit.hash.Sha256;
import com.lotview.kit.outside.OutsideAnswer;
import com.lotview.kit.outside.OutsideCallFailed;
import com.lotview.kit.outside.OutsideClient;
import com.lotview.kit.outside.OutsideLimits;
import com.lotview.kit.outside.OutsideRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Fetches feeds by address with the guarded client, so that no address leads into a private
 * network. An answer compressed with gzip is stored compressed, because imports unpack gzip
 * themselves, within their limits.
 */
@Component
class OutsideFeeds implements FeedSource {
  private static final int MAX_MEGABYTES = 200;
  private static final int LONGEST_NAME = 200;
  private static final OutsideLimits LIMITS =
      new OutsideLimits(Duration.ofMinutes(10), MAX_MEGABYTES * 1024 * 1024, 5);

  private final OutsideClient client;
  private final FeedKeys keys;

  OutsideFeeds(OutsideClient client, FeedKeys keys) {
    this.client = client;
    this.keys = keys;
  }

  @Override
  public boolean has(Feed feed) {
    return !feed.isDrop();
  }

  @Override
  public Mono<Fetched> fetch(Feed feed, @Nullable Content known, Path into) {
    URI url = Objects.requireNonNull(feed.url());
    Login login = feed.login();
    Optional<Map<String, String>> secrets =
        login == null ? Optional.of(Map.of()) : secrets(login, feed);
    if (secrets.isEmpty()) {
      return Mono.just(new Nothing("The login cannot be read any more; store it anew"));
    }
    OutsideRequest request = new OutsideRequest(url, headers(known), secrets.get());
    return client
        .download(request, LIMITS, into)
        .flatMap(answer -> read(url, answer, known != null, into))
        .onErrorResume(
            OutsideCallFailed.class,
            failed -> Mono.just(new Nothing(String.valueOf(failed.getMessage()))));
  }

  private Optional<Map<String, String>> secrets(Login login, Feed feed) {
    return keys.open(login.secret(), feed.id())
        .map(secret ->
            switch (login.kind()) {
              case HEADER -> Map.of(login.name(), secret);
              case BASIC ->
                  Map.of(HttpHeaders.AUTHORIZATION, "Basic " + basic(login.name(), secret));
            });
  }

  private static String basic(String user, String password) {
    return Base64.getEncoder()
        .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
  }

  private static Map<String, String> headers(@Nullable Content known) {
    Map<String, String> headers = new HashMap<>();
    headers.put(HttpHeaders.ACCEPT, "*/*");
    headers.put(HttpHeaders.ACCEPT_ENCODING, "gzip");
    headers.put(HttpHeaders.USER_AGENT, "LotView-Feed/1");
    if (known != null && known.etag() != null) {
      headers.put(HttpHeaders.IF_NONE_MATCH, known.etag());
    }
    if (known != null && known.lastModified() != null) {
      headers.put(HttpHeaders.IF_MODIFIED_SINCE, known.lastModified());
    }
    return headers;
  }

  private static Mono<Fetched> read(URI url, OutsideAnswer answer, boolean asked, Path file) {
    int status = answer.status();
    if (status == 304 && asked) {
      return Mono.just(new Same());
    }
    if (status == 401 || status == 403) {
      return Mono.just(new Nothing("The server refuses the login (" + status + ")"));
    }
    if (!answer.succeeded()) {
      return Mono.just(new Nothing("The server answers " + status));
    }
    return answer.complete()
        ? Mono.<Fetched>fromCallable(() -> file(url, answer, file))
            .subscribeOn(Schedulers.boundedElastic())
        : Mono.just(new Nothing("The file is larger than " + MAX_MEGABYTES + " MB"));
  }

  private static File file(URI url, OutsideAnswer answer, Path file) throws IOException {
    HttpHeaders headers = answer.headers();
    return new File(
        name(url),
        Files.size(file),
        new Content(
            text(headers.getFirst(HttpHeaders.ETAG)),
            text(headers.getFirst(HttpHeaders.LAST_MODIFIED)),
            Sha256.hex(file)));
  }

  private static String name(URI url) {
    String path = url.getPath() == null ? "" : url.getPath();
    String last = path.substring(path.lastIndexOf('/') + 1);
    String name = last.isBlank() ? url.getHost() : last;
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
  }

  private static @Nullable String text(@Nullable String header) {
    return header == null || header.length() > 500 ? null : header;
  }
}
