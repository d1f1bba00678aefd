package com.lotview.kit.security;

import jakarta.validation.constraints.NotBlank;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Tokens: how the service verifies them and gets its own.
 *
 * @param service the service's name: the audience of tokens for its internal paths
 * @param jwksUrl where the public keys are
 * @param authUrl base address of the auth service, for service tokens
 * @param clientSecret the service's secret at the auth service; null if it calls no service
 * @param publicPaths paths that need no token, besides health
 * @param optionalTokenPaths paths among them where a token counts if it is valid
 */
@Validated
@ConfigurationProperties("lotview.security")
public record SecurityProperties(
    @NotBlank String service,
    @NotBlank String jwksUrl,
    @NotBlank String authUrl,
    @Nullable String clientSecret,
    @DefaultValue List<String> publicPaths,
    @DefaultValue List<String> optionalTokenPaths) {

  @Override
  public String toString() {
    return "SecurityProperties[service=" + service + ", jwksUrl=" + jwksUrl + "]";
  }
}
