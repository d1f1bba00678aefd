package com.lotview.auth.token;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The signing keys.
 *
 * @param privateKey signs; see {@link SigningKey#parse}
 * @param otherKeys are published and only check: the next key, and the last one
 */
@ConfigurationProperties("lotview.tokens")
public record TokenProperties(
    @DefaultValue("") String privateKey, @DefaultValue List<String> otherKeys) {

  @Override
  public String toString() {
    return "TokenProperties[privateKey=***]";
  }
}
