package com.lotview.kit.security;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;

/** What every access token must hold, besides a true signature. */
public final class TokenRules {
  private TokenRules() {}

  /** The rules of a service: tokens of people, and tokens with the service as their audience. */
  public static OAuth2TokenValidator<Jwt> of(String service, Clock clock) {
    JwtTimestampValidator times = new JwtTimestampValidator();
    times.setClock(clock);
    return new DelegatingOAuth2TokenValidator<>(
        new JwtTypeValidator("JWT"),
        TokenRules::namesItsKey,
        times,
        // A token without an end would be valid for ever.
        new JwtClaimValidator<Object>(JwtClaimNames.EXP, Objects::nonNull),
        new JwtIssuerValidator(TokenKinds.ISSUER),
        new JwtClaimValidator<List<String>>(
            JwtClaimNames.AUD, audience -> audience != null && isFor(audience, service)));
  }

  // Without a name, any published key would do, also one that is about to be retired.
  private static OAuth2TokenValidatorResult namesItsKey(Jwt token) {
    return token.getHeaders().get("kid") instanceof String
        ? OAuth2TokenValidatorResult.success()
        : OAuth2TokenValidatorResult.failure(
            new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN, "The token names no key", null));
  }

  private static boolean isFor(List<String> audience, String service) {
    return audience.contains(TokenKinds.API_AUDIENCE) || audience.contains(service);
  }
}
