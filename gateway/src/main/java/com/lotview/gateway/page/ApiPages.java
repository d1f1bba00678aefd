package com.lotview.gateway.page;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import com.lotview.kit.hash.Sha256;
import com.lotview.kit.openapi.ServiceDocument;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Properties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** The API document, and a page to read it and try its operations; both are public (ADR 27). */
@Configuration(proxyBeanMethods = false)
class ApiPages {
  private static final String WEBJAR = "META-INF/resources/webjars/swagger-ui/";
  private static final String WEBJAR_POM = "/META-INF/maven/org.webjars/swagger-ui/pom.properties";
  private static final CacheControl MINUTES =
      CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic();

  @Bean
  RouterFunction<ServerResponse> apiRoutes() {
    String library = WEBJAR + version() + "/";
    return route()
        .GET("/v1/openapi.json", document())
        .GET("/v1/docs", Pages.file("docs/docs.html", MediaType.TEXT_HTML))
        .GET("/v1/docs/docs.js", Pages.file("docs/docs.js", Pages.SCRIPT))
        .GET("/v1/docs/library.js", Pages.file(library + "swagger-ui-bundle.js", Pages.SCRIPT))
        .GET("/v1/docs/library.css", Pages.file(library + "swagger-ui.css", Pages.STYLE))
        .build();
  }

  private static HandlerFunction<ServerResponse> document() {
    byte[] body = ServiceDocument.whole();
    String tag = "\"" + Sha256.hex(body) + "\"";
    return request ->
        request.exchange().checkNotModified(tag)
            ? ServerResponse.status(304).build()
            : ServerResponse.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(MINUTES)
                .eTag(tag)
                .bodyValue(body);
  }

  private static String version() {
    try (InputStream file =
        Objects.requireNonNull(ApiPages.class.getResourceAsStream(WEBJAR_POM), WEBJAR_POM)) {
      Properties pom = new Properties();
      pom.load(file);
      return pom.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
