package com.lotview.kit.trace;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * The W3C {@code traceparent} of the current work, in the Reactor context: from the request to the
 * outbox, through Kafka to the consumers.
 */
public final class Trace {
  /** Header name, in HTTP and in Kafka. */
  public static final String HEADER = "traceparent";

  private static final Pattern FORM = Pattern.compile("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

  private Trace() {}

  /** The current traceparent, or a new one. */
  public static String current(ContextView context) {
    return context.hasKey(HEADER) ? context.get(HEADER) : fresh();
  }

  /** A context that carries the given traceparent, or a new one if there is none. */
  public static Context with(Context context, @Nullable String traceparent) {
    return context.put(HEADER, traceparent != null && valid(traceparent) ? traceparent : fresh());
  }

  /** A context with a new trace, for work that no request or event began. */
  public static Context start(Context context) {
    return context.put(HEADER, fresh());
  }

  /** The traceparent that the context carries; null if there is none. */
  public static @Nullable String find(ContextView context) {
    return context.getOrDefault(HEADER, null);
  }

  /** The trace id: 32 digits. */
  public static String id(String traceparent) {
    return traceparent.substring(3, 35);
  }

  /** Whether this is a traceparent of version 00. */
  public static boolean valid(String traceparent) {
    return FORM.matcher(traceparent).matches();
  }

  /** The traceparent of a new trace. */
  public static String fresh() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    HexFormat hex = HexFormat.of();
    return "00-"
        + hex.toHexDigits(random.nextLong())
        + hex.toHexDigits(random.nextLong())
        + "-"
        + hex.toHexDigits(random.nextLong())
        + "-01";
  }
}
