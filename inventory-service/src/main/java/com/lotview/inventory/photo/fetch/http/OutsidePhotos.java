package com.lotview.inventory.photo.fetch.http;

import com.lotview.inventory.photo.fetch.PhotoSource;
import com.lotview.kit.outside.OutsideAnswer;
import com.lotview.kit.outside.OutsideCallFailed;
import com.lotview.kit.outside.OutsideClient;
import com.lotview.kit.outside.OutsideLimits;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** {@link PhotoSource} by the guarded client: no address leads into a private network. */
@Component
class OutsidePhotos implements PhotoSource {
  private static final int MAX_MEGABYTES = 15;
  private static final OutsideLimits LIMITS =
      new OutsideLimits(Duration.ofSeconds(30), MAX_MEGABYTES * 1024 * 1024, 3);

  private final OutsideClient client;

  OutsidePhotos(OutsideClient client) {
    this.client = client;
  }

  @Override
  public Mono<Answer> get(URI address, Known known) {
    Map<String, String> headers = new HashMap<>();
    headers.put(HttpHeaders.ACCEPT, "image/jpeg, image/png, image/webp;q=0.9, image/*;q=0.5");
    if (!known.etag().isEmpty()) {
      headers.put(HttpHeaders.IF_NONE_MATCH, known.etag());
    }
    if (!known.lastModified().isEmpty()) {
      headers.put(HttpHeaders.IF_MODIFIED_SINCE, known.lastModified());
    }
    return client
        .get(address, headers, LIMITS)
        .map(OutsidePhotos::read)
        .onErrorResume(OutsideCallFailed.class, failed -> Mono.just(read(failed)));
  }

  private static Answer read(OutsideAnswer answer) {
    int status = answer.status();
    if (status == 304) {
      return new Unchanged();
    }
    if (!answer.complete()) {
      return new Refused("is larger than " + MAX_MEGABYTES + " MB");
    }
    if (answer.succeeded()) {
      HttpHeaders headers = answer.headers();
      return new Content(
          answer.body(),
          new Known(
              text(headers.getFirst(HttpHeaders.ETAG)),
              text(headers.getFirst(HttpHeaders.LAST_MODIFIED))));
    }
    // 404 too: photos often follow the file that names them.
    return new Unavailable("the server answers " + status);
  }

  private static Answer read(OutsideCallFailed failed) {
    String reason = String.valueOf(failed.getMessage());
    return switch (failed.reason()) {
      case REFUSED -> new Refused(reason);
      case UNREACHABLE, TIMEOUT -> new Unavailable(reason);
    };
  }

  private static String text(@org.jspecify.annotations.Nullable String header) {
    return header == null || header.length() > 500 ? "" : header;
  }
}
