package com.lotview.kit.wiring;

import com.lotview.contracts.ErrorCode;
import com.lotview.kit.client.ServiceClientFactory;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.security.Access;
import com.lotview.kit.security.BearerTokens;
import com.lotview.kit.security.Revocations;
import com.lotview.kit.security.SecurityProperties;
import com.lotview.kit.security.ServiceTokens;
import com.lotview.kit.security.TokenKinds;
import com.lotview.kit.security.TokenRules;
import com.lotview.kit.web.ProblemWriter;
import com.lotview.kit.web.Problems;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every service verifies tokens itself: people use {@code /v1}, services {@code /internal}, and
 * neither kind of token opens the other's paths.
 */
@AutoConfiguration(after = KitWebConfiguration.class)
@EnableWebFluxSecurity
@EnableConfigurationProperties(SecurityProperties.class)
public class KitSecurityConfiguration {
  /** Paths of every service that need no token; the gateway lets only health through. */
  public static final List<String> OPEN =
      List.of("/actuator/health/**", "/actuator/prometheus", "/openapi");

  @Bean
  @ConditionalOnMissingBean
  ReactiveJwtDecoder jwtDecoder(SecurityProperties properties) {
    NimbusReactiveJwtDecoder decoder =
        NimbusReactiveJwtDecoder.withJwkSetUri(properties.jwksUrl())
            .jwsAlgorithm(SignatureAlgorithm.RS256)
            .build();
    decoder.setJwtValidator(TokenRules.of(properties.service(), Clock.systemUTC()));
    return decoder;
  }

  @Bean
  SecurityWebFilterChain securityRules(
      ServerHttpSecurity http,
      SecurityProperties properties,
      ReactiveJwtDecoder decoder,
      ProblemWriter problems,
      ObjectProvider<Revocations> revocations) {
    ServerAuthenticationEntryPoint refuse =
        (exchange, error) -> problems.write(exchange, Problems.from(error));
    Converter<Jwt, Mono<AbstractAuthenticationToken>> access =
        authorities(properties.service(), revocations.getIfAvailable());
    return http.csrf(ServerHttpSecurity.CsrfSpec::disable)
        .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
        .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
        .logout(ServerHttpSecurity.LogoutSpec::disable)
        .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
        .authorizeExchange(rules ->
            rules
                .pathMatchers(openPaths(properties))
                .permitAll()
                .pathMatchers("/internal/**")
                .hasAuthority(TokenKinds.SERVICE)
                .pathMatchers("/v1/**")
                .hasAuthority(TokenKinds.USER)
                .anyExchange()
                .denyAll())
        .oauth2ResourceServer(server ->
            server
                .authenticationEntryPoint(refuse)
                .bearerTokenConverter(
                    new BearerTokens(optional(properties.optionalTokenPaths()), decoder, access))
                .jwt(jwt -> jwt.jwtDecoder(decoder).jwtAuthenticationConverter(access)))
        .exceptionHandling(handling ->
            handling
                .authenticationEntryPoint(refuse)
                .accessDeniedHandler((exchange, error) ->
                    problems.write(
                        exchange,
                        new RefusalException(ErrorCode.FORBIDDEN, ErrorCode.FORBIDDEN.title()))))
        .build();
  }

  private static ServerWebExchangeMatcher optional(List<String> paths) {
    return paths.isEmpty()
        ? exchange -> ServerWebExchangeMatcher.MatchResult.notMatch()
        : ServerWebExchangeMatchers.pathMatchers(paths.toArray(String[]::new));
  }

  private static String[] openPaths(SecurityProperties properties) {
    return Stream.concat(OPEN.stream(), properties.publicPaths().stream()).toArray(String[]::new);
  }

  /**
   * @param revocations null in a service that reads no events; the services behind it check again
   */
  private static Converter<Jwt, Mono<AbstractAuthenticationToken>> authorities(
      String service, @Nullable Revocations revocations) {
    return token -> {
      List<String> audience = token.getAudience() == null ? List.of() : token.getAudience();
      boolean person = audience.contains(TokenKinds.API_AUDIENCE);
      boolean caller = audience.contains(service);
      String authority = person ? TokenKinds.USER : caller ? TokenKinds.SERVICE : "NONE";
      AbstractAuthenticationToken granted =
          new JwtAuthenticationToken(token, AuthorityUtils.createAuthorityList(authority));
      return person && revocations != null
          ? Mono.defer(() -> revocations.check(Access.of(token))).thenReturn(granted)
          : Mono.just(granted);
    };
  }

  @Bean
  ServiceTokens serviceTokens(
      WebClient.Builder builder, SecurityProperties properties, Clock clock) {
    return new ServiceTokens(builder, properties, clock);
  }

  @Bean
  ServiceClientFactory serviceClientFactory(
      WebClient.Builder builder, ServiceTokens tokens, JsonMapper json, Clock clock) {
    return new ServiceClientFactory(builder, tokens, json, clock);
  }
}
