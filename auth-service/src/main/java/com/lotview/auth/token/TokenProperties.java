package com.lotview.auth.token;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What tokens are signed with.
 *
 * @param privateKey see {@link SigningKey#parse}
 */
@ConfigurationProperties("lotview.tokens")
public record TokenProperties(@DefaultValue("") String privateKey) {

  @Override
  public String toString() {
    return "TokenProperties[privateKey=***]";
  }
}
