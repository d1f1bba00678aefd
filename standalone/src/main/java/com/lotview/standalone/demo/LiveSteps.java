package com.lotview.standalone.demo;

import com.lotview.standalone.client.ApiClient;
import com.lotview.standalone.client.ClientException;
import com.lotview.standalone.client.Progress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Prints the events of the postings of this demo as they come over the WebSocket. */
final class LiveSteps implements AutoCloseable {
  private final Progress progress;
  private final JsonMapper json = JsonMapper.builder().build();
  private final Map<String, String> names = new ConcurrentHashMap<>();
  private final HttpClient http = HttpClient.newHttpClient();
  private final WebSocket socket;

  private LiveSteps(String base, String ticket, Progress progress) {
    this.progress = progress;
    try {
      this.socket =
          http.newWebSocketBuilder()
              .connectTimeout(Duration.ofSeconds(10))
              .buildAsync(
                  URI.create(base.replaceFirst("^http", "ws") + "/ws?ticket=" + ticket),
                  new Listener())
              .join();
    } catch (CompletionException e) {
      http.close();
      throw new ClientException("The live connection was refused: " + e.getCause());
    }
  }

  static LiveSteps open(ApiClient api, String base, Progress progress) {
    JsonNode ticket = api.post("/v1/ws-tickets", Map.of()).orFail("The live connection");
    return new LiveSteps(base, ticket.get("ticket").asString(), progress);
  }

  /** Sets the posting whose events are printed, and its name. */
  void follow(String postingId, String name) {
    names.put(postingId, name);
  }

  private void print(JsonNode frame) {
    JsonNode data = frame.path("data");
    String name = names.get(data.path("postingId").asString(""));
    if (name == null) {
      return;
    }
    String event = frame.path("event").asString();
    String text =
        switch (event) {
          case "posting.progress" -> data.path("message").asString();
          case "posting.ready" -> "text written: " + data.path("title").asString();
          case "posting.completed" -> "live: " + data.path("fbListingUrl").asString();
          case "posting.failed" -> "failed: " + data.path("error").asString();
          default -> event;
        };
    progress.step(name + "  " + text);
  }

  @Override
  public void close() {
    try {
      socket.sendClose(WebSocket.NORMAL_CLOSURE, "done").get(2, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
      socket.abort();
    }
    http.shutdownNow();
  }

  private final class Listener implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        String whole = text.toString();
        text.setLength(0);
        print(json.readTree(whole));
      }
      from.request(1);
      return java.util.concurrent.CompletableFuture.completedStage(null);
    }
  }
}
