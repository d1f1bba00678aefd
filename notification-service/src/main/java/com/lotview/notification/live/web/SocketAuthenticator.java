package com.lotview.notification.live.web;

import com.lotview.contracts.ErrorCode;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.security.Access;
import com.lotview.kit.security.Caller;
import com.lotview.kit.security.RequestOrigin;
import com.lotview.kit.security.Revocations;
import com.lotview.kit.security.TokenKinds;
import com.lotview.notification.ticket.Tickets;
import com.lotview.notification.ticket.Tickets.Holder;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;

/**
 * Authenticates a socket before the upgrade: by {@code Authorization}, one-time ticket or token in
 * the address. Never logs them.
 */
final class SocketAuthenticator {
  private static final String BEARER = "Bearer ";

  private final ReactiveJwtDecoder tokens;
  private final Tickets tickets;
  private final Revocations revocations;
  private final Clock clock;

  SocketAuthenticator(
      ReactiveJwtDecoder tokens, Tickets tickets, Revocations revocations, Clock clock) {
    this.tokens = tokens;
    this.tickets = tickets;
    this.revocations = revocations;
    this.clock = clock;
  }

  /** The socket's holder; fails with the {@link RefusalException} that answers the handshake. */
  Mono<Holder> admit(ServerHttpRequest request) {
    String header = request.getHeaders().getFirst("Authorization");
    String ticket = request.getQueryParams().getFirst("ticket");
    String token = request.getQueryParams().getFirst("token");
    Mono<Holder> holder;
    if (header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      holder = byToken(header.substring(BEARER.length()).strip());
    } else if (ticket != null) {
      holder =
          tickets.redeem(ticket).switchIfEmpty(refuse("The ticket is not valid; get a new one"));
    } else if (token != null) {
      holder = byToken(token);
    } else {
      holder = refuse("A token or a ticket is required");
    }
    return holder
        .flatMap(this::current)
        .flatMap(found -> revocations.check(found.access()).thenReturn(found));
  }

  private Mono<Holder> byToken(String token) {
    return tokens
        .decode(token)
        .onErrorMap(JwtException.class, SocketAuthenticator::problem)
        .flatMap(jwt -> person(jwt));
  }

  private static RefusalException problem(JwtException error) {
    boolean expired = String.valueOf(error.getMessage()).contains("expired");
    ErrorCode code = expired ? ErrorCode.AUTH_TOKEN_EXPIRED : ErrorCode.AUTH_TOKEN_INVALID;
    return new RefusalException(code, code.title());
  }

  private static Mono<Holder> person(Jwt jwt) {
    List<String> audience = Objects.requireNonNullElse(jwt.getAudience(), List.of());
    Instant ends = jwt.getExpiresAt();
    if (!audience.contains(TokenKinds.API_AUDIENCE) || ends == null) {
      return refuse("The access token is not a person's");
    }
    Caller caller = Caller.of(jwt, RequestOrigin.NONE);
    return Mono.just(new Holder(Access.of(jwt), caller.dealershipId(), caller.permissions(), ends));
  }

  private Mono<Holder> current(Holder holder) {
    return holder.tokenExpiresAt().isAfter(clock.instant())
        ? Mono.just(holder)
        : Mono.error(
            new RefusalException(
                ErrorCode.AUTH_TOKEN_EXPIRED, ErrorCode.AUTH_TOKEN_EXPIRED.title()));
  }

  private static <T> Mono<T> refuse(String detail) {
    return Mono.error(new RefusalException(ErrorCode.AUTH_TOKEN_INVALID, detail));
  }

  /** The last event that the client has; null if the client does not name it. */
  static @Nullable Long after(ServerHttpRequest request) {
    String after = request.getQueryParams().getFirst("after");
    if (after == null) {
      return null;
    }
    if (!after.matches("\\d{1,18}")) {
      throw RefusalException.invalid("after", "must be the number of an event");
    }
    return Long.valueOf(after);
  }
}
