package com.lotview.kit.security;

import jakarta.validation.constraints.NotBlank;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the service checks tokens and gets its own.
 *
 * @param service the service's name: the audience of tokens for its internal paths
 * @param jwksUrl where the public keys are
 * @param authUrl base address of the auth service, for service tokens
 * @param clientSecret what the service shows the auth service to get one; null if it calls no other
 * @param publicPaths paths that need no token, besides health
 */
@Validated
@ConfigurationProperties("lotview.security")
public record SecurityProperties(
    @NotBlank String service,
    @NotBlank String jwksUrl,
    @NotBlank String authUrl,
    @Nullable String clientSecret,
    @DefaultValue List<String> publicPaths) {

  @Override
  public String toString() {
    return "SecurityProperties[service=" + service + ", jwksUrl=" + jwksUrl + "]";
  }
}
