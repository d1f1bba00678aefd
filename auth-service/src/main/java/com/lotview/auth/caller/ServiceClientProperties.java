package com.lotview.auth.caller;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The services that may ask for tokens.
 *
 * @param secrets see {@link ServiceClients#parse}
 */
@ConfigurationProperties("lotview.service-clients")
public record ServiceClientProperties(@DefaultValue List<String> secrets) {

  @Override
  public String toString() {
    return "ServiceClientProperties[***]";
  }
}
