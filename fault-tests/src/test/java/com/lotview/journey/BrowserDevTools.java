package com.lotview.journey;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** DevTools of a whole browser: the driver's own commands reach only the page in view. */
final class BrowserDevTools implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int SECONDS = 30;

  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<Integer, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
  private final AtomicInteger number = new AtomicInteger();
  private final Queue<String> consoles = new ConcurrentLinkedQueue<>();
  private final WebSocket socket;

  /**
   * Connects.
   *
   * @param address host and port, as the driver names them
   */
  BrowserDevTools(String address) {
    this.socket = http.newWebSocketBuilder().buildAsync(browser(address), new Answers()).join();
  }

  private URI browser(String address) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://" + address + "/json/version")).build();
      String answer = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
      return URI.create(JSON.readTree(answer).path("webSocketDebuggerUrl").asString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Attaches to a target, and returns the session of its commands. */
  String attach(String target) {
    return run("Target.attachToTarget", Map.of("targetId", target, "flatten", true))
        .path("sessionId")
        .asString();
  }

  /** Hears from now on what an attached target writes into its console. */
  void listen(String session) {
    run(session, "Runtime.enable", Map.of());
    run(session, "Log.enable", Map.of());
  }

  /** All that the targets have written into their consoles. */
  List<String> consoles() {
    return List.copyOf(consoles);
  }

  /** Runs a command of the browser; its failure is a failure here. */
  JsonNode run(String method, Map<String, ?> parameters) {
    return send(Map.of("method", method, "params", parameters));
  }

  /** Runs a command of an attached target. */
  JsonNode run(String session, String method, Map<String, ?> parameters) {
    return send(Map.of("method", method, "params", parameters, "sessionId", session));
  }

  private JsonNode send(Map<String, ?> command) {
    int id = number.incrementAndGet();
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    asked.put(id, answer);
    Map<String, Object> sent = new HashMap<>(command);
    sent.put("id", id);
    socket.sendText(JSON.writeValueAsString(sent), true).join();
    JsonNode said = answer.orTimeout(SECONDS, TimeUnit.SECONDS).join();
    if (said.has("error")) {
      throw new IllegalStateException(command.get("method") + ": " + said.path("error"));
    }
    return said.path("result");
  }

  /** Puts the answers together from their parts. */
  private final class Answers implements WebSocket.Listener {
    private final StringBuilder part = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
      part.append(text);
      if (last) {
        JsonNode said = JSON.readTree(part.toString());
        String method = said.path("method").asString("");
        if (method.equals("Runtime.consoleAPICalled") || method.equals("Log.entryAdded")) {
          consoles.add(part.toString());
        }
        part.setLength(0);
        CompletableFuture<JsonNode> waiting = asked.remove(said.path("id").asInt(-1));
        if (waiting != null) {
          waiting.complete(said);
        }
      }
      from.request(1);
      return CompletableFuture.completedFuture(null);
    }
  }

  @Override
  public void close() {
    socket.abort();
    http.close();
  }
}
