package com.lotview.gateway.live;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** The page in which an owner sees their browser. Holds no secret: the ticket is its fragment. */
@Configuration(proxyBeanMethods = false)
class LivePage {

  @Bean
  RouterFunction<ServerResponse> livePages() {
    byte[] page = read("live.html");
    byte[] script = read("live.js");
    byte[] style = read("live.css");
    return route()
        .GET("/live", request -> answer(page, MediaType.TEXT_HTML))
        .GET("/live/live.js", request -> answer(script, new MediaType("text", "javascript")))
        .GET("/live/live.css", request -> answer(style, new MediaType("text", "css")))
        .build();
  }

  private static Mono<ServerResponse> answer(byte[] body, MediaType type) {
    return ServerResponse.ok()
        .contentType(new MediaType(type, StandardCharsets.UTF_8))
        .cacheControl(CacheControl.noCache())
        .bodyValue(body);
  }

  private static byte[] read(String name) {
    try (InputStream file =
        Objects.requireNonNull(LivePage.class.getResourceAsStream("/live/" + name), name)) {
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
