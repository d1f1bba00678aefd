package com.lotview.auth.session.web;

import com.lotview.auth.session.LoginOutcome;
import com.lotview.auth.session.Logins;
import com.lotview.auth.session.RefreshOutcome;
import com.lotview.auth.session.Session;
import com.lotview.auth.session.Sessions;
import com.lotview.auth.token.AccessTokens;
import com.lotview.contracts.ErrorCode;
import com.lotview.kit.security.Caller;
import com.lotview.kit.web.ApiException;
import jakarta.validation.Valid;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Signing in, staying in, signing out. */
@RestController
@RequestMapping("/v1/auth")
class AuthController {
  private final Logins logins;
  private final Sessions sessions;

  AuthController(Logins logins, Sessions sessions) {
    this.logins = logins;
    this.sessions = sessions;
  }

  @PostMapping("/login")
  Mono<SessionResponse> login(
      @Valid @RequestBody LoginRequest request, ServerWebExchange exchange) {
    return logins
        .login(request.email(), request.password(), ip(exchange.getRequest()))
        .onErrorMap(
            RejectedExecutionException.class,
            e -> new ApiException(ErrorCode.SERVICE_UNAVAILABLE, "Too many logins at once"))
        .map(outcome ->
            switch (outcome) {
              case LoginOutcome.SignedIn in -> answer(exchange, in.session());
              case LoginOutcome.Refused no ->
                  throw new ApiException(
                      ErrorCode.AUTH_INVALID_CREDENTIALS,
                      ErrorCode.AUTH_INVALID_CREDENTIALS.title());
              case LoginOutcome.Locked locked -> throw locked(exchange, locked.left());
            });
  }

  @PostMapping("/refresh")
  Mono<SessionResponse> refresh(
      @RequestBody(required = false) @Nullable RefreshRequest request, ServerWebExchange exchange) {
    String token = token(request, exchange.getRequest());
    if (token == null) {
      return Mono.error(
          new ApiException(
              ErrorCode.AUTH_REFRESH_REVOKED, "Send refreshToken in the body or as the cookie"));
    }
    return sessions
        .refresh(token, ip(exchange.getRequest()))
        .map(outcome ->
            switch (outcome) {
              case RefreshOutcome.Renewed renewed -> answer(exchange, renewed.session());
              case RefreshOutcome.Rejected rejected -> {
                RefreshCookie.clear(exchange);
                throw new ApiException(ErrorCode.AUTH_REFRESH_REVOKED, rejected.reason());
              }
            });
  }

  @PostMapping("/logout")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  Mono<Void> logout(
      Caller caller,
      @AuthenticationPrincipal Jwt accessToken,
      @RequestBody(required = false) @Nullable RefreshRequest request,
      ServerWebExchange exchange) {
    String session = accessToken.getClaimAsString(AccessTokens.SESSION);
    Sessions.Person person =
        new Sessions.Person(
            caller.userId(),
            caller.dealershipId(),
            session == null ? null : UUID.fromString(session));
    String token = token(request, exchange.getRequest());
    return sessions
        .logout(person, token, ip(exchange.getRequest()))
        .then(Mono.fromRunnable(() -> RefreshCookie.clear(exchange)));
  }

  @GetMapping("/me")
  Mono<MeResponse> me(Caller caller) {
    return sessions
        .person(caller.dealershipId(), caller.userId())
        .map(MeResponse::of)
        .switchIfEmpty(
            Mono.error(() ->
                new ApiException(
                    ErrorCode.AUTH_TOKEN_INVALID, "This account is no longer active")));
  }

  private static SessionResponse answer(ServerWebExchange exchange, Session session) {
    RefreshCookie.write(exchange, session.refreshToken());
    return SessionResponse.of(session);
  }

  private static ApiException locked(ServerWebExchange exchange, Duration wait) {
    long seconds = wait.plusMillis(999).toSeconds();
    exchange.getResponse().getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    return new ApiException(
        ErrorCode.AUTH_RATE_LIMITED, "Too many login attempts; try again in " + seconds + " s");
  }

  private static @Nullable String token(@Nullable RefreshRequest request, ServerHttpRequest http) {
    String given = request == null ? null : request.refreshToken();
    return given == null || given.isBlank() ? RefreshCookie.read(http) : given;
  }

  // The gateway sets the header to the one address it took the request from.
  private static @Nullable String ip(ServerHttpRequest request) {
    String forwarded = request.getHeaders().getFirst("X-Forwarded-For");
    InetSocketAddress remote = request.getRemoteAddress();
    if (forwarded != null) {
      return forwarded;
    }
    return remote == null ? null : remote.getAddress().getHostAddress();
  }
}
