package com.lotview.auth.twofactor.web;

import com.lotview.auth.account.Account;
import com.lotview.auth.session.Sessions;
import com.lotview.auth.session.web.DeviceCookie;
import com.lotview.auth.twofactor.CodeGuard.Shown;
import com.lotview.auth.twofactor.Enrolment;
import com.lotview.auth.twofactor.OwnTwoFactor;
import com.lotview.auth.twofactor.TwoFactorPolicy;
import com.lotview.contracts.ErrorCode;
import com.lotview.contracts.Permission;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.security.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The caller's own second factor, and the general manager's policy. */
@RestController
class TwoFactorController {
  private final OwnTwoFactor own;
  private final TwoFactorPolicy policy;
  private final Sessions sessions;

  TwoFactorController(OwnTwoFactor own, TwoFactorPolicy policy, Sessions sessions) {
    this.own = own;
    this.policy = policy;
    this.sessions = sessions;
  }

  /** The own password. */
  record TwoFactorRequest(
      @NotNull(message = "is required") @Size(max = 256, message = "is too long") String password) {

    @Override
    public String toString() {
      return "TwoFactorRequest[***]";
    }
  }

  /** A code of the app. */
  record TwoFactorConfirmationRequest(
      @NotBlank(message = "is required") @Size(max = 40, message = "is too long") String code) {

    @Override
    public String toString() {
      return "TwoFactorConfirmationRequest[***]";
    }
  }

  /** The own password, and a code of the app or a recovery code. */
  record TwoFactorProofRequest(
      @NotNull(message = "is required") @Size(max = 256, message = "is too long") String password,
      @NotBlank(message = "is required") @Size(max = 40, message = "is too long") String code) {

    @Override
    public String toString() {
      return "TwoFactorProofRequest[***]";
    }
  }

  /** Whether the dealership requires a second factor. */
  record TwoFactorRuleRequest(@NotNull(message = "is required") Boolean required) {}

  /** Codes that are shown this once. */
  record RecoveryCodes(List<String> recoveryCodes) {
    @Override
    public String toString() {
      return "RecoveryCodes[***]";
    }
  }

  @GetMapping("/v1/auth/two-factor")
  Mono<OwnTwoFactor.State> state(Caller caller) {
    caller.requirePerson();
    return person(caller).flatMap(own::state);
  }

  @PostMapping("/v1/auth/two-factor")
  Mono<Enrolment> begin(Caller caller, @Valid @RequestBody TwoFactorRequest request) {
    caller.requirePerson();
    return person(caller).flatMap(person -> own.begin(person, request.password()));
  }

  @PostMapping("/v1/auth/two-factor/confirmation")
  Mono<RecoveryCodes> confirm(
      Caller caller,
      @Valid @RequestBody TwoFactorConfirmationRequest request,
      ServerHttpRequest http) {
    caller.requirePerson();
    return person(caller)
        .flatMap(person -> own.confirm(shown(person, request.code(), caller, http)))
        .map(RecoveryCodes::new);
  }

  @PostMapping("/v1/auth/two-factor/recovery-codes")
  Mono<RecoveryCodes> newCodes(
      Caller caller, @Valid @RequestBody TwoFactorProofRequest request, ServerHttpRequest http) {
    caller.requirePerson();
    return person(caller)
        .flatMap(
            person -> own.newCodes(shown(person, request.code(), caller, http), request.password()))
        .map(RecoveryCodes::new);
  }

  @PostMapping("/v1/auth/two-factor/off")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  Mono<Void> off(
      Caller caller, @Valid @RequestBody TwoFactorProofRequest request, ServerHttpRequest http) {
    caller.requirePerson();
    return person(caller)
        .flatMap(
            person -> own.off(shown(person, request.code(), caller, http), request.password()));
  }

  @PutMapping("/v1/dealership/two-factor")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  Mono<Void> require(Caller caller, @Valid @RequestBody TwoFactorRuleRequest request) {
    caller.require(Permission.DEALERSHIP_MANAGE);
    return policy.require(caller, request.required());
  }

  @DeleteMapping("/v1/users/{id}/two-factor")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  Mono<Void> reset(Caller caller, @PathVariable UUID id) {
    caller.require(Permission.USERS_MANAGE);
    return policy.reset(caller, id);
  }

  private Mono<Account> person(Caller caller) {
    return sessions
        .person(caller.dealershipId(), caller.userId())
        .switchIfEmpty(
            Mono.error(() ->
                new RefusalException(
                    ErrorCode.AUTH_TOKEN_INVALID, "This account is no longer active")));
  }

  private static Shown shown(Account person, String code, Caller caller, ServerHttpRequest http) {
    return new Shown(person, code, DeviceCookie.read(http), caller.origin());
  }
}
