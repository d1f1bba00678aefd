package com.lotview.worker.browser;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A DevTools connection beside the driver, which also answers during a driver command. Thread-safe.
 * Events arrive one at a time on the connection's thread; a listener must not wait for an answer
 * there.
 */
public final class DevToolsSocket implements AutoCloseable {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(20);
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
  private final AtomicInteger ids = new AtomicInteger();
  private final HttpClient http;
  private final WebSocket socket;
  private final BiConsumer<String, JsonNode> onEvent;

  private DevToolsSocket(URI address, BiConsumer<String, JsonNode> onEvent) {
    this.onEvent = onEvent;
    this.http = HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build();
    try {
      this.socket =
          http.newWebSocketBuilder()
              .buildAsync(address, new Reader())
              .orTimeout(CONNECT_TIMEOUT.toSeconds(), TimeUnit.SECONDS)
              .join();
    } catch (RuntimeException failure) {
      http.shutdownNow();
      throw failure;
    }
  }

  /**
   * Connects to a page's socket ({@link BrowserSession#pageSocket()}).
   *
   * @param onEvent receives each event: its method and parameters
   * @throws java.util.concurrent.CompletionException if it cannot connect
   */
  public static DevToolsSocket connect(URI address, BiConsumer<String, JsonNode> onEvent) {
    return new DevToolsSocket(address, onEvent);
  }

  /** Sends a command. The result fails if the browser refuses it or the page has gone. */
  public CompletableFuture<JsonNode> send(String method, Map<String, ?> parameters) {
    int id = ids.incrementAndGet();
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    waiting.put(id, answer);
    String text = JSON.writeValueAsString(Map.of("id", id, "method", method, "params", parameters));
    synchronized (this) {
      // The JDK's socket refuses a second message before the first one is sent.
      socket.sendText(text, true).join();
    }
    return answer;
  }

  @Override
  public void close() {
    socket.abort();
    failAll("closed");
    http.shutdownNow();
  }

  private void failAll(String why) {
    waiting.values().forEach(one -> one.completeExceptionally(new IllegalStateException(why)));
    waiting.clear();
  }

  private void received(String text) {
    JsonNode message = JSON.readTree(text);
    if (!message.has("id")) {
      onEvent.accept(message.path("method").asString(""), message.path("params"));
      return;
    }
    CompletableFuture<JsonNode> answer = waiting.remove(message.path("id").asInt());
    if (answer == null) {
      return;
    }
    if (message.has("error")) {
      answer.completeExceptionally(
          new IllegalStateException(message.path("error").path("message").asString("")));
    } else {
      answer.complete(message.path("result"));
    }
  }

  private final class Reader implements WebSocket.Listener {

    private final StringBuilder parts = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      parts.append(data);
      if (last) {
        String whole = parts.toString();
        parts.setLength(0);
        received(whole);
      }
      from.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
      failAll("the page has gone");
      return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
      failAll("the connection broke: " + error.getMessage());
    }
  }
}
