package com.lotview.auth.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.kit.guard.Guard;
import com.lotview.kit.tenant.TenantTransactions;
import com.lotview.testkit.TestClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionCallback;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What happens to mails while none can be delivered. */
class MailPollerTest {
  private final TestClock clock = new TestClock();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final Waiting waiting = new Waiting();
  private final Server server = new Server();
  private final MailPoller poller =
      new MailPoller(
          waiting,
          server,
          new TenantTransactions(noDatabase(), new NoTransactions(), "auth"),
          meters,
          clock);

  @Test
  void whatIsNotEvenTried_waitsWithoutATry_andIsSentAfterwards() {
    for (int i = 0; i < 10; i++) {
      waiting.add(mail(i), clock.instant()).block();
    }
    server.down = true;
    // Four are tried and show that the server is down; the others are read but not tried.
    for (int poll = 0; poll < 20; poll++) {
      poller.poll().block(Duration.ofSeconds(5));
      clock.advance(Duration.ofSeconds(1));
    }
    assertThat(server.tried).isEqualTo(4);
    assertThat(waiting.tries.values()).hasSize(10).filteredOn(tries -> tries == 0).hasSize(6);

    server.down = false;
    clock.advance(Duration.ofMinutes(5));
    for (int poll = 0; poll < 3; poll++) {
      poller.poll().block(Duration.ofSeconds(5));
    }
    assertThat(waiting.tries).isEmpty();
    assertThat(server.taken).hasSize(10).doesNotHaveDuplicates();
  }

  @Test
  void aMailThatIsGivenUpIsCounted() {
    waiting.add(mail(1), clock.instant()).block();
    waiting.tries.put(mail(1).id(), 26);
    server.down = true;
    assertThat(meters.get("lotview.mails.given.up").counter().count()).isZero();

    poller.poll().block(Duration.ofSeconds(5));

    assertThat(waiting.tries).isEmpty();
    assertThat(meters.get("lotview.mails.given.up").counter().count()).isEqualTo(1);
  }

  private static Mail mail(int number) {
    return new Mail(new UUID(0, number), new UUID(1, 1), "ada@example.com", "Hello", "Text\n");
  }

  private static DatabaseClient noDatabase() {
    // Never connected: no transaction here begins.
    return DatabaseClient.create(
        new PostgresqlConnectionFactory(
            PostgresqlConnectionConfiguration.builder()
                .host("127.0.0.1")
                .username("nobody")
                .build()));
  }

  /** A mail server behind a guard, as the real one is. */
  private final class Server implements MailTransport {
    private final Guard guard =
        new Guard(
            "mail server",
            new Guard.Limits(4, 4, Duration.ofMinutes(1)),
            IOException.class::isInstance,
            clock);
    private final List<UUID> taken = new ArrayList<>();
    private boolean down;
    private int tried;

    @Override
    public boolean available() {
      return true;
    }

    @Override
    public Mono<Void> send(Mail mail) {
      return guard.protect(
          Mono.defer(() -> {
            if (down) {
              tried++;
              return Mono.error(new IOException("down"));
            }
            taken.add(mail.id());
            return Mono.empty();
          }));
    }
  }

  /** The table, in memory. */
  private static final class Waiting implements MailStore {
    private final Map<UUID, Mail> mails = new LinkedHashMap<>();
    private final Map<UUID, Integer> tries = new LinkedHashMap<>();
    private final Map<UUID, Instant> next = new LinkedHashMap<>();

    @Override
    public Mono<Void> add(Mail mail, Instant now) {
      mails.put(mail.id(), mail);
      tries.put(mail.id(), 0);
      next.put(mail.id(), now);
      return Mono.empty();
    }

    @Override
    public Flux<DueMail> takeDue(Instant now, Instant again, int count) {
      return Flux.fromIterable(
          List.copyOf(tries.keySet()).stream()
              .filter(id -> !next.get(id).isAfter(now))
              .sorted(Comparator.comparing(next::get))
              .limit(count)
              .map(id -> {
                next.put(id, again);
                return new DueMail(mails.get(id), tries.merge(id, 1, Integer::sum));
              })
              .toList());
    }

    @Override
    public Mono<Void> remove(UUID id) {
      tries.remove(id);
      return Mono.empty();
    }

    @Override
    public Mono<Void> postpone(UUID id, Instant then) {
      next.put(id, then);
      return Mono.empty();
    }

    @Override
    public Mono<Void> putBack(UUID id, Instant then) {
      tries.merge(id, -1, Integer::sum);
      next.put(id, then);
      return Mono.empty();
    }

    @Override
    public Mono<Void> giveUp(UUID id) {
      return remove(id);
    }
  }

  private static final class NoTransactions implements TransactionalOperator {
    @Override
    public <T> Flux<T> execute(TransactionCallback<T> action) {
      return Flux.error(new UnsupportedOperationException());
    }

    @Override
    public <T> Mono<T> transactional(Mono<T> mono) {
      return mono;
    }

    @Override
    public <T> Flux<T> transactional(Flux<T> flux) {
      return flux;
    }
  }
}
