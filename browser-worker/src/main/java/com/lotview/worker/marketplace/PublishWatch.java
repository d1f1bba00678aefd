package com.lotview.worker.marketplace;

import com.lotview.worker.browser.DevToolsSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Listens to the page's own traffic for its create request and the answer. It only listens: nothing
 * is held up or called. Opened before the click, so that not even the fastest answer is missed.
 */
final class PublishWatch implements AutoCloseable {

  private static final String OPERATION = "useCometMarketplaceListingCreateMutation";
  private static final Pattern ID =
      Pattern.compile(
          "\"marketplace_listing_create\"\\s*:\\s*\\{.*?\"listing\"\\s*:\\s*\\{[^{}]*?\"id\"\\s*:\\s*\"(\\d+)\"",
          Pattern.DOTALL);
  private static final int KEEP_BYTES = 20_000_000;

  private final Set<String> creates = ConcurrentHashMap.newKeySet();
  private final @Nullable DevToolsSocket socket;
  private volatile Seen seen = new Seen.Nothing();

  /** What has been seen of the create request. */
  sealed interface Seen {
    record Nothing() implements Seen {}

    /** The request has left the page; no answer yet. */
    record Asked() implements Seen {}

    record Created(String listingId) implements Seen {}

    /** An answer without an id, or a broken connection: the listing may exist all the same. */
    record Unclear(String why) implements Seen {}
  }

  PublishWatch(URI pageSocket) {
    socket = connect(pageSocket);
  }

  Seen seen() {
    return seen;
  }

  private @Nullable DevToolsSocket connect(URI address) {
    try {
      DevToolsSocket connected = DevToolsSocket.connect(address, this::event);
      // Without keeping, an answer is lost when the page goes on to another address at once.
      connected
          .send(
              "Network.enable",
              Map.of(
                  "maxPostDataSize",
                  200_000,
                  "enableDurableMessages",
                  true,
                  "maxTotalBufferSize",
                  KEEP_BYTES))
          .exceptionallyCompose(
              older -> connected.send("Network.enable", Map.of("maxPostDataSize", 200_000)))
          .join();
      return connected;
    } catch (CompletionException cannotListen) {
      // Not fatal: the id is then read from the account's own listings.
      return null;
    }
  }

  private void event(String method, JsonNode event) {
    String request = event.path("requestId").asString("");
    switch (method) {
      case "Network.requestWillBeSent" -> {
        if (isCreate(event.path("request"))) {
          creates.add(request);
          seen = new Seen.Asked();
        }
      }
      case "Network.responseReceived" -> {
        int status = event.path("response").path("status").asInt();
        if (creates.contains(request) && status >= 400) {
          unclear("the site answered with status " + status);
        }
      }
      case "Network.loadingFinished" -> {
        if (creates.contains(request)) {
          readBody(request);
        }
      }
      case "Network.loadingFailed" -> {
        if (creates.contains(request)) {
          unclear("the answer broke off: " + event.path("errorText").asString(""));
        }
      }
      default -> {}
    }
  }

  private static boolean isCreate(JsonNode request) {
    if (request.path("postData").asString("").contains(OPERATION)) {
      return true;
    }
    for (JsonNode entry : request.path("postDataEntries")) {
      byte[] bytes = Base64.getDecoder().decode(entry.path("bytes").asString(""));
      if (new String(bytes, StandardCharsets.UTF_8).contains(OPERATION)) {
        return true;
      }
    }
    for (Map.Entry<String, JsonNode> header : request.path("headers").properties()) {
      if (header.getValue().asString("").equals(OPERATION)) {
        return true;
      }
    }
    return false;
  }

  private void readBody(String request) {
    DevToolsSocket open = socket;
    if (open == null) {
      return;
    }
    var _ =
        open.send("Network.getResponseBody", Map.of("requestId", request))
            .whenComplete((body, failure) -> answered(body, failure));
  }

  private void answered(@Nullable JsonNode body, @Nullable Throwable failure) {
    if (body == null) {
      unclear("the answer could not be read: " + (failure == null ? "" : failure.getMessage()));
      return;
    }
    String text = body.path("body").asString("");
    if (body.path("base64Encoded").asBoolean(false)) {
      text = new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
    }
    Optional<String> id = id(text);
    if (id.isPresent()) {
      seen = new Seen.Created(id.get());
    } else {
      unclear("the site's answer names no listing");
    }
  }

  /** A later doubt never takes back an id. */
  private void unclear(String why) {
    if (!(seen instanceof Seen.Created)) {
      seen = new Seen.Unclear(why);
    }
  }

  /**
   * Answers may be several JSON documents one after another, or begin with a guard like {@code for
   * (;;);}.
   */
  static Optional<String> id(String body) {
    Optional<String> parsed = body.lines().flatMap(line -> idIn(line).stream()).findFirst();
    return parsed.or(() -> {
      Matcher matcher = ID.matcher(body);
      return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    });
  }

  private static Optional<String> idIn(String line) {
    try {
      JsonNode id =
          find(JsonMapper.shared().readTree(line.substring(Math.max(0, line.indexOf('{')))));
      return Optional.of(id.asString("")).filter(text -> text.matches("\\d+"));
    } catch (JacksonException noDocument) {
      return Optional.empty();
    }
  }

  private static JsonNode find(JsonNode document) {
    return document.findPath("marketplace_listing_create").path("listing").path("id");
  }

  @Override
  public void close() {
    if (socket != null) {
      socket.close();
    }
  }
}
