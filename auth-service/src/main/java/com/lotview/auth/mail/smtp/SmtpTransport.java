package com.lotview.auth.mail.smtp;

import com.lotview.auth.mail.Mail;
import com.lotview.auth.mail.MailProperties;
import com.lotview.auth.mail.MailTransport;
import com.lotview.kit.guard.Guard;
import jakarta.mail.SendFailedException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeoutException;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Sends by SMTP, on threads of its own: the library blocks. A mail has 25 seconds and is tried once
 * here; {@code MailPoller} does the retries. After failures or hangs, no mail is tried for half a
 * minute at a time.
 */
public final class SmtpTransport implements MailTransport {
  private static final Duration STEP = Duration.ofSeconds(10);

  // The library limits each step; a server that answers each of them late takes minutes.
  private static final Duration DEADLINE = Duration.ofSeconds(25);
  private static final Guard.Limits LIMITS = new Guard.Limits(4, 4, Duration.ofSeconds(30));

  private final Guard guard;
  private final JavaMailSenderImpl sender;
  private final String from;
  private final Scheduler threads;

  /**
   * @param clock measures the pause after failures
   */
  public SmtpTransport(MailProperties properties, Scheduler threads, Clock clock) {
    this(properties, threads, clock, STEP);
  }

  /**
   * @param step the most that one answer of the server takes
   */
  SmtpTransport(MailProperties properties, Scheduler threads, Clock clock, Duration step) {
    this.guard = new Guard("mail server", LIMITS, SmtpTransport::isDown, clock);
    this.sender = sender(properties, step);
    this.from = properties.from();
    this.threads = threads;
  }

  @Override
  public boolean available() {
    return true;
  }

  @Override
  public Mono<Void> send(Mail mail) {
    SimpleMailMessage message = new SimpleMailMessage();
    message.setFrom(from);
    message.setTo(mail.to());
    message.setSubject(mail.subject());
    message.setText(mail.text());
    return guard.protect(
        Mono.<Void>fromRunnable(() -> sender.send(message)).subscribeOn(threads).timeout(DEADLINE));
  }

  // A refusal of one mail shows that the server works; an invalid mail never reached it.
  private static boolean isDown(Throwable error) {
    return switch (error) {
      case TimeoutException late -> true;
      case MailAuthenticationException refused -> true;
      case MailSendException failed ->
          Arrays.stream(failed.getMessageExceptions())
              .noneMatch(SendFailedException.class::isInstance);
      default -> false;
    };
  }

  private static JavaMailSenderImpl sender(MailProperties properties, Duration step) {
    JavaMailSenderImpl sender = new JavaMailSenderImpl();
    sender.setHost(properties.host());
    sender.setPort(properties.port());
    sender.setDefaultEncoding("UTF-8");
    Properties more = sender.getJavaMailProperties();
    if (!properties.user().isEmpty()) {
      sender.setUsername(properties.user());
      sender.setPassword(properties.password());
      more.setProperty("mail.smtp.auth", "true");
    }
    // Required, not only tried: a mail holds a link that signs a person in.
    more.setProperty("mail.smtp.starttls.required", Boolean.toString(properties.startTls()));
    more.setProperty("mail.smtp.starttls.enable", Boolean.toString(properties.startTls()));
    more.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    for (String timeout : List.of("connectiontimeout", "timeout", "writetimeout")) {
      more.setProperty("mail.smtp." + timeout, String.valueOf(step.toMillis()));
    }
    return sender;
  }
}
