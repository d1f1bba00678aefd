package com.lotview.kit.wiring;

import com.lotview.contracts.ErrorCode;
import com.lotview.kit.client.ServiceClientFactory;
import com.lotview.kit.security.SecurityProperties;
import com.lotview.kit.security.ServiceTokens;
import com.lotview.kit.security.TokenKinds;
import com.lotview.kit.web.ApiException;
import com.lotview.kit.web.ProblemWriter;
import com.lotview.kit.web.Problems;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every service checks tokens itself: people come in on {@code /v1}, other services on {@code
 * /internal}, and neither kind of token opens the other's paths.
 */
@AutoConfiguration(after = KitWebConfiguration.class)
@EnableWebFluxSecurity
@EnableConfigurationProperties(SecurityProperties.class)
public class KitSecurityConfiguration {

  @Bean
  @ConditionalOnMissingBean
  ReactiveJwtDecoder jwtDecoder(SecurityProperties properties) {
    NimbusReactiveJwtDecoder decoder =
        NimbusReactiveJwtDecoder.withJwkSetUri(properties.jwksUrl())
            .jwsAlgorithm(SignatureAlgorithm.RS256)
            .build();
    decoder.setJwtValidator(tokenRules(properties.service()));
    return decoder;
  }

  private static OAuth2TokenValidator<Jwt> tokenRules(String service) {
    return new DelegatingOAuth2TokenValidator<>(
        new JwtTimestampValidator(),
        new JwtIssuerValidator(TokenKinds.ISSUER),
        new JwtClaimValidator<List<String>>(
            "aud",
            audience ->
                audience != null
                    && (audience.contains(TokenKinds.API_AUDIENCE) || audience.contains(service))));
  }

  @Bean
  SecurityWebFilterChain securityRules(
      ServerHttpSecurity http,
      SecurityProperties properties,
      ReactiveJwtDecoder decoder,
      ProblemWriter problems) {
    ServerAuthenticationEntryPoint refuse =
        (exchange, error) -> problems.write(exchange, Problems.from(error));
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
                .jwt(jwt ->
                    jwt.jwtDecoder(decoder)
                        .jwtAuthenticationConverter(authorities(properties.service()))))
        .exceptionHandling(handling ->
            handling
                .authenticationEntryPoint(refuse)
                .accessDeniedHandler((exchange, error) ->
                    problems.write(
                        exchange,
                        new ApiException(ErrorCode.FORBIDDEN, ErrorCode.FORBIDDEN.title()))))
        .build();
  }

  private static String[] openPaths(SecurityProperties properties) {
    return Stream.concat(
            Stream.of("/actuator/health/**", "/actuator/prometheus"),
            properties.publicPaths().stream())
        .toArray(String[]::new);
  }

  private static Converter<Jwt, Mono<AbstractAuthenticationToken>> authorities(String service) {
    return token -> {
      List<String> audience = token.getAudience() == null ? List.of() : token.getAudience();
      boolean person = audience.contains(TokenKinds.API_AUDIENCE);
      boolean caller = audience.contains(service);
      String authority = person ? TokenKinds.USER : caller ? TokenKinds.SERVICE : "NONE";
      return Mono.just(
          new JwtAuthenticationToken(token, AuthorityUtils.createAuthorityList(authority)));
    };
  }

  @Bean
  ServiceTokens serviceTokens(
      WebClient.Builder builder, SecurityProperties properties, Clock clock) {
    return new ServiceTokens(builder, properties, clock);
  }

  @Bean
  ServiceClientFactory serviceClientFactory(
      WebClient.Builder builder, ServiceTokens tokens, JsonMapper json) {
    return new ServiceClientFactory(builder, tokens, json);
  }
}
