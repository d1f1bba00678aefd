package com.lotview.kit.outside;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.temporaryRedirect;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.lotview.kit.outside.OutsideCallFailed.Reason;
import io.netty.resolver.AddressResolver;
import io.netty.resolver.AddressResolverGroup;
import io.netty.resolver.InetNameResolver;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Promise;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.netty.resources.LoopResources;

class OutsideClientTest {
  private static final Duration DEADLINE = Duration.ofSeconds(20);
  private static final OutsideLimits LIMITS = new OutsideLimits(DEADLINE, 1_000, 3);
  private static final List<String> THIS_MACHINE = List.of("127.0.0.1/32");

  private final WireMockServer server =
      new WireMockServer(WireMockConfiguration.options().dynamicPort());
  private final LoopResources threads = LoopResources.create("outside", 1, true);

  @BeforeEach
  void start() {
    server.start();
    server.stubFor(get(anyUrl()).willReturn(ok("here")));
  }

  @AfterEach
  void stop() {
    server.stop();
    threads.disposeLater(Duration.ZERO, Duration.ofSeconds(5)).block(DEADLINE);
  }

  private OutsideClient client(List<String> allowed, Names names) {
    return new OutsideClient(new PublicNetworks(allowed), threads, names);
  }

  private URI at(String host, String path) {
    return URI.create("http://" + host + ":" + server.port() + path);
  }

