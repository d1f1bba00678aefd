package com.lotview.worker.live;

import com.lotview.worker.browser.DevToolsSocket;
import com.lotview.worker.fleet.port.OwnerView;
import com.lotview.worker.text.DealerTexts;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Shows one page to one viewer at a time. It keeps only the newest picture and sends it when the
 * viewer has shown the earlier ones: a slow viewer gets fewer pictures, not older ones.
 */
public final class LiveView implements OwnerView {
  private static final JsonMapper JSON = JsonMapper.shared();

  /** Maximum number of pictures on their way to the viewer. */
  private static final int WINDOW = 2;

  /** Larger pages are scaled down. */
  private static final Map<String, Object> SCREENCAST =
      Map.of("format", "jpeg", "quality", 60, "maxWidth", 1366, "maxHeight", 900);

  private static final int HEADER_BYTES = 4;

  private final LiveRules rules;
  private final LongSupplier nanos;
  private final Runnable closed;
  private final String topFrame;
  private final DevToolsSocket page;
  private @Nullable Viewer viewer;
  private byte @Nullable [] newest;
  private int onTheWay;
  private long lastUse;
  private long lastLooked;
  private boolean givenUp;
  private @Nullable String end;

  LiveView(URI socket, LiveRules rules, LongSupplier nanos, Runnable closed) {
    this.rules = rules;
    this.nanos = nanos;
    this.closed = closed;
    this.lastUse = nanos.getAsLong();
    this.lastLooked = lastUse;
    String path = socket.getPath();
    this.topFrame = path.substring(path.lastIndexOf('/') + 1);
    this.page = DevToolsSocket.connect(socket, this::happened);
    prepare();
  }

  private void prepare() {
    order("Page.enable", Map.of());
    // Without a window the page has no focus, which typing needs.
    order("Emulation.setFocusEmulationEnabled", Map.of("enabled", true));
    order("Page.setInterceptFileChooserDialog", Map.of("enabled", true));
    order("Browser.setDownloadBehavior", Map.of("behavior", "deny"));
    order(
        "Fetch.enable",
        Map.of("patterns", List.of(Map.of("urlPattern", "*", "resourceType", "Document"))));
  }

  /** The effect shows on the page; the run notices a lost page. */
  @SuppressWarnings("FutureReturnValueIgnored")
  private void order(String method, Map<String, ?> parameters) {
    page.send(method, parameters);
  }

  private void happened(String event, JsonNode what) {
    switch (event) {
      case "Page.screencastFrame" -> shown(what);
      case "Fetch.requestPaused" -> opening(what);
      case "Page.javascriptDialogOpening" -> asked(what);
      default -> {}
    }
  }

  private void shown(JsonNode what) {
    order("Page.screencastFrameAck", Map.of("sessionId", what.path("sessionId").asInt()));
    byte[] picture = Base64.getDecoder().decode(what.path("data").asString(""));
    JsonNode size = what.path("metadata");
    byte[] frame =
        ByteBuffer.allocate(HEADER_BYTES + picture.length)
            .putShort((short) size.path("deviceWidth").asDouble(0))
            .putShort((short) size.path("deviceHeight").asDouble(0))
            .put(picture)
            .array();
    synchronized (this) {
      newest = frame;
      send();
    }
  }

  private void send() {
    Viewer to = viewer;
    byte[] frame = newest;
    if (to != null && frame != null && onTheWay < WINDOW) {
      newest = null;
      onTheWay++;
      to.frame(frame);
    }
  }

  /** The window opens only the site's pages; their frames may be from other sites. */
  private void opening(JsonNode what) {
    String address = what.path("request").path("url").asString("");
    Map<String, Object> request = Map.of("requestId", what.path("requestId").asString(""));
    if (!what.path("frameId").asString("").equals(topFrame) || rules.allows(address)) {
      order("Fetch.continueRequest", request);
      return;
    }
    order(
        "Fetch.failRequest",
        Map.of("requestId", what.path("requestId").asString(""), "errorReason", "Aborted"));
    tell(message("notice", "text", DealerTexts.onlyHere(rules.home())));
  }

