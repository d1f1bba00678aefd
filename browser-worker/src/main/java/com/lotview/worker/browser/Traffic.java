package com.lotview.worker.browser;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Listens to a page's requests: how long the page had to wait for answers, and when the last one
 * came. It delays and changes nothing. Thread-safe.
 */
public final class Traffic implements AutoCloseable {

  /**
   * The kinds of requests that a page needs to continue; pictures, films and reports are not among
   * them.
   */
  private static final Set<String> NEEDED =
      Set.of("Document", "Script", "Stylesheet", "XHR", "Fetch");

  /** A request that is open for longer is a connection that the page keeps open for updates. */
  private static final Duration MAX_ANSWER_TIME = Duration.ofSeconds(60);

  private final LongSupplier nanos;
  private final Map<String, Open> unanswered = new HashMap<>();
  private @Nullable DevToolsSocket socket;
  private long waitingSince;
  private long waited;
  private @Nullable Long lastAnswer;

  /**
   * A request without an answer.
   *
   * @param frame in which its document is shown
   */
  private record Open(long since, String frame) {}

  Traffic(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** Listens to the page of this socket; without a connection it knows of no request. */
  public static Traffic of(URI pageSocket) {
    Traffic traffic = new Traffic(System::nanoTime);
    try {
      DevToolsSocket connected = DevToolsSocket.connect(pageSocket, traffic::event);
      traffic.socket = connected;
      var _ = connected.send("Network.enable", Map.of());
    } catch (CompletionException cannotListen) {
      // Not fatal: a slow site then looks like a page that does nothing.
    }
    return traffic;
  }

  synchronized void event(String method, JsonNode event) {
    String request = event.path("requestId").asString("");
    switch (method) {
      case "Network.requestWillBeSent" -> {
        if (NEEDED.contains(event.path("type").asString("")) && isOfASite(event)) {
          asked(request, event);
        }
      }
      case "Network.loadingFinished" -> {
        if (unanswered.containsKey(request)) {
          lastAnswer = nanos.getAsLong();
        }
        over(request);
      }
      case "Network.loadingFailed" -> over(request);
      default -> {}
    }
  }

  // The browser's own pages ask the browser.
  private static boolean isOfASite(JsonNode event) {
    return event.path("request").path("url").asString("").startsWith("http");
  }

  private void asked(String request, JsonNode event) {
    String frame = event.path("frameId").asString("");
    if (request.equals(event.path("loaderId").asString(""))) {
      left(frame);
    }
    if (unanswered.isEmpty()) {
      waitingSince = nanos.getAsLong();
    }
    unanswered.put(request, new Open(nanos.getAsLong(), frame));
  }

  // Another document comes. The end of the previous document's open requests is often not reported.
  private void left(String frame) {
    unanswered.entrySet().stream()
        .filter(one -> one.getValue().frame().equals(frame))
        .map(Map.Entry::getKey)
        .toList()
        .forEach(this::over);
  }

  private void over(String request) {
    if (unanswered.remove(request) != null && unanswered.isEmpty()) {
      waited += nanos.getAsLong() - waitingSince;
    }
  }

  /** How long requests were without an answer, in all. */
  public synchronized Duration unanswered() {
    long now = nanos.getAsLong();
    unanswered.entrySet().stream()
        .filter(one -> now - one.getValue().since() > MAX_ANSWER_TIME.toNanos())
        .map(Map.Entry::getKey)
        .toList()
        .forEach(this::over);
    return Duration.ofNanos(waited + (unanswered.isEmpty() ? 0 : now - waitingSince));
  }

  /** When the last answer came, by {@link System#nanoTime}; empty if none has. */
  public synchronized OptionalLong lastAnswer() {
    Long answered = lastAnswer;
    return answered == null ? OptionalLong.empty() : OptionalLong.of(answered);
  }

  @Override
  public void close() {
    DevToolsSocket connected = socket;
    if (connected != null) {
      connected.close();
    }
  }
}
