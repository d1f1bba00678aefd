package com.lotview.gateway.edge;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the gateway accepts.
 *
 * @param corsOrigins web origins that may call the API, exact
 * @param extensionIds ids of browser extensions that may call the API
 * @param trustedProxies addresses or subnets (CIDR) whose forwarding headers are trusted
 * @param photoOrigins origins of the object store, as browsers reach it
 * @param headerTimeout time in which the headers of a request must arrive
 * @param metrics whether the public port answers {@code /actuator/prometheus}
 * @param rateLimits whether requests per person are limited
 */
@ConfigurationProperties("lotview.gateway")
public record GatewayProperties(
    @DefaultValue List<String> corsOrigins,
    @DefaultValue List<String> extensionIds,
    @DefaultValue List<String> trustedProxies,
    @DefaultValue List<String> photoOrigins,
    @DefaultValue("10s") Duration headerTimeout,
    @DefaultValue("false") boolean metrics,
    @DefaultValue("on") boolean rateLimits) {

  public GatewayProperties {
    corsOrigins = corsOrigins.stream().map(String::strip).filter(o -> !o.isEmpty()).toList();
    extensionIds = extensionIds.stream().map(String::strip).filter(i -> !i.isEmpty()).toList();
    trustedProxies = trustedProxies.stream().map(String::strip).filter(p -> !p.isEmpty()).toList();
    photoOrigins = photoOrigins.stream().map(String::strip).filter(o -> !o.isEmpty()).toList();
    corsOrigins.forEach(GatewayProperties::requireExact);
    photoOrigins.forEach(GatewayProperties::requireExact);
    extensionIds.forEach(GatewayProperties::requireId);
  }

  /** All origins that may call the API. */
  List<String> origins() {
    return Stream.concat(
            corsOrigins.stream(), extensionIds.stream().map(id -> "chrome-extension://" + id))
        .toList();
  }

  private static void requireId(String id) {
    if (!id.matches("[a-p]{32}")) {
      throw new IllegalArgumentException(
          "EXTENSION_IDS must hold ids of 32 letters from a to p, not " + id);
    }
  }

  // A pattern would trust every subdomain, including a taken-over one.
  private static void requireExact(String origin) {
    boolean exact = !origin.contains("*");
    if (exact) {
      URI uri = URI.create(origin);
      exact = uri.getScheme() != null && uri.getHost() != null && uri.getRawPath().isEmpty();
    }
    if (!exact) {
      throw new IllegalArgumentException(
          "CORS_ORIGINS and PHOTO_ORIGINS must name exact origins like https://app.example.com, not "
              + origin);
    }
  }
}
