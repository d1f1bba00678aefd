package com.lotview.notification;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A plain WebSocket client that keeps every frame it gets. */
public final class SocketClient implements WebSocket.Listener, AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final BlockingQueue<JsonNode> frames = new LinkedBlockingQueue<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final StringBuilder part = new StringBuilder();
  private @Nullable WebSocket socket;

  private final boolean mute;

  private SocketClient(boolean mute) {
    this.mute = mute;
  }

  public static SocketClient open(int port, String query, @Nullable String bearer) {
    return new SocketClient(false).connect(port, query, bearer);
  }

  /** A client that takes nothing from its connection, not even pings. */
  public static SocketClient openMute(int port, String bearer) {
    return new SocketClient(true).connect(port, "", bearer);
  }

  private SocketClient connect(int port, String query, @Nullable String bearer) {
    WebSocket.Builder builder = HTTP.newWebSocketBuilder().connectTimeout(Duration.ofSeconds(20));
    if (bearer != null) {
      builder.header("Authorization", "Bearer " + bearer);
    }
    socket = builder.buildAsync(URI.create("ws://127.0.0.1:" + port + "/ws" + query), this).join();
    return this;
  }

  public void send(String frame) {
    java.util.Objects.requireNonNull(socket).sendText(frame, true).join();
  }

  public JsonNode next() throws InterruptedException {
    JsonNode frame = frames.poll(30, TimeUnit.SECONDS);
    if (frame == null) {
      throw new AssertionError("No frame came");
    }
    return frame;
  }

  public int closeCode() throws Exception {
    return closed.get(30, TimeUnit.SECONDS);
  }

  /** Cuts the connection without a close frame. */
  public void drop() {
    java.util.Objects.requireNonNull(socket).abort();
  }

  @Override
  public void onOpen(WebSocket from) {
    if (!mute) {
      from.request(1);
    }
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    part.append(data);
    if (last) {
      frames.add(JSON.readTree(part.toString()));
      part.setLength(0);
    }
    from.request(1);
    return CompletableFuture.completedStage(null);
  }

  @Override
  public CompletionStage<?> onPing(WebSocket from, ByteBuffer message) {
    from.request(1);
    return CompletableFuture.completedStage(null);
  }

  @Override
  public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    closed.complete(code);
    return CompletableFuture.completedStage(null);
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    closed.completeExceptionally(error);
  }

  @Override
  public void close() {
    drop();
  }
}
