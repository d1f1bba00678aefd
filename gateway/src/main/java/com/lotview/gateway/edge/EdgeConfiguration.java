package com.lotview.gateway.edge;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
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

  /** Closes connections whose headers drip in. */
  @Bean
  NettyServerCustomizer headerDeadline(GatewayProperties properties) {
    return server ->
        server.doOnChannelInit((observer, channel, remote) ->
            HeaderDeadline.watch(channel.pipeline(), properties.headerTimeout()));
  }

  @Bean
  SecurityHeadersFilter securityHeadersFilter(GatewayProperties properties) {
    return new SecurityHeadersFilter(properties.photoOrigins());
  }

  /** Answers preflight requests, which never have a token. */
  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE + 3)
  CorsWebFilter corsFilter(GatewayProperties properties) {
    CorsConfiguration rules = new CorsConfiguration();
    rules.setAllowedOrigins(properties.origins());
    rules.setAllowedMethods(List.of("GET", "POST", "PUT", "PATCH", "DELETE"));
    rules.setAllowedHeaders(
        List.of(
            HttpHeaders.AUTHORIZATION,
            HttpHeaders.CONTENT_TYPE,
            HttpHeaders.IF_MATCH,
            "Idempotency-Key",
            "traceparent"));
    rules.setExposedHeaders(
        List.of(
            HttpHeaders.ETAG,
            HttpHeaders.LOCATION,
            HttpHeaders.RETRY_AFTER,
            "RateLimit-Limit",
            "RateLimit-Remaining",
            "RateLimit-Reset"));
    rules.setAllowCredentials(true);
    rules.setMaxAge(PREFLIGHT_CACHE);
    UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
    source.registerCorsConfiguration("/**", rules);
    return new CorsWebFilter(source);
  }

  @Bean
  PathAllowlistFilter pathAllowlistFilter(GatewayProperties properties, Environment ports) {
    return new PathAllowlistFilter(properties.metrics(), () -> managementPort(ports));
  }

  // Known when the servers have started. Without one of its own it is the public port.
  private static @Nullable Integer managementPort(Environment ports) {
    Integer management = ports.getProperty("local.management.port", Integer.class);
    boolean own =
        !Objects.equals(management, ports.getProperty("local.server.port", Integer.class));
    return own ? management : null;
  }

  @Bean
  WebSocketTokenFilter webSocketTokenFilter() {
    return new WebSocketTokenFilter();
  }
}
