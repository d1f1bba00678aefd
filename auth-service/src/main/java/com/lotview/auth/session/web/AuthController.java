package com.lotview.auth.session.web;

import com.lotview.auth.session.Logins;
import com.lotview.auth.session.RefreshOutcome;
import com.lotview.auth.session.Session;
import com.lotview.auth.session.Sessions;
import com.lotview.contracts.ErrorCode;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.openapi.ApiAnswer;
import com.lotview.kit.security.Access;
import com.lotview.kit.security.Caller;
import com.lotview.kit.security.RequestOrigin;
import jakarta.validation.Valid;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
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

/** Signing in, staying signed in, signing out. */
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
  @ApiAnswer(value = SessionResponse.class, accepted = LoginAnswers.ChallengeResponse.class)
  Mono<ResponseEntity<Object>> login(
      @Valid @RequestBody LoginRequest request, RequestOrigin origin, ServerWebExchange exchange) {
    String device = DeviceCookie.read(exchange.getRequest());
    return logins
        .login(request.email(), request.password(), device, origin)
        .onErrorMap(
            RejectedExecutionException.class,
            e -> new RefusalException(ErrorCode.SERVICE_UNAVAILABLE, "Too many logins at once"))
        .map(outcome -> LoginAnswers.of(exchange, outcome));
  }

  @PostMapping("/refresh")
  Mono<SessionResponse> refresh(
      @RequestBody(required = false) @Nullable RefreshRequest request,
      RequestOrigin origin,
      ServerWebExchange exchange) {
    String token = token(request, exchange.getRequest());
    if (token == null) {
      return Mono.error(
          new RefusalException(
              ErrorCode.AUTH_REFRESH_REVOKED, "Send refreshToken in the body or as the cookie"));
    }
    return sessions
        .refresh(token, origin)
        .map(outcome ->
            switch (outcome) {
              case RefreshOutcome.Renewed renewed -> answer(exchange, renewed.session());
              case RefreshOutcome.Rejected rejected -> {
                RefreshCookie.clear(exchange);
                throw new RefusalException(ErrorCode.AUTH_REFRESH_REVOKED, rejected.reason());
              }
            });
  }

  @PostMapping("/logout")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  Mono<Void> logout(
      @AuthenticationPrincipal @Nullable Jwt accessToken,
      RequestOrigin origin,
      @RequestBody(required = false) @Nullable RefreshRequest request,
      ServerWebExchange exchange) {
    String token = token(request, exchange.getRequest());
    if (token == null && accessToken == null) {
      return Mono.error(
          new RefusalException(
              ErrorCode.AUTH_TOKEN_INVALID, "Send the refresh token or a valid access token"));
    }
    return sessions
        .logout(accessToken == null ? null : person(accessToken), token, origin)
        .then(Mono.fromRunnable(() -> RefreshCookie.clear(exchange)));
  }

  @GetMapping("/me")
  Mono<MeResponse> me(Caller caller) {
    caller.requirePerson();
    return sessions
        .person(caller.dealershipId(), caller.userId())
        .map(MeResponse::of)
        .switchIfEmpty(
            Mono.error(() ->
                new RefusalException(
                    ErrorCode.AUTH_TOKEN_INVALID, "This account is no longer active")));
  }

  private static SessionResponse answer(ServerWebExchange exchange, Session session) {
    RefreshCookie.write(exchange, session.refreshToken());
    return SessionResponse.of(session);
  }

  private static Sessions.Person person(Jwt token) {
    if (token.hasClaim(Caller.SCOPE)) {
      throw new RefusalException(ErrorCode.FORBIDDEN, "An API key has no session");
    }
    return new Sessions.Person(
        UUID.fromString(token.getSubject()),
        UUID.fromString(token.getClaimAsString(Caller.DEALERSHIP)),
        Access.of(token).session());
  }

  private static @Nullable String token(@Nullable RefreshRequest request, ServerHttpRequest http) {
    String given = request == null ? null : request.refreshToken();
    return given == null || given.isBlank() ? RefreshCookie.read(http) : given;
  }
}
