package com.lotview.gateway.limit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The database of limits that several gateways share.
 *
 * @param url address with the login role; empty: each gateway counts for itself
 * @param migrationUrl address with the role that owns the schema; used at start only. Empty:
 *     another program migrates
 * @param deadline how long a request waits for the shared count; then the gateway counts for itself
 */
@ConfigurationProperties("lotview.shared-limits")
public record SharedLimitProperties(
    @DefaultValue("") String url,
    @DefaultValue("") String migrationUrl,
    @DefaultValue("250ms") Duration deadline) {

  @Override
  public String toString() {
    return "SharedLimitProperties[***]";
  }
}
