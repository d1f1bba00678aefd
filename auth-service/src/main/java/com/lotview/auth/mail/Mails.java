package com.lotview.auth.mail;

import com.lotview.contracts.ErrorCode;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.id.Ids;
import com.lotview.kit.resource.ClassPathFile;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Writes mails from the texts in {@code mail/*.txt}: the first line is the subject, {@code {name}}
 * a value. A mail joins the transaction that it reports on, and is sent after the commit.
 */
@Component
public class Mails {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("MMMM d, yyyy 'at' h:mm a", Locale.US);

  private final MailStore store;
  private final MailTransport transport;
  private final MailProperties properties;
  private final Clock clock;

  Mails(MailStore store, MailTransport transport, MailProperties properties, Clock clock) {
    this.store = store;
    this.transport = transport;
    this.properties = properties;
    this.clock = clock;
  }

  /** Fails if this installation cannot send mails. */
  public Mono<Void> requireAvailable() {
    return transport.available()
        ? Mono.empty()
        : Mono.error(() ->
            new RefusalException(
                ErrorCode.SERVICE_UNAVAILABLE,
                "This server has no mail server: its operator must set MAIL_HOST"));
  }

  /**
   * Adds a mail.
   *
   * @param text name of the file of its text
   * @param values replace the names in braces
   */
  public Mono<Void> add(UUID dealershipId, String to, String text, Map<String, String> values) {
    return add(dealershipId, to, text, values, List.of());
  }

  /**
   * Adds a mail with a list.
   *
   * @param lines replace {@code {lines}}, each on its own line
   */
  public Mono<Void> add(
      UUID dealershipId, String to, String text, Map<String, String> values, List<String> lines) {
    String list = String.join("\n", lines.stream().map(Mails::oneLine).toList());
    String[] parts = filled(text, values).replace("{lines}", list).split("\n", 2);
    return store.add(
        new Mail(Ids.next(), dealershipId, to, parts[0].strip(), parts[1].strip() + "\n"),
        clock.instant());
  }

  /** Whether this installation can send mails. */
  public boolean available() {
    return transport.available();
  }

  /** The address of a page. */
  public String address(String path) {
    return properties.publicUrl().toString().replaceAll("/+$", "") + path;
  }

  /**
   * The address of a page that a one-time link opens. The token is its fragment, which browsers do
   * not send to servers.
   */
  public String link(String page, String token) {
    return address(page) + "#" + token;
  }

  /** A time as a mail says it, in the dealership's time zone. */
  public static String time(Instant at, String timezone) {
    return TIME.format(at.atZone(ZoneId.of(timezone)));
  }

  private static String filled(String name, Map<String, String> values) {
    String text = read(name);
    for (Map.Entry<String, String> value : values.entrySet()) {
      // No value may add a line: the first line is the subject, a header.
      text = text.replace("{" + value.getKey() + "}", oneLine(value.getValue()));
    }
    return text;
  }

  private static String oneLine(String value) {
    return value.replaceAll("\\p{Cntrl}+", " ");
  }

  private static String read(String name) {
    return ClassPathFile.text(Mails.class, "/mail/" + name + ".txt");
  }
}
