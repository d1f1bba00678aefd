package com.lotview.auth.password.web;

import com.lotview.auth.password.ChoosePassword;
import com.lotview.auth.password.ForgottenPassword;
import com.lotview.auth.session.Sessions;
import com.lotview.auth.session.web.LoginAnswers;
import com.lotview.auth.session.web.SessionResponse;
import com.lotview.contracts.ErrorCode;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.openapi.ApiAnswer;
import com.lotview.kit.security.Access;
import com.lotview.kit.security.Caller;
import com.lotview.kit.security.RequestOrigin;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.concurrent.RejectedExecutionException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Accepts invitations, changes passwords, and sets new ones by mailed links. */
@RestController
@RequestMapping("/v1/auth")
class PasswordController {
  private static final int MAX_PASSWORD = 256;
  private static final int MAX_TOKEN = 100;
  private static final int MAX_EMAIL = 254;

  private final ChoosePassword choose;
  private final ForgottenPassword forgotten;
  private final Sessions sessions;

  PasswordController(ChoosePassword choose, ForgottenPassword forgotten, Sessions sessions) {
    this.choose = choose;
    this.forgotten = forgotten;
    this.sessions = sessions;
  }

  /** A one-time link's token, and the password to choose. */
  record LinkRequest(
      @NotBlank(message = "is required") @Size(max = MAX_TOKEN, message = "is too long")
          String token,
      @NotNull(message = "is required")
          @Size(max = MAX_PASSWORD, message = "must have 8 to 256 characters")
          String password) {

    @Override
    public String toString() {
      return "LinkRequest[***]";
    }
  }

  /** Whose password was forgotten. */
  record ForgottenRequest(
      @NotBlank(message = "is required") @Size(max = MAX_EMAIL, message = "is too long")
          String email) {}

  /** The old password and the new one. */
  record PasswordChangeRequest(
      @NotNull(message = "is required") @Size(max = MAX_PASSWORD, message = "is too long")
          String currentPassword,
      @NotNull(message = "is required")
          @Size(max = MAX_PASSWORD, message = "must have 8 to 256 characters")
          String newPassword) {

    @Override
    public String toString() {
      return "PasswordChangeRequest[***]";
    }
  }

  @PostMapping("/invitation")
  @ApiAnswer(value = SessionResponse.class, accepted = LoginAnswers.ChallengeResponse.class)
  Mono<ResponseEntity<Object>> accept(
      @Valid @RequestBody LinkRequest request, ServerWebExchange exchange) {
    return choose
        .accept(request.token(), request.password(), RequestOrigin.of(exchange.getRequest()))
        .onErrorMap(RejectedExecutionException.class, PasswordController::busy)
        .map(outcome -> LoginAnswers.of(exchange, outcome));
  }

  @PostMapping("/password/forgotten")
  @ResponseStatus(HttpStatus.ACCEPTED)
  Mono<Void> forgotten(@Valid @RequestBody ForgottenRequest request) {
    return forgotten.mailLink(request.email());
  }

  @PostMapping("/password/reset")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  Mono<Void> reset(@Valid @RequestBody LinkRequest request, ServerWebExchange exchange) {
    return choose
        .reset(request.token(), request.password(), RequestOrigin.of(exchange.getRequest()))
        .onErrorMap(RejectedExecutionException.class, PasswordController::busy);
  }

  @PutMapping("/password")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  Mono<Void> change(
      Caller caller,
      @AuthenticationPrincipal Jwt accessToken,
      @Valid @RequestBody PasswordChangeRequest request,
      ServerWebExchange exchange) {
    caller.requirePerson();
    return sessions
        .person(caller.dealershipId(), caller.userId())
        .switchIfEmpty(
            Mono.error(() ->
                new RefusalException(
                    ErrorCode.AUTH_TOKEN_INVALID, "This account is no longer active")))
        .flatMap(person ->
            choose.change(
                person,
                Access.of(accessToken).session(),
                request.currentPassword(),
                request.newPassword(),
                RequestOrigin.of(exchange.getRequest())))
        .onErrorMap(RejectedExecutionException.class, PasswordController::busy);
  }

  private static RefusalException busy(Throwable error) {
    return new RefusalException(
        ErrorCode.SERVICE_UNAVAILABLE, "Too many passwords are being checked; try again");
  }
}
