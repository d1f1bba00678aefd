package com.lotview.gateway.dashboard;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import com.lotview.gateway.edge.StyleNonce;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * Serves the dashboard under {@code /app/}: its parts with unlimited caching, since their names
 * change with their content, and for every other path the page, which shows what the path names. If
 * the dashboard was not built, the page explains how to build it.
 */
@Configuration(proxyBeanMethods = false)
class Dashboard {
  private static final String FOLDER = "/app/";
  private static final String PLACE = "@NONCE@";
  private static final CacheControl FOR_EVER =
      CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

  private record Part(Resource body, MediaType type) {}

  @Bean
  RouterFunction<ServerResponse> dashboardRoutes() throws IOException {
    Map<String, Part> parts = parts();
    String page =
        parts.containsKey("index.html")
            ? parts.get("index.html").body().getContentAsString(StandardCharsets.UTF_8)
            : notBuilt();
    return route()
        .GET("/", request -> moved())
        .GET("/app", request -> moved())
        .GET("/app/assets/{name}", request -> part(parts, "assets/" + request.pathVariable("name")))
        .GET("/app/**", request -> page(request, page))
        .HEAD("/app/**", request -> page(request, page))
        .build();
  }

  private static Mono<ServerResponse> moved() {
    return ServerResponse.temporaryRedirect(URI.create(FOLDER)).build();
  }

  // A missing part never gets the page instead: an old tab would run it as a script.
  private static Mono<ServerResponse> part(Map<String, Part> parts, String name) {
    Part part = parts.get(name);
    return part == null
        ? ServerResponse.status(HttpStatus.NOT_FOUND).build()
        : ServerResponse.ok()
            .contentType(part.type())
            .cacheControl(FOR_EVER)
            .bodyValue(part.body());
  }

  private static Mono<ServerResponse> page(ServerRequest request, String page) {
    return ServerResponse.ok()
        .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
        .cacheControl(CacheControl.noStore())
        .bodyValue(page.replace(PLACE, StyleNonce.make(request.exchange())));
  }

  private static Map<String, Part> parts() throws IOException {
    PathMatchingResourcePatternResolver classes = new PathMatchingResourcePatternResolver();
    Map<String, Part> parts = new HashMap<>();
    for (String pattern : List.of("index.html", "assets/*")) {
      for (Resource file : classes.getResources("classpath*:app/" + pattern)) {
        String address = file.getURL().toString();
        String name = address.substring(address.lastIndexOf(FOLDER) + FOLDER.length());
        MediaType type =
            MediaTypeFactory.getMediaType(name).orElse(MediaType.APPLICATION_OCTET_STREAM);
        parts.put(name, new Part(new ByteArrayResource(file.getContentAsByteArray()), type));
      }
    }
    return parts;
  }

  private static String notBuilt() {
    return """
    <!doctype html><html lang="en"><meta charset="utf-8"><title>LotView</title>
    <h1>The dashboard is not built</h1>
    <p>LotView was built without Node.js. Install Node.js 20.19 or newer with npm (on Debian:
    <code>apt-get install nodejs npm</code>), then run <code>./lotview up</code> again.
    Everything else works: the API is described at <a href="/v1/docs">/v1/docs</a>.</p>
    """;
  }
}
