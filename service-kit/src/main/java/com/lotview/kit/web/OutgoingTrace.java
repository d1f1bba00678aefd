package com.lotview.kit.web;

import com.lotview.kit.trace.Trace;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import reactor.core.publisher.Mono;

/** Sends the trace of the Reactor context with the requests of an HTTP client. */
public final class OutgoingTrace {
  private OutgoingTrace() {}

  /** Sends the context's traceparent, or a new one, with each request. */
  public static ExchangeFilterFunction filter() {
    return (request, next) ->
        Mono.deferContextual(context ->
            next.exchange(
                ClientRequest.from(request)
                    .headers(headers -> headers.set(Trace.HEADER, Trace.current(context)))
                    .build()));
  }
}
