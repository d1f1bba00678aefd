package com.lotview.kit.outside;

import com.lotview.kit.outside.OutsideCallFailed.Reason;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.resolver.AddressResolverGroup;
import java.io.ByteArrayOutputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.support.Netty4HeadersAdapter;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.ByteBufFlux;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;
import reactor.netty.transport.NameResolverProvider;

/**
 * HTTP client for addresses that people name. It reaches allowed networks only (see {@link
 * PublicNetworks}), each call by a connection of its own to an address that was resolved and
 * checked for it, without proxy, cookies or decompression. Thread-safe; errors are {@link
 * OutsideCallFailed} only.
 */
public final class OutsideClient {
  private static final int CONNECT_MILLIS = 5_000;
  // Chunks of the network that wait for the disk.
  private static final int BEHIND = 16;
  private static final Duration NAME_TIMEOUT = Duration.ofSeconds(3);

  private final HttpClient http;

  /** Resolves names as the machine does, without blocking. */
  public OutsideClient(PublicNetworks networks, LoopResources threads) {
    this(
        networks,
        threads,
        NameResolverProvider.builder()
            .queryTimeout(NAME_TIMEOUT)
            .build()
            .newNameResolverGroup(threads, LoopResources.DEFAULT_NATIVE));
  }

  /** Takes addresses of names from the given resolver. */
  OutsideClient(
      PublicNetworks networks,
      LoopResources threads,
      AddressResolverGroup<InetSocketAddress> names) {
    this.http =
        HttpClient.create(ConnectionProvider.newConnection())
            .runOn(threads)
            .noProxy()
            .resolver(new GuardedResolvers(names, networks))
            .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
            .followRedirect(false)
            .disableRetry(true);
  }

  /**
   * Reads from an address.
   *
   * @param address http or https
   */
  public Mono<OutsideAnswer> get(URI address, OutsideLimits limits) {
    return get(address, Map.of(), limits);
  }

  /**
   * Reads from an address.
   *
   * @param address http or https
   * @param headers sent to this address and to those of its redirects: nothing secret
   */
  public Mono<OutsideAnswer> get(URI address, Map<String, String> headers, OutsideLimits limits) {
    return within(limits, following(address, headers, limits, limits.redirects()));
  }

  /**
   * Reads from an address into a file, as the bytes come, never whole in memory.
   *
   * @param into written anew; holds the body of the last answer, at most as many bytes as wanted
   * @return an answer without body
   */
  public Mono<OutsideAnswer> download(OutsideRequest request, OutsideLimits limits, Path into) {
    return within(limits, downloading(request, limits, into, limits.redirects()));
  }

  private Mono<OutsideAnswer> downloading(
      OutsideRequest request, OutsideLimits limits, Path into, int redirects) {
    Map<String, String> headers = new HashMap<>(request.headers());
    headers.putAll(request.secrets());
    return exchange(
            HttpMethod.GET,
            request.address(),
            headers,
            null,
            (answer, content) -> spill(request.address(), answer, content, limits.bytes(), into))
        .flatMap(answer -> {
          URI next = target(answer);
          return next == null || redirects == 0
              ? Mono.just(answer)
              : downloading(request.at(next), limits, into, redirects - 1);
        });
  }

  // The file is written on a thread that may block; the next bytes wait for it.
  private static Mono<OutsideAnswer> spill(
      URI address, HttpClientResponse answer, ByteBufFlux content, int limit, Path into) {
    HttpHeaders headers = answer.responseHeaders().copy();
    int status = answer.status().code();
    return Mono.using(
            () -> Spill.into(into, limit),
            spill ->
                content
                    .asByteArray()
                    .publishOn(Schedulers.boundedElastic(), BEHIND)
                    .takeWhile(spill::take)
                    .then(Mono.fromSupplier(() -> answer(address, status, headers, spill))))
        .subscribeOn(Schedulers.boundedElastic());
  }