  private static OutsideCallFailed failure(Mono<?> call) {
    return catchThrowableOfType(OutsideCallFailed.class, () -> call.block(DEADLINE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"127.0.0.1", "[::1]", "[::ffff:127.0.0.1]", "localhost", "0.0.0.0", "2130706433"})
  void thisMachineIsNotReached(String host) {
    OutsideClient client = new OutsideClient(new PublicNetworks(List.of()), threads);

    assertThat(failure(client.get(at(host, "/"), LIMITS))).isNotNull();
    server.verify(0, getRequestedFor(anyUrl()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "[::1]", "localhost"})
  void anAddressOfThisMachineIsRefusedByName(String host) {
    OutsideClient client = new OutsideClient(new PublicNetworks(List.of()), threads);

    OutsideCallFailed refused = failure(client.get(at(host, "/"), LIMITS));

    assertThat(refused.reason()).isEqualTo(Reason.REFUSED);
    assertThat(refused).hasMessage("The address leads into a network that is not public");
  }

  @Test
  void aNameIsAskedForOnceAndTheConnectionGoesToThatAnswer() {
    // The second answer would be refused; a client that asked again would fail.
    Names names = new Names("127.0.0.1", "10.0.0.1");

    OutsideAnswer answer =
        client(THIS_MACHINE, names).get(at("stock.example", "/"), LIMITS).block(DEADLINE);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(names.asked).containsExactly("stock.example");
    server.verify(
        getRequestedFor(urlEqualTo("/"))
            .withHeader("Host", equalTo("stock.example:" + server.port())));
  }

  @Test
  void anotherAnswerForTheSameNameIsCheckedAgain() {
    OutsideClient client = client(List.of("127.0.0.9/32"), new Names("127.0.0.9", "127.0.0.1"));
    server.stubFor(get("/").willReturn(ok("first")));

    assertThat(client.get(at("rebind.example", "/"), LIMITS).block(DEADLINE).status())
        .isEqualTo(200);
    assertThat(failure(client.get(at("rebind.example", "/"), LIMITS)).reason())
        .isEqualTo(Reason.REFUSED);
    server.verify(1, getRequestedFor(anyUrl()));
  }

  @Test
  void ofSeveralAddressesOnlyAllowedOnesAreUsed() {
    OutsideAnswer answer =
        client(THIS_MACHINE, new Names("127.0.0.2,169.254.169.254,127.0.0.1"))
            .get(at("mixed.example", "/"), LIMITS)
            .block(DEADLINE);

    assertThat(answer.status()).isEqualTo(200);
  }

  @Test
  void aDownloadGoesToTheFileAndStopsAtItsLimit(@TempDir Path folder) throws IOException {
    server.stubFor(get("/small").willReturn(ok("0123456789")));
    server.stubFor(get("/large").willReturn(ok("x".repeat(5_000))));
    OutsideClient client = client(THIS_MACHINE, new Names("127.0.0.1", "127.0.0.1"));
    Path file = folder.resolve("file");

    OutsideAnswer small = download(client, "stock.example", "/small", file);
    assertThat(small.complete()).isTrue();
    assertThat(file).hasContent("0123456789");

    OutsideAnswer large = download(client, "stock.example", "/large", file);
    assertThat(large.complete()).isFalse();
    assertThat(file).hasSize(1_000);
  }

  @Test
  void secretsFollowARedirectOnTheSameServerOnly(@TempDir Path folder) {
    server.stubFor(get("/near").willReturn(temporaryRedirect("/here")));
    server.stubFor(
        get("/far").willReturn(temporaryRedirect("http://other.example:" + server.port() + "/x")));
    OutsideClient client =
        client(THIS_MACHINE, new Names("127.0.0.1", "127.0.0.1", "127.0.0.1", "127.0.0.1"));

    download(client, "stock.example", "/near", folder.resolve("file"));
    download(client, "stock.example", "/far", folder.resolve("file"));

    server.verify(getRequestedFor(urlEqualTo("/here")).withHeader("X-Key", equalTo("secret")));
    server.verify(getRequestedFor(urlEqualTo("/x")).withHeader("X-Plain", equalTo("plain")));
    server.verify(getRequestedFor(urlEqualTo("/x")).withoutHeader("X-Key"));
  }

  @Test
  void aDownloadIsGuardedAsEveryCall(@TempDir Path folder) {
    OutsideClient client = new OutsideClient(new PublicNetworks(List.of()), threads);

    assertThat(
            failure(
                    client.download(
                        new OutsideRequest(at("127.0.0.1", "/"), Map.of(), Map.of()),
                        LIMITS,
                        folder.resolve("file")))
                .reason())
        .isEqualTo(Reason.REFUSED);
    server.verify(0, getRequestedFor(anyUrl()));
  }

  private OutsideAnswer download(OutsideClient client, String host, String path, Path file) {
    return client
        .download(
            new OutsideRequest(
                at(host, path), Map.of("X-Plain", "plain"), Map.of("X-Key", "secret")),
            LIMITS,
            file)
        .block(DEADLINE);
  }

  @Test
  void aNameWithoutAddressIsUnreachable() {
    assertThat(failure(client(THIS_MACHINE, new Names("")).get(at("no.example", "/"), LIMITS)))
        .hasMessage("The name has no address")
        .extracting(OutsideCallFailed::reason)
        .isEqualTo(Reason.UNREACHABLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftp://a.example/", "file:///etc/passwd", "http:///x", "/relative"})
  void onlyHttpIsCalled(String address) {
    OutsideClient client = client(THIS_MACHINE, new Names("127.0.0.1"));

    assertThat(failure(client.get(URI.create(address), LIMITS)).reason()).isEqualTo(Reason.REFUSED);
  }

  @Test
  void aRedirectIsFollowedAndGuardedAsTheFirstAddress() {
    server.stubFor(get("/moved").willReturn(temporaryRedirect("/here")));
    server.stubFor(get("/inside").willReturn(temporaryRedirect(at("127.0.0.2", "/").toString())));
    server.stubFor(get("/file").willReturn(temporaryRedirect("file:///etc/passwd")));
    server.stubFor(get("/broken").willReturn(temporaryRedirect("http://[broken")));
    server.stubFor(get("/round").willReturn(temporaryRedirect("/round")));
    OutsideClient client = client(THIS_MACHINE, new Names("127.0.0.1"));

    OutsideAnswer moved = client.get(at("a.example", "/moved"), LIMITS).block(DEADLINE);

    assertThat(moved.address()).hasPath("/here");
    assertThat(moved.succeeded()).isTrue();
    for (String path : List.of("/inside", "/file", "/broken")) {
      assertThat(failure(client.get(at("a.example", path), LIMITS)).reason())
          .as(path)
          .isEqualTo(Reason.REFUSED);
    }
    assertThat(client.get(at("a.example", "/round"), LIMITS).block(DEADLINE).status())
        .isEqualTo(302);
    server.verify(4, getRequestedFor(urlEqualTo("/round")));
  }

  @Test
  void aPostCarriesItsBodyOnceAndFollowsNoRedirect() {
    server.stubFor(post("/hook").willReturn(temporaryRedirect("/other")));

    OutsideAnswer answer =
        client(THIS_MACHINE, new Names("127.0.0.1"))
            .post(
                at("a.example", "/hook"),
                Map.of("Content-Type", "application/json"),
                "{}".getBytes(StandardCharsets.UTF_8),
                LIMITS)
            .block(DEADLINE);

    assertThat(answer.status()).isEqualTo(302);
    server.verify(1, postRequestedFor(urlEqualTo("/hook")).withRequestBody(equalTo("{}")));
    server.verify(0, postRequestedFor(urlEqualTo("/other")));
  }

  @Test
  void noMoreOfAnAnswerIsReadThanWanted() {
    server.stubFor(get("/exact").willReturn(ok("x".repeat(1_000))));
    server.stubFor(get("/long").willReturn(ok("x".repeat(5_000_000))));
    OutsideClient client = client(THIS_MACHINE, new Names("127.0.0.1"));

    OutsideAnswer exact = client.get(at("a.example", "/exact"), LIMITS).block(DEADLINE);
    OutsideAnswer cut = client.get(at("a.example", "/long"), LIMITS).block(DEADLINE);

    assertThat(exact.body()).hasSize(1_000);
    assertThat(exact.complete()).isTrue();
    assertThat(cut.body()).hasSize(1_000);
    assertThat(cut.complete()).isFalse();
  }

  @Test
  void anAnswerThatDripsEndsWithTheTimeOfTheCall() {
    server.stubFor(
        get("/slow").willReturn(aResponse().withBody("drip").withChunkedDribbleDelay(4, 60_000)));
    OutsideLimits short1 = new OutsideLimits(Duration.ofMillis(500), 1_000, 0);

    assertThat(
            failure(
                    client(THIS_MACHINE, new Names("127.0.0.1"))
                        .get(at("a.example", "/slow"), short1))
                .reason())
        .isEqualTo(Reason.TIMEOUT);
  }

  /** Answers each question with the next text of addresses, then always with the last one. */
  private static final class Names extends AddressResolverGroup<InetSocketAddress> {
    private final List<String> answers;
    private final List<String> asked = new ArrayList<>();

    private Names(String... answers) {
      this.answers = List.of(answers);
    }

    @Override
    protected AddressResolver<InetSocketAddress> newResolver(EventExecutor executor) {
      return new InetNameResolver(executor) {
        @Override
        protected void doResolve(String name, Promise<InetAddress> promise) {
          promise.setFailure(new UnsupportedOperationException("all are wanted"));
        }

        @Override
        protected void doResolveAll(String name, Promise<List<InetAddress>> promise) {
          String answer = answers.get(Math.min(asked.size(), answers.size() - 1));
          asked.add(name);
          if (answer.isEmpty()) {
            promise.setFailure(new UnknownHostException(name));
          } else {
            promise.setSuccess(
                List.of(answer.split(",")).stream().map(InetAddress::ofLiteral).toList());
          }
        }
      }.asAddressResolver();
    }
  }
}
