package com.lotview.auth.twofactor;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The second factor.
 *
 * @param key private set of keys that seals the secrets; empty: no second factor can be set up
 */
@ConfigurationProperties("lotview.two-factor")
public record TwoFactorProperties(@DefaultValue("") String key) {

  @Override
  public String toString() {
    return "TwoFactorProperties[***]";
  }
}
