package com.lotview.standalone.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.standalone.RunningSystem;
import com.lotview.standalone.openapi.MadeObjects.Kind;
import com.lotview.standalone.openapi.People.Person;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** {@code posting.cancel} through the gateway, notification-service and posting-service. */
@Tag("servers")
class SocketCancelIT {
  private static RunningSystem system;
  private static Http http;
  private static People people;
  private static MadeObjects objects;

  @BeforeAll
  static void start() throws Exception {
    system = RunningSystem.shared();
    http = new Http(system.url());
    people = People.of(system, http);
    objects = new MadeObjects(http, people);
  }

  private static Person person(String name) {
    return people.all().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
  }

  private static String posting(String dealership) throws Exception {
    return objects.of(Kind.POSTING, people.manager(dealership), true).getFirst();
  }

  private static String status(Person person, String posting) throws Exception {
    return http.made("GET", "/v1/postings/" + posting, person.token(), null)
        .get("status")
        .asString();
  }

  @Test
  void aPersonCancelsAsByRest() throws Exception {
    Person salesperson = person("SALESPERSON of A");
    String posting = posting(People.A);
    try (Socket socket = Socket.open(salesperson)) {
      JsonNode answer = socket.cancel(posting);

      assertThat(answer.path("event").asString()).isEqualTo("cancelled");
      assertThat(answer.at("/data/status").asString()).isEqualTo("CANCELLED");
      assertThat(status(salesperson, posting)).isEqualTo("CANCELLED");
      assertThat(
              socket.await(frame ->
                  frame.path("event").asString().equals("posting.cancelled")
                      && frame.at("/data/postingId").asString().equals(posting)))
          .isNotNull();
      assertThat(socket.cancel(posting).at("/data/status").asString()).isEqualTo("CANCELLED");
    }
  }

  @Test
  void aForeignPostingIsUnknown_likeOneThatIsNot() throws Exception {
    String foreign = posting(People.B);
    try (Socket socket = Socket.open(person("GM of A"))) {
      for (String id : new String[] {foreign, UUID.randomUUID().toString()}) {
        JsonNode answer = socket.cancel(id);

        assertThat(answer.path("event").asString()).isEqualTo("error");
        assertThat(answer.at("/data/code").asString()).isEqualTo("POSTING_NOT_FOUND");
      }
    }
    assertThat(status(people.manager(People.B), foreign)).isNotEqualTo("CANCELLED");
  }

  @Test
  void aKeyWithoutTheScopeIsRefused() throws Exception {
    String posting = posting(People.A);
    try (Socket socket = Socket.open(person("key for postings"))) {
      JsonNode answer = socket.cancel(posting);

      assertThat(answer.at("/data/code").asString()).isEqualTo("FORBIDDEN");
    }
    assertThat(status(person("GM of A"), posting)).isNotEqualTo("CANCELLED");
  }

  /** A client of the gateway's WebSocket. */
  private static final class Socket implements WebSocket.Listener, AutoCloseable {
    private final BlockingQueue<JsonNode> frames = new LinkedBlockingQueue<>();
    private final StringBuilder part = new StringBuilder();
    private WebSocket socket;

    static Socket open(Person person) throws Exception {
      Socket opened = new Socket();
      opened.socket =
          HttpClient.newHttpClient()
              .newWebSocketBuilder()
              .header("Authorization", "Bearer " + person.token())
              .buildAsync(URI.create(system.url().replace("http", "ws") + "/ws?after=0"), opened)
              .join();
      // The gateway may lose what is sent before the first frame.
      opened.await(frame -> true);
      return opened;
    }

    JsonNode cancel(String posting) throws Exception {
      socket
          .sendText(
              "{\"event\":\"posting.cancel\",\"data\":{\"postingId\":\"" + posting + "\"}}", true)
          .join();
      return await(frame ->
          !frame.has("seq") && frame.at("/data/request").asString("").equals("posting.cancel"));
    }

    JsonNode await(Predicate<JsonNode> fits) throws InterruptedException {
      while (true) {
        JsonNode frame = frames.poll(60, TimeUnit.SECONDS);
        assertThat(frame).as("a frame").isNotNull();
        if (fits.test(frame)) {
          return frame;
        }
      }
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      part.append(data);
      if (last) {
        frames.add(ApiDocument.JSON.readTree(part.toString()));
        part.setLength(0);
      }
      from.request(1);
      return null;
    }

    @Override
    public void close() {
      socket.abort();
    }
  }
}
