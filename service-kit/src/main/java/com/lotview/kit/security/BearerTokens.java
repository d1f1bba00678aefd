package com.lotview.kit.security;

import com.lotview.kit.error.RefusalException;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.oauth2.server.resource.web.server.authentication.ServerBearerTokenAuthenticationConverter;
import org.springframework.security.web.server.authentication.ServerAuthenticationConverter;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher.MatchResult;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Takes the bearer token of a request. On the paths where it is optional, one that is not valid
 * counts as none: a person with an expired token can still log out.
 */
public final class BearerTokens implements ServerAuthenticationConverter {
  private final ServerAuthenticationConverter header =
      new ServerBearerTokenAuthenticationConverter();
  private final ServerWebExchangeMatcher optional;
  private final ReactiveJwtDecoder decoder;
  private final Converter<Jwt, Mono<AbstractAuthenticationToken>> access;

  /**
   * @param optional the paths where the token is optional
   * @param access checks what the decoder does not, such as revocation
   */
  public BearerTokens(
      ServerWebExchangeMatcher optional,
      ReactiveJwtDecoder decoder,
      Converter<Jwt, Mono<AbstractAuthenticationToken>> access) {
    this.optional = optional;
    this.decoder = decoder;
    this.access = access;
  }

  @Override
  public Mono<Authentication> convert(ServerWebExchange exchange) {
    return optional
        .matches(exchange)
        .map(MatchResult::isMatch)
        .flatMap(open -> open ? ifValid(exchange) : header.convert(exchange));
  }

  private Mono<Authentication> ifValid(ServerWebExchange exchange) {
    return header
        .convert(exchange)
        .onErrorComplete(AuthenticationException.class)
        .filterWhen(token ->
            token instanceof BearerTokenAuthenticationToken bearer
                ? valid(bearer.getToken())
                : Mono.just(false));
  }

  private Mono<Boolean> valid(String token) {
    return decoder
        .decode(token)
        .flatMap(jwt -> Mono.defer(() -> converted(jwt)))
        .hasElement()
        .onErrorReturn(JwtException.class, false)
        .onErrorReturn(RefusalException.class, false);
  }

  private Mono<AbstractAuthenticationToken> converted(Jwt token) {
    Mono<AbstractAuthenticationToken> granted = access.convert(token);
    return granted == null ? Mono.empty() : granted;
  }
}
