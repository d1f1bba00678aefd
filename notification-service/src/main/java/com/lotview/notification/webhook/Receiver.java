package com.lotview.notification.webhook;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Calls the addresses of web hooks. */
public interface Receiver {
  /** Sends a body; the result also covers calls without an answer. */
  Mono<Answer> send(URI url, Map<String, String> headers, String body);

  /**
   * The result of a call.
   *
   * @param status HTTP status; null: no answer came
   * @param error why it failed; null: it succeeded
   * @param text the beginning of the answer
   */
  record Answer(@Nullable Integer status, @Nullable String error, @Nullable String text) {
    private static final int GONE = 410;

    /** A call without an answer. */
    public static Answer none(String error) {
      return new Answer(null, error, null);
    }

    boolean taken() {
      return error == null;
    }

    /** The receiver wants no more calls. */
    boolean gone() {
      return status != null && status == GONE;
    }
  }
}
