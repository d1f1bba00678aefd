package com.lotview.kit.web;

import com.lotview.kit.error.RefusalException;
import com.lotview.kit.error.RefusalException.FieldProblem;
import com.lotview.kit.trace.Trace;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Writes every error of a service as {@code application/problem+json} (RFC 9457). */
@Order(-2)
public final class ProblemWriter implements WebExceptionHandler {
  private final JsonMapper json;

  public ProblemWriter(JsonMapper json) {
    this.json = json;
  }

  @Override
  public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
    if (exchange.getResponse().isCommitted()) {
      return Mono.error(error);
    }
    if (error instanceof MethodNotAllowedException wrong) {
      exchange.getResponse().getHeaders().setAllow(wrong.getSupportedMethods());
    }
    return write(exchange, Problems.from(error));
  }

  /** Writes the response; for security entry points, which bypass the handler. */
  public Mono<Void> write(ServerWebExchange exchange, RefusalException problem) {
    ServerHttpResponse response = exchange.getResponse();
    response.setStatusCode(HttpStatusCode.valueOf(problem.code().status()));
    response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
    response.getHeaders().setCacheControl("no-store");
    if (problem.code().status() == HttpStatus.UNAUTHORIZED.value()) {
      response.getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
    String trace = exchange.getAttribute(Trace.HEADER);
    Body body =
        new Body(
            problem.code().type(),
            problem.code().title(),
            problem.code().status(),
            String.valueOf(problem.getMessage()),
            exchange.getRequest().getPath().value(),
            problem.code().name(),
            trace == null ? null : Trace.id(trace),
            problem.fields().isEmpty() ? null : problem.fields(),
            problem.more());
    byte[] bytes = json.writeValueAsBytes(body);
    return response.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(bytes)));
  }

  @com.fasterxml.jackson.annotation.JsonInclude(
      com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL)
  record Body(
      String type,
      String title,
      int status,
      String detail,
      String instance,
      String code,
      @Nullable String traceId,
      @Nullable List<FieldProblem> errors,
      @com.fasterxml.jackson.annotation.JsonAnyGetter Map<String, Object> more) {}
}
