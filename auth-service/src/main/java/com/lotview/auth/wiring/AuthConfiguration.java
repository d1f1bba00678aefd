package com.lotview.auth.wiring;

import com.lotview.auth.account.Passwords;
import com.lotview.auth.caller.ServiceClientProperties;
import com.lotview.auth.caller.ServiceClients;
import com.lotview.auth.token.SigningKey;
import com.lotview.auth.token.TokenProperties;
import com.lotview.kit.security.SecurityProperties;
import com.lotview.kit.security.TokenKinds;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

@Configuration(proxyBeanMethods = false)
class AuthConfiguration {
  // A login waits at most some seconds here; more are turned away at once.
  private static final int WAITING_LOGINS = 40;

  @Bean
  SigningKey signingKey(TokenProperties properties) {
    return SigningKey.parse(properties.privateKey());
  }

  /** Checks tokens with the key at hand; other services fetch it from this one. */
  @Bean
  ReactiveJwtDecoder jwtDecoder(SigningKey key, SecurityProperties properties, Clock clock) {
    JwtTimestampValidator times = new JwtTimestampValidator();
    times.setClock(clock);
    NimbusReactiveJwtDecoder decoder =
        NimbusReactiveJwtDecoder.withPublicKey(key.publicKey())
            .signatureAlgorithm(SignatureAlgorithm.RS256)
            .build();
    decoder.setJwtValidator(
        new DelegatingOAuth2TokenValidator<Jwt>(
            times,
            new JwtIssuerValidator(TokenKinds.ISSUER),
            new JwtClaimValidator<List<String>>(
                "aud", audience -> forUs(audience, properties.service()))));
    return decoder;
  }

  @Bean
  ServiceClients serviceClients(ServiceClientProperties properties) {
    return ServiceClients.parse(properties.secrets());
  }

  /** As many threads as cores: a hash is nothing but computing. */
  @Bean(destroyMethod = "dispose", defaultCandidate = false)
  Scheduler passwordThreads() {
    return Schedulers.newBoundedElastic(
        Runtime.getRuntime().availableProcessors(), WAITING_LOGINS, "auth-password");
  }

  @Bean
  Passwords passwords(@Qualifier("passwordThreads") Scheduler threads) {
    return new Passwords(threads);
  }

  @Bean
  SecureRandom secureRandom() {
    return new SecureRandom();
  }

  private static boolean forUs(List<String> audience, String service) {
    return audience != null
        && (audience.contains(TokenKinds.API_AUDIENCE) || audience.contains(service));
  }
}
