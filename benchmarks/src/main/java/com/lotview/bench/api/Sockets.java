package com.lotview.bench.api;

import com.lotview.standalone.client.ApiClient;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Open sockets of the event stream, and the latency of each frame. */
final class Sockets implements AutoCloseable {
  private static final Pattern POSTING = Pattern.compile("\"postingId\":\"([0-9a-f-]{36})\"");
  private static final double MILLI = 1e6;

  private final HttpClient http = HttpClient.newHttpClient();
  private final List<WebSocket> open = new ArrayList<>();
  private final Map<String, Long> begun = new ConcurrentHashMap<>();
  private final Queue<Double> millis = new ConcurrentLinkedQueue<>();
  private final AtomicInteger closed = new AtomicInteger();

  /** Opens sockets of one person, each with a ticket of its own. */
  void open(String gateway, ApiClient person, int count) {
    String base = gateway.replaceFirst("^http", "ws") + "/ws?ticket=";
    for (int i = 0; i < count; i++) {
      String ticket =
          person.post("/v1/ws-tickets", Map.of()).orFail("A ticket").get("ticket").asString();
      open.add(
          http.newWebSocketBuilder().buildAsync(URI.create(base + ticket), new Frames()).join());
    }
  }

  int count() {
    return open.size();
  }

  /** Sockets that the server closed. */
  int closed() {
    return closed.get();
  }

  /** An event of this posting starts now. */
  void begin(String posting) {
    begun.put(posting, System.nanoTime());
  }

  /**
   * Waits until so many frames came, or the time is over; returns their latencies in milliseconds.
   */
  List<Double> await(int frames, Duration most) throws InterruptedException {
    long end = System.nanoTime() + most.toNanos();
    while (millis.size() < frames && System.nanoTime() < end) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
    return List.copyOf(millis);
  }

  /** Discards the frames so far. */
  void forget() {
    millis.clear();
    begun.clear();
  }

  @Override
  public void close() {
    open.forEach(WebSocket::abort);
  }

  private final class Frames implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
      long now = System.nanoTime();
      text.append(part);
      if (last) {
        Matcher posting = POSTING.matcher(text);
        Long since = posting.find() ? begun.get(posting.group(1)) : null;
        if (since != null) {
          millis.add((now - since) / MILLI);
        }
        text.setLength(0);
      }
      socket.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
      closed.incrementAndGet();
      return null;
    }
  }
}
