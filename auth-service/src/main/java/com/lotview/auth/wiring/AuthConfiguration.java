package com.lotview.auth.wiring;

import com.lotview.auth.account.Passwords;
import com.lotview.auth.caller.ServiceClientProperties;
import com.lotview.auth.caller.ServiceClients;
import com.lotview.auth.mail.Mail;
import com.lotview.auth.mail.MailProperties;
import com.lotview.auth.mail.MailTransport;
import com.lotview.auth.mail.folder.FolderTransport;
import com.lotview.auth.mail.smtp.SmtpTransport;
import com.lotview.auth.token.SigningKeys;
import com.lotview.auth.token.TokenProperties;
import com.lotview.kit.security.SecurityProperties;
import com.lotview.kit.security.TokenRules;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

@Configuration(proxyBeanMethods = false)
class AuthConfiguration {
  private static final int CORES = Runtime.getRuntime().availableProcessors();
  private static final int WAITING_MAILS = 100;
  private static final Logger LOG = LoggerFactory.getLogger(AuthConfiguration.class);

  @Bean
  SigningKeys signingKeys(TokenProperties properties) {
    return SigningKeys.of(properties);
  }

  /** Verifies tokens with this service's own keys; other services fetch them. */
  @Bean
  ReactiveJwtDecoder jwtDecoder(SigningKeys keys, SecurityProperties properties, Clock clock) {
    NimbusReactiveJwtDecoder decoder =
        NimbusReactiveJwtDecoder.withJwkSource(
                token -> Mono.justOrEmpty(keys.find(token.getHeader().getKeyID())).flux())
            .jwsAlgorithm(SignatureAlgorithm.RS256)
            .build();
    decoder.setJwtValidator(TokenRules.of(properties.service(), clock));
    return decoder;
  }

  @Bean
  ServiceClients serviceClients(ServiceClientProperties properties) {
    return ServiceClients.parse(properties.secrets());
  }

  /** One thread per core: hashing is CPU-bound. */
  @Bean(destroyMethod = "shutdownNow", defaultCandidate = false)
  ExecutorService passwordThreads() {
    return Executors.newFixedThreadPool(
        CORES, Thread.ofPlatform().daemon().name("auth-password-", 0).factory());
  }

  @Bean
  Passwords passwords(@Qualifier("passwordThreads") ExecutorService threads) {
    return new Passwords(threads, CORES);
  }

  /** Threads of mails: the libraries block. */
  @Bean(destroyMethod = "dispose", defaultCandidate = false)
  Scheduler mailThreads() {
    return Schedulers.newBoundedElastic(2, WAITING_MAILS, "auth-mail");
  }

  @Bean
  MailTransport mailTransport(
      MailProperties properties, @Qualifier("mailThreads") Scheduler threads, Clock clock) {
    if (!properties.folder().isBlank()) {
      return new FolderTransport(Path.of(properties.folder()), threads);
    }
    if (!properties.host().isBlank()) {
      return new SmtpTransport(properties, threads, clock);
    }
    LOG.warn("No mail is sent: set MAIL_HOST. Nobody can be invited or choose a new password.");
    return new NoTransport();
  }

  @Bean
  SecureRandom secureRandom() {
    return new SecureRandom();
  }

  /** For an installation without mail. */
  private static final class NoTransport implements MailTransport {
    @Override
    public boolean available() {
      return false;
    }

    @Override
    public Mono<Void> send(Mail mail) {
      return Mono.error(new IllegalStateException("MAIL_HOST is not set"));
    }
  }
}
