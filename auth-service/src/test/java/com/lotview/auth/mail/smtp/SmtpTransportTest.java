package com.lotview.auth.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.lotview.auth.mail.Mail;
import com.lotview.auth.mail.MailProperties;
import com.lotview.kit.guard.CallRefused;
import com.lotview.testkit.TestClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mail.MailException;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Mail servers that hang, are away, and are back. */
class SmtpTransportTest {
  private static final int FAILURES = 4;

  private final TestClock clock = new TestClock();
  private final Scheduler threads = Schedulers.newBoundedElastic(2, 10, "test-mail");

  @AfterEach
  void stop() {
    threads.dispose();
  }

  @Test
  void aServerThatHangs_isLeftAlone_andUsedAgainWhenItAnswers() throws IOException {
    int port;
    try (ServerSocket hanging = listening(0)) {
      port = hanging.getLocalPort();
      SmtpTransport transport = transport(port);
      failsFourTimes(transport);
      refuses(transport);
      hanging.close();

      GreenMail server = new GreenMail(new ServerSetup(port, "127.0.0.1", "smtp"));
      server.start();
      try {
        refuses(transport);
        clock.advance(Duration.ofSeconds(31));
        send(transport, "ada@example.com");
        send(transport, "bob@example.com");
        send(transport, "cid@example.com");
        assertThat(server.getReceivedMessages()).hasSize(3);
      } finally {
        server.stop();
      }
    }
  }

  @Test
  void aServerThatIsAway_isLeftAlone() throws IOException {
    int port;
    try (ServerSocket closed = listening(0)) {
      port = closed.getLocalPort();
    }
    SmtpTransport transport = transport(port);
    failsFourTimes(transport);
    refuses(transport);
  }

  @Test
  void aMailThatCannotBeWritten_saysNothingAboutTheServer() throws IOException {
    try (ServerSocket unused = listening(0)) {
      SmtpTransport transport = transport(unused.getLocalPort());
      for (int i = 0; i < 2 * FAILURES; i++) {
        assertThatThrownBy(() -> send(transport, "no address @"))
            .isNotInstanceOf(CallRefused.class);
      }
    }
  }

  private static ServerSocket listening(int port) throws IOException {
    return new ServerSocket(port, 50, InetAddress.getByName("127.0.0.1"));
  }

  private SmtpTransport transport(int port) {
    return new SmtpTransport(
        new MailProperties(
            "127.0.0.1",
            port,
            "",
            "",
            false,
            "LotView <lotview@localhost>",
            "",
            URI.create("http://127.0.0.1:8080")),
        threads,
        clock,
        Duration.ofMillis(200));
  }

  private static void failsFourTimes(SmtpTransport transport) {
    for (int i = 0; i < FAILURES; i++) {
      assertThatThrownBy(() -> send(transport, "ada@example.com"))
          .isInstanceOf(MailException.class);
    }
  }

  private static void refuses(SmtpTransport transport) {
    assertThatThrownBy(() -> send(transport, "ada@example.com")).isInstanceOf(CallRefused.class);
  }

  private static void send(SmtpTransport transport, String to) {
    transport
        .send(new Mail(UUID.randomUUID(), UUID.randomUUID(), to, "Hello", "Text\n"))
        .block(Duration.ofSeconds(30));
  }
}
