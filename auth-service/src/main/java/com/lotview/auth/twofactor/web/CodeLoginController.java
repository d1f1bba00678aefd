package com.lotview.auth.twofactor.web;

import com.lotview.auth.session.web.DeviceCookie;
import com.lotview.auth.session.web.LoginAnswers;
import com.lotview.auth.session.web.SessionResponse;
import com.lotview.auth.twofactor.CodeLogins;
import com.lotview.auth.twofactor.Enrolment;
import com.lotview.kit.security.RequestOrigin;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The second step of a login. */
@RestController
@RequestMapping("/v1/auth/login")
class CodeLoginController {
  private static final int MAX_TOKEN = 100;

  private final CodeLogins logins;

  CodeLoginController(CodeLogins logins) {
    this.logins = logins;
  }

  /** The challenge of the first step. */
  record EnrolmentRequest(
      @NotBlank(message = "is required") @Size(max = MAX_TOKEN, message = "is too long")
          String challenge) {

    @Override
    public String toString() {
      return "EnrolmentRequest[***]";
    }
  }

  /** The challenge of the first step, and a code of the app or a recovery code. */
  record CodeLoginRequest(
      @NotBlank(message = "is required") @Size(max = MAX_TOKEN, message = "is too long")
          String challenge,
      @NotBlank(message = "is required") @Size(max = 40, message = "is too long") String code) {

    @Override
    public String toString() {
      return "CodeLoginRequest[***]";
    }
  }

  /**
   * A login's answer.
   *
   * @param recoveryCodes shown this once; empty unless the factor was set up just now
   */
  record CodeLoginResponse(
      String accessToken,
      String refreshToken,
      SessionResponse.User user,
      List<String> recoveryCodes) {

    @Override
    public String toString() {
      return "CodeLoginResponse[user=" + user.id() + "]";
    }
  }

  @PostMapping("/enrolment")
  Mono<Enrolment> enrol(@Valid @RequestBody EnrolmentRequest request) {
    return logins.enrol(request.challenge());
  }

  @PostMapping("/code")
  Mono<CodeLoginResponse> code(
      @Valid @RequestBody CodeLoginRequest request,
      RequestOrigin origin,
      ServerWebExchange exchange) {
    String device = DeviceCookie.read(exchange.getRequest());
    return logins
        .enter(request.challenge(), request.code(), device, origin)
        .map(entered -> answer(exchange, entered));
  }

  private static CodeLoginResponse answer(ServerWebExchange exchange, CodeLogins.Entered entered) {
    SessionResponse session = LoginAnswers.signedIn(exchange, entered.login());
    return new CodeLoginResponse(
        session.accessToken(), session.refreshToken(), session.user(), entered.recoveryCodes());
  }
}
