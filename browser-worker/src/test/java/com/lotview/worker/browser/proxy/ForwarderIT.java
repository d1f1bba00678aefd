package com.lotview.worker.browser.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.lotview.worker.browser.pool.JobProxies.JobProxy;
import com.lotview.worker.browser.process.BrowserStartException;
import com.lotview.worker.browser.process.BrowserStartException.Reason;
import com.lotview.worker.browser.process.ProcessGroup;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The forwarder as in production: a separate process between a client and a site. */
@Tag("servers")
class ForwarderIT {

  @TempDir Path folder;
  private HttpServer site;
  private URI address;

  @BeforeEach
  void start() throws IOException {
    site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    site.createContext("/", ForwarderIT::echo);
    site.start();
    address = URI.create("http://127.0.0.1:" + site.getAddress().getPort() + "/");
  }

  @AfterEach
  void end() {
    site.stop(0);
  }

  /** Answers with the method, the path and the number of bytes that it received. */
  private static void echo(HttpExchange exchange) throws IOException {
    int bytes = exchange.getRequestBody().readAllBytes().length;
    String leaked = exchange.getRequestHeaders().getFirst("Proxy-Authorization");
    byte[] answer =
        (exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + bytes + " " + leaked)
            .getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  private JobProxy open(Upstreams upstreams) {
    return new Forwarders(upstreams, folder.resolve("classes"), address)
        .open(folder.resolve("job"), "account");
  }

  private static HttpResponse<String> ask(JobProxy proxy, URI address, byte @Nullable [] body)
      throws Exception {
    int port = Integer.parseInt(proxy.address().split(":")[1]);
    ProxySelector selector = ProxySelector.of(new InetSocketAddress("127.0.0.1", port));
    try (HttpClient client = HttpClient.newBuilder().proxy(selector).build()) {
      HttpRequest.Builder request = HttpRequest.newBuilder(address);
      if (body != null) {
        request.POST(HttpRequest.BodyPublishers.ofByteArray(body));
      }
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
  }

  @Test
  void withoutAProxyOutsideItGoesDirectlyAndStillDeniesTheBrowsersOwnCalls() throws Exception {
    try (JobProxy proxy = open(Upstreams.none())) {
      assertThat(ask(proxy, address.resolve("/a?b=c"), null).body()).isEqualTo("GET /a?b=c 0 null");
      assertThat(ask(proxy, address.resolve("/up"), new byte[3_000_000]).body())
          .isEqualTo("POST /up 3000000 null");
      assertThat(ask(proxy, URI.create("http://update.googleapis.com/x"), null).statusCode())
          .isEqualTo(403);
      assertThat(tunnel(proxy, "accounts.google.com:443")).startsWith("HTTP/1.1 403");
      assertThat(tunnel(proxy, "127.0.0.1:1")).startsWith("HTTP/1.1 502");
    }
  }

  @Test
  void throughAProxyThatWantsAPasswordTheSiteIsReachedByRequestAndByTunnel() throws Exception {
    try (TestProxy outside = new TestProxy("ann", "se:cr@et");
        JobProxy proxy = open(upstreams(outside, "se:cr@et"))) {
      assertThat(ask(proxy, address.resolve("/a"), null).body()).startsWith("GET /a 0");
      String through =
          tunnel(
              proxy,
              address.getAuthority(),
              "GET /t HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
      assertThat(through).startsWith("HTTP/1.1 200").endsWith("GET /t 0 null");
      assertThat(outside.asked()).contains("CONNECT " + address.getAuthority() + " HTTP/1.1");
      assertThat(commandLine()).contains("ForwarderMain").doesNotContain("cr@et");
    }
  }

  @Test
  void aProxyThatRefusesUsOrIsDeadIsToldBeforeAnyBrowserIsStarted() throws Exception {
    int port;
    try (TestProxy outside = new TestProxy("ann", "secret")) {
      port = outside.port();
      BrowserStartException refused =
          catchThrowableOfType(
              BrowserStartException.class, () -> open(upstreams(outside, "planted")));
      assertThat(refused.reason()).isEqualTo(Reason.NO_PROXY);
      assertThat(refused).hasMessageContaining("407").hasMessageNotContaining("planted");
    }
    BrowserStartException dead =
        catchThrowableOfType(
            BrowserStartException.class,
            () -> open(Upstreams.of("127.0.0.1", port, null, null, null)));
    assertThat(dead.reason()).isEqualTo(Reason.NO_PROXY);
    assertThat(dead).hasMessageContaining("127.0.0.1:" + port).hasMessageContaining("reached");
  }

  @Test
  void itDiesWithTheJobsFolder() throws Exception {
    JobProxy proxy = open(Upstreams.none());
    assertThat(commandLine()).isNotEmpty();

    assertThat(ProcessGroup.killOf(folder.resolve("job"))).isTrue();

    int port = Integer.parseInt(proxy.address().split(":")[1]);
    // The signal has been sent; the process ends a moment later.
    await()
        .until(() ->
            catchThrowableOfType(IOException.class, () -> new Socket("127.0.0.1", port).close())
                != null);
    proxy.close();
  }

  private Upstreams upstreams(TestProxy outside, String password) {
    return Upstreams.of("127.0.0.1", outside.port(), "ann", password, null);
  }

  private String commandLine() throws IOException {
    Optional<String> group =
        Files.exists(folder.resolve("job/proxy.pgid"))
            ? Optional.of(Files.readString(folder.resolve("job/proxy.pgid")).strip())
            : Optional.empty();
    return Files.readString(Path.of("/proc", group.orElseThrow(), "cmdline"));
  }

  private static String tunnel(JobProxy proxy, String target, String... said) throws IOException {
    int port = Integer.parseInt(proxy.address().split(":")[1]);
    try (Socket socket = new Socket("127.0.0.1", port)) {
      String head = "CONNECT " + target + " HTTP/1.1\r\nHost: " + target + "\r\n\r\n";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
      for (String more : List.of(said)) {
        socket.getOutputStream().write(more.getBytes(StandardCharsets.ISO_8859_1));
      }
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1)
          .replaceFirst("^HTTP/1.1 200 Connection established\r\n\r\n", "");
    }
  }
}
