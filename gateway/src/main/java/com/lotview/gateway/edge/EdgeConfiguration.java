package com.lotview.gateway.edge;

import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsWebFilter;
import org.springframework.web.cors.reactive.UrlBasedCorsConfigurationSource;

/** The filters of the edge, in their order; all stand before the token check. */
@Configuration(proxyBeanMethods = false)
class EdgeConfiguration {
  private static final Duration PREFLIGHT_CACHE = Duration.ofHours(1);

  @Bean
  OriginFilter originFilter(GatewayProperties properties) {
    return new OriginFilter(new TrustedProxies(properties.trustedProxies()));
  }

  @Bean
  ProtectiveHeaders protectiveHeaders() {
    return new ProtectiveHeaders();
  }

  /** Preflights are answered here: they never have a token. */
  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE + 3)
  CorsWebFilter corsFilter(GatewayProperties properties) {
    CorsConfiguration rules = new CorsConfiguration();
    rules.setAllowedOrigins(properties.corsOrigins());
    rules.setAllowedMethods(List.of("GET", "POST", "PUT", "PATCH", "DELETE"));
    rules.setAllowedHeaders(
        List.of(
            HttpHeaders.AUTHORIZATION, HttpHeaders.CONTENT_TYPE, "Idempotency-Key", "traceparent"));
    rules.setExposedHeaders(List.of(HttpHeaders.LOCATION, HttpHeaders.RETRY_AFTER));
    rules.setAllowCredentials(true);
    rules.setMaxAge(PREFLIGHT_CACHE);
    UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
    source.registerCorsConfiguration("/**", rules);
    return new CorsWebFilter(source);
  }

  @Bean
  Door door(GatewayProperties properties) {
    return new Door(properties.metrics());
  }

  @Bean
  SocketDoor socketDoor() {
    return new SocketDoor();
  }
}
