package com.lotview.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.kit.database.DatabaseUrl;
import com.lotview.kit.id.Ids;
import com.lotview.kit.tenant.OpeningConnections;
import com.lotview.kit.tenant.TenantTransactions;
import com.lotview.testkit.TestServers;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.CannotCreateTransactionException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The route to the server is cut without closing connections, as when a machine vanishes; a new
 * route is open. Each connection of the pool is then dead but looks alive.
 */
@SpringBootTest(properties = "spring.config.name=kitcheck")
@DirtiesContext
@Timeout(180)
@Tag("servers")
class VanishedServerIT {
  private static final Way WAY = new Way();

  @DynamicPropertySource
  static void servers(DynamicPropertyRegistry registry) throws IOException {
    Map<String, String> environment = TestServers.environment("kitcheck");
    environment.forEach((name, value) -> registry.add(name, () -> value));
    String url = environment.get("DATABASE_URL");
    DatabaseUrl server = DatabaseUrl.parse("DATABASE_URL", url);
    int port = WAY.open(server.host(), server.port());
    registry.add(
        "DATABASE_URL",
        () -> url.replace(server.host() + ":" + server.port(), "127.0.0.1:" + port));
  }

  @Autowired TenantTransactions transactions;
  @Autowired DatabaseClient database;

  @Test
  void deadConnectionsAreDropped_byRequestsAndByBackgroundWork() {
    fillPool();
    WAY.cut();
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> answers(work().contextWrite(OpeningConnections::promptly)));

    fillPool();
    WAY.cut();
    Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> answers(work()));
    // No dead connection is left for the next caller.
    assertThat(Flux.range(0, 10).flatMap(i -> work(), 10).blockLast(Duration.ofSeconds(60)))
        .isEqualTo(1);
  }

  private void fillPool() {
    Mono<Integer> slow =
        transactions.inTenant(
            Ids.next(),
            database
                .sql("select 1 as one from pg_sleep(0.5)")
                .map(row -> row.get("one", Integer.class))
                .one());
    Flux.range(0, 10).flatMap(i -> slow, 10).blockLast(Duration.ofSeconds(60));
  }

  private boolean answers(Mono<Integer> work) {
    List<Boolean> answers =
        Flux.range(0, 10)
            .flatMap(
                i ->
                    work.thenReturn(true)
                        .onErrorReturn(CannotCreateTransactionException.class, false),
                10)
            .collectList()
            .block(Duration.ofSeconds(60));
    return answers.stream().allMatch(answered -> answered);
  }

  private Mono<Integer> work() {
    return transactions.inTenant(
        Ids.next(),
        database.sql("select 1 as one").map(row -> row.get("one", Integer.class)).one());
  }

  /** Carries bytes between the service and the server, until it is cut. */
  private static final class Way {
    private final List<Link> links = new CopyOnWriteArrayList<>();

    private record Link(Socket client, Socket server) {}

    @SuppressWarnings("resource") // Open until the end of the tests.
    int open(String host, int port) throws IOException {
      ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
      Thread.startVirtualThread(() -> {
        while (true) {
          try {
            Link link = new Link(door.accept(), new Socket(host, port));
            links.add(link);
            carry(link, link.client(), link.server());
            carry(link, link.server(), link.client());
          } catch (IOException e) {
            return;
          }
        }
      });
      return door.getLocalPort();
    }

    /** Connections that are open now stay open but carry no more bytes. */
    void cut() {
      links.clear();
    }

    private void carry(Link link, Socket from, Socket to) {
      Thread.startVirtualThread(() -> {
        byte[] buffer = new byte[8192];
        try {
          InputStream in = from.getInputStream();
          OutputStream out = to.getOutputStream();
          for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            if (links.contains(link)) {
              out.write(buffer, 0, read);
            }
          }
          if (links.contains(link)) {
            to.close();
          }
        } catch (IOException e) {
          // One side has closed.
        }
      });
    }
  }
}
