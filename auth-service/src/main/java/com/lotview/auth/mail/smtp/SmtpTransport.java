package com.lotview.auth.mail.smtp;

import com.lotview.auth.mail.Mail;
import com.lotview.auth.mail.MailProperties;
import com.lotview.auth.mail.MailTransport;
import java.util.Properties;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Sends by SMTP, on threads of its own: the library blocks. */
public final class SmtpTransport implements MailTransport {
  private static final String TIMEOUT_MILLIS = "10000";

  private final JavaMailSenderImpl sender;
  private final String from;
  private final Scheduler threads;

  public SmtpTransport(MailProperties properties, Scheduler threads) {
    this.sender = sender(properties);
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
    return Mono.<Void>fromRunnable(() -> sender.send(message)).subscribeOn(threads);
  }

  private static JavaMailSenderImpl sender(MailProperties properties) {
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
    more.setProperty("mail.smtp.connectiontimeout", TIMEOUT_MILLIS);
    more.setProperty("mail.smtp.timeout", TIMEOUT_MILLIS);
    more.setProperty("mail.smtp.writetimeout", TIMEOUT_MILLIS);
    return sender;
  }
}
