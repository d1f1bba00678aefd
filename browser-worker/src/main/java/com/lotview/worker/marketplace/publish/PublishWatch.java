package com.lotview.worker.marketplace.publish;

import com.lotview.worker.browser.DevToolsSocket;
import com.lotview.worker.text.DealerTexts;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Listens to the page's traffic for the answer with the new listing's id. It does not delay or send
 * requests. It opens before the click, so that it misses no answer. It knows the create request by
 * its operation's name (marketplace-form.md §10), and later requests by the shape of their answers,
 * because names and addresses change more often.
 */
public final class PublishWatch implements AutoCloseable {

  private static final String OPERATION = "useCometMarketplaceListingCreateMutation";
  private static final Set<String> TALK = Set.of("XHR", "Fetch");
  private static final int MAX_KEPT_BYTES = 20_000_000;

  private final Set<String> creates = ConcurrentHashMap.newKeySet();
  private final Set<String> others = ConcurrentHashMap.newKeySet();
  private final Set<String> failed = ConcurrentHashMap.newKeySet();
  private final @Nullable DevToolsSocket socket;
  private volatile Seen seen = new Seen.Nothing();

  /** The state of the create request. */
  public sealed interface Seen {
    record Nothing() implements Seen {}

    /** The page has sent the request; there is no answer yet. */
    record Asked() implements Seen {}

    record Created(String listingId) implements Seen {}

    /**
     * The site answered without an id, and without an error of its machines: it does not take the
     * listing. It may be wrong.
     *
     * @param said its reason; empty if the answer gives none
     */
    record Refused(Optional<String> said) implements Seen {}

    /** An error of the site's machines, or a broken connection: the listing may exist. */
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
      // Without a buffer an answer is lost when the page opens another address.
      connected
          .send(
              "Network.enable",
              Map.of(
                  "maxPostDataSize",
                  200_000,
                  "enableDurableMessages",
                  true,
                  "maxTotalBufferSize",
                  MAX_KEPT_BYTES))
          .exceptionallyCompose(
              older -> connected.send("Network.enable", Map.of("maxPostDataSize", 200_000)))
          .join();
      return connected;
    } catch (CompletionException cannotListen) {
      // Not fatal: the id comes from the account's listings then.
      return null;
    }
  }

  private void event(String method, JsonNode event) {
    String request = event.path("requestId").asString("");
    boolean create = creates.contains(request);
    switch (method) {
      case "Network.requestWillBeSent" -> asked(request, event);
      case "Network.responseReceived" -> {
        int status = event.path("response").path("status").asInt();
        if (create && status >= 400) {
          failed.add(request);
          unclear(DealerTexts.answeredWithStatus(status));
        }
      }
      case "Network.loadingFinished" -> {
        if (create || others.remove(request)) {
          readBody(request, create);
        }
      }
      case "Network.loadingFailed" -> {
        others.remove(request);
        if (create) {
          unclear(DealerTexts.answerBroken(event.path("errorText").asString("")));
        }
      }
      default -> {}
    }
  }

  private void asked(String request, JsonNode event) {
    if (isCreate(event.path("request"))) {
      creates.add(request);
      if (!(seen instanceof Seen.Created)) {
        seen = new Seen.Asked();
      }
    } else if (TALK.contains(event.path("type").asString(""))
        || event.path("request").path("method").asString("").equals("POST")) {
      others.add(request);
    }
  }

  private static boolean isCreate(JsonNode request) {
    if (request.path("postData").asString("").contains(OPERATION)
        || request.path("url").asString("").contains(OPERATION)) {
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

  private void readBody(String request, boolean create) {
    DevToolsSocket open = socket;
    if (open == null) {
      return;
    }
    var _ =
        open.send("Network.getResponseBody", Map.of("requestId", request))
            .whenComplete((body, failure) -> {
              if (body == null && create) {
                unclear(
                    DealerTexts.answerUnreadable(
                        failure == null ? "" : String.valueOf(failure.getMessage())));
              } else if (body != null) {
                answered(text(body), create, failed.contains(request));
              }
            });
  }

  private void answered(String body, boolean create, boolean error) {
    Optional<String> id = CreateAnswer.id(body);
    if (id.isPresent()) {
      seen = new Seen.Created(id.get());
    } else if (create && !error && !(seen instanceof Seen.Created)) {
      seen = new Seen.Refused(CreateAnswer.refusal(body));
    }
  }

  private static String text(JsonNode body) {
    String text = body.path("body").asString("");
    return body.path("base64Encoded").asBoolean(false)
        ? new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8)
        : text;
  }

  /** A later doubt does not replace an id. */
  private void unclear(String why) {
    if (!(seen instanceof Seen.Created)) {
      seen = new Seen.Unclear(why);
    }
  }

  @Override
  public void close() {
    if (socket != null) {
      socket.close();
    }
  }
}
