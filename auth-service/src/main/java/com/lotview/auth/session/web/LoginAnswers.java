package com.lotview.auth.session.web;

import com.lotview.auth.challenge.OpenChallenge;
import com.lotview.auth.session.LoginOutcome;
import com.lotview.contracts.ErrorCode;
import com.lotview.kit.error.RefusalException;
import java.time.Duration;
import java.time.Instant;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.server.ServerWebExchange;

/** Answers to logins, for every route that signs a person in. */
public final class LoginAnswers {
  private LoginAnswers() {}

  /**
   * The password was right; {@code POST /v1/auth/login/code} completes the login.
   *
   * @param enrol whether {@code POST /v1/auth/login/enrolment} must come first
   */
  public record ChallengeResponse(String challenge, Instant expiresAt, boolean enrol) {
    @Override
    public String toString() {
      return "ChallengeResponse[***]";
    }
  }

  /** 200 with tokens, 202 with a challenge, or the refusal. */
  public static ResponseEntity<Object> of(ServerWebExchange exchange, LoginOutcome outcome) {
    return switch (outcome) {
      case LoginOutcome.SignedIn in -> ResponseEntity.ok(signedIn(exchange, in));
      case LoginOutcome.CodeNeeded(OpenChallenge challenge) ->
          ResponseEntity.accepted()
              .body(
                  new ChallengeResponse(
                      challenge.token(), challenge.expiresAt(), challenge.enrol()));
      case LoginOutcome.Refused no ->
          throw new RefusalException(
              ErrorCode.AUTH_INVALID_CREDENTIALS, ErrorCode.AUTH_INVALID_CREDENTIALS.title());
      case LoginOutcome.Locked(Duration left) -> throw locked(exchange, left);
    };
  }

  /** The tokens; writes the cookies. */
  public static SessionResponse signedIn(ServerWebExchange exchange, LoginOutcome.SignedIn in) {
    String device = in.device();
    if (device != null) {
      DeviceCookie.write(exchange, device);
    }
    RefreshCookie.write(exchange, in.session().refreshToken());
    return SessionResponse.of(in.session());
  }

  private static RefusalException locked(ServerWebExchange exchange, Duration wait) {
    long seconds = wait.plusMillis(999).toSeconds();
    exchange.getResponse().getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    return new RefusalException(
        ErrorCode.AUTH_RATE_LIMITED, "Too many login attempts; try again in " + seconds + " s");
  }
}