  private void asked(JsonNode what) {
    // Questions are answered with no, because the viewer cannot see them; other dialogs are closed.
    boolean question = what.path("type").asString("").equals("confirm");
    order("Page.handleJavaScriptDialog", Map.of("accept", !question));
    tell(message("notice", "text", DealerTexts.pageSays(what.path("message").asString(""))));
  }

  private synchronized void tell(String message) {
    Viewer to = viewer;
    if (to != null) {
      to.tell(message);
    }
  }

  /** Shows the page to this viewer instead of the one before. */
  public void attach(Viewer newcomer) {
    synchronized (this) {
      String over = end;
      if (over != null) {
        newcomer.end(over);
        return;
      }
      Viewer before = viewer;
      if (before != null) {
        before.end(ended("TAKEN", DealerTexts.VIEW_TAKEN));
      }
      viewer = newcomer;
      newest = null;
      onTheWay = 0;
      lastUse = nanos.getAsLong();
      newcomer.tell(message("ready", "site", rules.home()));
    }
    order("Page.stopScreencast", Map.of());
    order("Page.startScreencast", SCREENCAST);
  }

  /** The viewer has left. */
  public void detach(Viewer gone) {
    synchronized (this) {
      if (!gone.equals(viewer)) {
        return;
      }
      viewer = null;
      lastLooked = nanos.getAsLong();
      if (end != null) {
        return;
      }
    }
    order("Page.stopScreencast", Map.of());
  }

  /** Handles a message of the viewer; see {@link Input}. */
  public void take(Viewer from, JsonNode message) {
    synchronized (this) {
      if (!from.equals(viewer) || end != null) {
        return;
      }
      switch (message.path("t").asString("")) {
        case "ack" -> {
          onTheWay = Math.max(0, onTheWay - 1);
          send();
          return;
        }
        case "cancel" -> {
          givenUp = true;
          return;
        }
        default -> lastUse = nanos.getAsLong();
      }
    }
    if (message.path("t").asString("").equals("back")) {
      goBack();
    }
    Input.of(message).ifPresent(input -> order(input.method(), input.parameters()));
  }

  @SuppressWarnings("FutureReturnValueIgnored")
  private void goBack() {
    page.send("Page.getNavigationHistory", Map.of()).thenAccept(this::back);
  }

  private void back(JsonNode history) {
    JsonNode before = history.path("entries").path(history.path("currentIndex").asInt(0) - 1);
    if (before.path("url").asString("").startsWith("http")) {
      order("Page.navigateToHistoryEntry", Map.of("entryId", before.path("id").asInt()));
    }
  }

  @Override
  public Optional<String> over() {
    return over(rules.viewerTimeout());
  }

  @Override
  public synchronized Optional<String> over(Duration alone) {
    if (givenUp) {
      return Optional.of(DealerTexts.CANCELLED);
    }
    long now = nanos.getAsLong();
    if (viewer == null && now - lastLooked > alone.toNanos()) {
      return Optional.of(DealerTexts.viewUnattended(words(alone)));
    }
    return now - lastUse > rules.idleTimeout().toNanos()
        ? Optional.of(DealerTexts.viewIdle(words(rules.idleTimeout())))
        : Optional.empty();
  }

  private static String words(Duration time) {
    return time.toMinutes() >= 1 ? time.toMinutes() + " minutes" : time.toSeconds() + " seconds";
  }

  @Override
  public synchronized void end(End how, String sentence) {
    if (end != null) {
      return;
    }
    String last = ended(how.name(), sentence);
    end = last;
    Viewer to = viewer;
    if (to != null) {
      to.end(last);
    }
  }

  @Override
  public void close() {
    end(End.FAILED, DealerTexts.VIEW_CLOSED);
    closed.run();
    page.close();
  }

  private static String ended(String state, String sentence) {
    return JSON.writeValueAsString(Map.of("type", "ended", "state", state, "reason", sentence));
  }

  private static String message(String type, String name, String value) {
    return JSON.writeValueAsString(Map.of("type", type, name, value));
  }
}
