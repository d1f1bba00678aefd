package com.lotview.auth.wiring;

import com.lotview.auth.link.Links;
import com.lotview.auth.registration.Registrations;
import com.lotview.auth.session.LoginLanes;
import com.lotview.kit.retention.Kept;
import com.lotview.kit.retention.TableRows;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What is deleted by age. The use of a link, a session or a sign-in also deletes what is old of the
 * same person; these are for those who do not come back.
 */
@Configuration(proxyBeanMethods = false)
class RetentionConfiguration {
  // A clock that is a little behind must not end what another process still accepts.
  private static final Duration AFTER_ITS_END = Duration.ofHours(1);

  @Bean
  Kept keptAudit(TableRows rows, RetentionProperties properties) {
    return new Kept("Audit entries", properties.audit(), rows.of("audit_event", "at < :before"));
  }

  @Bean
  Kept keptUnsentMails(TableRows rows, RetentionProperties properties) {
    return new Kept(
        "Mails that were given up",
        properties.unsentMails(),
        rows.of("mail", "next_try_at is null and created_at < :before"));
  }

  @Bean
  Kept keptSessions(TableRows rows) {
    return new Kept(
        "Refresh tokens", AFTER_ITS_END, rows.of("refresh_token", "expires_at < :before"));
  }

  @Bean
  Kept keptChallenges(TableRows rows) {
    return new Kept(
        "Challenges of logins", AFTER_ITS_END, rows.of("login_challenge", "expires_at < :before"));
  }

  @Bean
  Kept keptLinks(TableRows rows) {
    return new Kept("Mailed links", Links.KEPT, rows.of("one_time_link", "created_at < :before"));
  }

  @Bean
  Kept keptRegistrations(TableRows rows) {
    return new Kept(
        "Registrations", Registrations.LIFE, rows.of("registration", "created_at < :before"));
  }

  @Bean
  Kept keptTries(TableRows rows) {
    return new Kept(
        "Failed logins", LoginLanes.TRIES_KEPT, rows.of("login_attempt", "tried_at < :before"));
  }

  @Bean
  Kept keptSources(TableRows rows) {
    return new Kept(
        "Known devices and addresses",
        LoginLanes.SOURCE_KNOWN_FOR,
        rows.of("known_source", "seen_at < :before"));
  }
}
