package com.lotview.sandbox.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Finds the handler of a request: the first route whose method and whole path fit. Routes are added
 * before the server starts.
 */
public final class Router implements HttpHandler {
  private static final System.Logger LOG = System.getLogger(Router.class.getName());

  private record Route(String method, Pattern path, Handler handler) {}

  private final List<Route> routes = new ArrayList<>();

  /**
   * Adds a route.
   *
   * @param pattern a path in which {@code *} stands for one part, {@code **} for any rest
   */
  public Router on(String method, String pattern, Handler handler) {
    String regex =
        Pattern.quote(pattern.replace("**", "\u0001"))
            .replace("*", "\\E([^/]+)\\Q")
            .replace("\u0001", "\\E(.*)\\Q");
    routes.add(new Route(method, Pattern.compile(regex + "/?"), handler));
    return this;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      send(exchange, answer(exchange));
    } catch (IOException e) {
      // The browser has gone, so there is no one to answer.
      LOG.log(System.Logger.Level.DEBUG, "connection lost", e);
    }
  }

  private Response answer(HttpExchange exchange) throws IOException {
    Request request = new Request(exchange);
    try {
      for (Route route : routes) {
        Matcher matcher = route.path.matcher(request.path());
        if (route.method.equals(request.method()) && matcher.matches()) {
          request.pathParameters(
              IntStream.rangeClosed(1, matcher.groupCount()).mapToObj(matcher::group).toList());
          return route.handler.handle(request);
        }
      }
      return Response.html(404, "<!doctype html><h1>This page isn't available</h1>");
    } catch (BadRequest e) {
      return Response.json(400, Map.of("error", String.valueOf(e.getMessage())));
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "failed: " + request.path(), e);
      return Response.json(500, Map.of("error", String.valueOf(e)));
    }
  }

  private static void send(HttpExchange exchange, Response response) throws IOException {
    // An unread body would break the next request on the same connection.
    exchange.getRequestBody().readAllBytes();
    var headers = exchange.getResponseHeaders();
    headers.set("Content-Type", response.contentType());
    response.headers().forEach(header -> headers.add(header.name(), header.value()));
    byte[] body = response.body();
    boolean silent = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
    long announced = response.cutOff() ? body.length + 100L : body.length;
    exchange.sendResponseHeaders(response.status(), silent ? -1 : announced);
    if (!silent) {
      OutputStream out = exchange.getResponseBody();
      out.write(body);
      out.flush();
    }
  }
}
