package com.lotview.gateway.edge;

import java.net.URI;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the gateway lets in.
 *
 * @param corsOrigins web origins that may call the API, exact
 * @param trustedProxies addresses or subnets (CIDR) whose forwarding headers are believed
 * @param metrics whether the public port answers {@code /actuator/prometheus}
 * @param rateLimits whether requests per person are limited
 */
@ConfigurationProperties("lotview.gateway")
public record GatewayProperties(
    @DefaultValue List<String> corsOrigins,
    @DefaultValue List<String> trustedProxies,
    @DefaultValue("false") boolean metrics,
    @DefaultValue("on") boolean rateLimits) {

  public GatewayProperties {
    corsOrigins = corsOrigins.stream().map(String::strip).filter(o -> !o.isEmpty()).toList();
    trustedProxies = trustedProxies.stream().map(String::strip).filter(p -> !p.isEmpty()).toList();
    corsOrigins.forEach(GatewayProperties::requireExact);
  }

  // A pattern would let in whoever gets hold of any one name under it.
  private static void requireExact(String origin) {
    boolean exact = !origin.contains("*");
    if (exact) {
      URI uri = URI.create(origin);
      exact = uri.getScheme() != null && uri.getHost() != null && uri.getRawPath().isEmpty();
    }
    if (!exact) {
      throw new IllegalArgumentException(
          "CORS_ORIGINS must name exact origins like https://app.example.com, not " + origin);
    }
  }
}