  private static OutsideAnswer answer(URI address, int status, HttpHeaders headers, Spill spill) {
    return new OutsideAnswer(
        address,
        status,
        new org.springframework.http.HttpHeaders(new Netty4HeadersAdapter(headers)),
        new byte[0],
        !spill.full());
  }

  /**
   * Sends a body to an address; follows no redirect.
   *
   * @param address http or https
   */
  public Mono<OutsideAnswer> post(
      URI address, Map<String, String> headers, byte[] body, OutsideLimits limits) {
    return within(
        limits,
        exchange(
            HttpMethod.POST,
            address,
            headers,
            body,
            (answer, content) -> read(address, answer, content, limits.bytes())));
  }

  private static Mono<OutsideAnswer> within(OutsideLimits limits, Mono<OutsideAnswer> call) {
    return call.timeout(limits.time()).onErrorMap(OutsideClient::failure);
  }

  private Mono<OutsideAnswer> following(
      URI address, Map<String, String> headers, OutsideLimits limits, int redirects) {
    return exchange(
            HttpMethod.GET,
            address,
            headers,
            null,
            (answer, content) -> read(address, answer, content, limits.bytes()))
        .flatMap(answer -> {
          URI next = target(answer);
          return next == null || redirects == 0
              ? Mono.just(answer)
              : following(next, headers, limits, redirects - 1);
        });
  }

  private static @Nullable URI target(OutsideAnswer answer) {
    String location = answer.headers().getFirst("Location");
    boolean redirect =
        switch (answer.status()) {
          case 301, 302, 303, 307, 308 -> true;
          default -> false;
        };
    return redirect && location != null ? answer.address().resolve(location) : null;
  }

  private Mono<OutsideAnswer> exchange(
      HttpMethod method,
      URI address,
      Map<String, String> headers,
      byte @Nullable [] body,
      BiFunction<HttpClientResponse, ByteBufFlux, Mono<OutsideAnswer>> reading) {
    if (!callable(address)) {
      return Mono.error(
          () -> new OutsideCallFailed(Reason.REFUSED, "The address is not one of http or https"));
    }
    return http.headers(set -> headers.forEach(set::set))
        .request(method)
        .uri(address)
        .send(
            body == null
                ? Mono.<ByteBuf>empty()
                : Mono.fromSupplier(() -> Unpooled.wrappedBuffer(body)))
        .response(reading)
        .single();
  }

  private static boolean callable(URI address) {
    return ("https".equalsIgnoreCase(address.getScheme())
            || "http".equalsIgnoreCase(address.getScheme()))
        && address.getHost() != null;
  }

  private static Mono<OutsideAnswer> read(
      URI address, HttpClientResponse answer, ByteBufFlux content, int limit) {
    HttpHeaders headers = answer.responseHeaders().copy();
    int status = answer.status().code();
    return content
        .asByteArray()
        .scan(new Body(limit), Body::plus)
        .takeUntil(Body::full)
        .last()
        .map(body ->
            new OutsideAnswer(
                address,
                status,
                new org.springframework.http.HttpHeaders(new Netty4HeadersAdapter(headers)),
                body.bytes(),
                !body.full()));
  }

  private static Throwable failure(Throwable error) {
    return switch (error) {
      case OutsideCallFailed known -> known;
      case TimeoutException late ->
          new OutsideCallFailed(Reason.TIMEOUT, "The answer did not come in time", late);
      case IllegalArgumentException wrong ->
          new OutsideCallFailed(Reason.REFUSED, "The address is not one of http or https", wrong);
      default ->
          new OutsideCallFailed(
              Reason.UNREACHABLE, "No connection: " + error.getClass().getSimpleName(), error);
    };
  }

  /** What was read so far; used by one answer at a time. */
  private static final class Body {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final int limit;
    private boolean full;

    private Body(int limit) {
      this.limit = limit;
    }

    private Body plus(byte[] more) {
      int room = Math.min(more.length, limit - bytes.size());
      bytes.write(more, 0, room);
      full = room < more.length;
      return this;
    }

    private boolean full() {
      return full;
    }

    private byte[] bytes() {
      return bytes.toByteArray();
    }
  }
}
