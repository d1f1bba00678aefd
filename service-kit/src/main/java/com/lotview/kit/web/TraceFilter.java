package com.lotview.kit.web;

import com.lotview.kit.trace.Trace;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Continues the caller's trace, or starts one, and puts it on the request. */
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class TraceFilter implements WebFilter {
  private static final Logger LOG = LoggerFactory.getLogger(TraceFilter.class);

  // A long path part that is not an id may be a secret, as in the address of a feed.
  private static final Pattern SECRET = Pattern.compile("(?<=/)(?![0-9a-f-]{36}(?:/|$))[^/]{24,}");

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    String given = exchange.getRequest().getHeaders().getFirst(Trace.HEADER);
    String trace = given != null && Trace.valid(given) ? given : Trace.fresh();
    LOG.debug(
        "{} {} trace {}",
        exchange.getRequest().getMethod(),
        SECRET.matcher(exchange.getRequest().getPath().value()).replaceAll("…"),
        Trace.id(trace));
    // Error responses are written outside of the filters, which see only the attribute.
    exchange.getAttributes().put(Trace.HEADER, trace);
    ServerWebExchange traced =
        exchange.mutate().request(request -> request.header(Trace.HEADER, trace)).build();
    return chain.filter(traced).contextWrite(context -> Trace.with(context, trace));
  }
}
