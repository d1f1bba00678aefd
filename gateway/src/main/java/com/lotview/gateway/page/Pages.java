package com.lotview.gateway.page;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import com.lotview.kit.resource.ClassPathFile;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * The live view, in which an owner sees a browser, and the page of mailed links, on which a person
 * chooses a password: the dashboard's, if it was built. They contain no secret: the ticket or token
 * is the fragment of their address, which browsers keep across redirects.
 */
@Configuration(proxyBeanMethods = false)
class Pages {
  private static final MediaType HTML = MediaType.TEXT_HTML;
  static final MediaType SCRIPT = new MediaType("text", "javascript");
  static final MediaType STYLE = new MediaType("text", "css");

  @Bean
  RouterFunction<ServerResponse> pageRoutes() {
    boolean dashboard = Pages.class.getResource("/app/index.html") != null;
    HandlerFunction<ServerResponse> account =
        dashboard ? Pages::toDashboard : file("account/account.html", HTML);
    return route()
        .GET("/live", file("live/live.html", HTML))
        .GET("/live/live.js", file("live/live.js", SCRIPT))
        .GET("/live/live.css", file("live/live.css", STYLE))
        .GET("/account/invitation", account)
        .GET("/account/password", account)
        .GET("/account/registration", account)
        .GET("/account/account.js", file("account/account.js", SCRIPT))
        .GET("/account/account.css", file("account/account.css", STYLE))
        .build();
  }

  private static Mono<ServerResponse> toDashboard(ServerRequest request) {
    return ServerResponse.temporaryRedirect(URI.create("/app" + request.path())).build();
  }

  static HandlerFunction<ServerResponse> file(String name, MediaType type) {
    byte[] body = read(name);
    return request ->
        ServerResponse.ok()
            .contentType(new MediaType(type, StandardCharsets.UTF_8))
            .cacheControl(CacheControl.noCache())
            .bodyValue(body);
  }

  private static byte[] read(String name) {
    return ClassPathFile.bytes(Pages.class, "/" + name);
  }
}
