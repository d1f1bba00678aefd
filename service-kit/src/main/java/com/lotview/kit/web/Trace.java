package com.lotview.kit.web;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * The W3C {@code traceparent} of what is being done, carried in the Reactor context from the
 * request into the outbox, through Kafka and on.
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

  /** The traceparent that the context carries; null if there is none. */
  public static @Nullable String find(ContextView context) {
    return context.getOrDefault(HEADER, null);
  }

  /** Sends the context's traceparent with each request of a client. */
  public static ExchangeFilterFunction passedOn() {
    return (request, next) ->
        Mono.deferContextual(context ->
            next.exchange(
                ClientRequest.from(request)
                    .headers(headers -> headers.set(HEADER, current(context)))
                    .build()));
  }

  /** The 32 digits that name the trace. */
  public static String id(String traceparent) {
    return traceparent.substring(3, 35);
  }

  static boolean valid(String traceparent) {
    return FORM.matcher(traceparent).matches();
  }

  static String fresh() {
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
