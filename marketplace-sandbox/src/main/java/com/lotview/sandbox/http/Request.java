package com.lotview.sandbox.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One request as the handlers see it. Not thread-safe; the body can be read once. */
public final class Request {
  private final HttpExchange exchange;
  private final Map<String, String> query;
  private final List<String> pathParameters = new ArrayList<>();

  Request(HttpExchange exchange) {
    this.exchange = exchange;
    this.query = pairs(exchange.getRequestURI().getRawQuery());
  }

  /** The method, in capitals. */
  public String method() {
    return exchange.getRequestMethod();
  }

  /** The decoded path. */
  public String path() {
    return exchange.getRequestURI().getPath();
  }

  /** The path and query as they were asked for. */
  public String address() {
    return exchange.getRequestURI().toString();
  }

  /**
   * Where the visitor wants to go next, by the query parameter {@code next}; the start page if the
   * parameter is missing or leads away from the site.
   */
  public String next() {
    return query("next").filter(to -> to.startsWith("/") && !to.startsWith("//")).orElse("/");
  }

  /** The n-th variable part of the route's pattern. */
  public String pathParameter(int index) {
    return pathParameters.get(index);
  }

  void pathParameters(List<String> values) {
    pathParameters.addAll(values);
  }

  /** A query parameter. */
  public Optional<String> query(String name) {
    return Optional.ofNullable(query.get(name));
  }

  /** A request header. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
  }

  /** The host name the caller used, without the port. */
  public String hostName() {
    String host = header("Host").orElse("127.0.0.1");
    int colon = host.lastIndexOf(':');
    return colon > 0 && !host.endsWith("]") ? host.substring(0, colon) : host;
  }

  /** A cookie's value. */
  public Optional<String> cookie(String name) {
    for (String line : exchange.getRequestHeaders().getOrDefault("Cookie", List.of())) {
      for (String pair : line.split(";", -1)) {
        int equals = pair.indexOf('=');
        if (equals > 0 && pair.substring(0, equals).strip().equals(name)) {
          return Optional.of(pair.substring(equals + 1).strip());
        }
      }
    }
    return Optional.empty();
  }

  /** The whole body. */
  public byte[] body() throws IOException {
    return exchange.getRequestBody().readAllBytes();
  }

  /** The whole body as UTF-8 text. */
  public String text() throws IOException {
    return new String(body(), StandardCharsets.UTF_8);
  }

  /** The body as form fields. */
  public Map<String, String> form() throws IOException {
    return pairs(text());
  }

  private static Map<String, String> pairs(@Nullable String encoded) {
    Map<String, String> result = new HashMap<>();
    for (String pair : Objects.requireNonNullElse(encoded, "").split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        result.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
      }
    }
    return result;
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new BadRequest("bad percent encoding");
    }
  }
}
