package com.lotview.auth.session.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.lotview.auth.session.OpenSession;
import com.lotview.auth.session.Sessions;
import com.lotview.contracts.ErrorCode;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.security.Access;
import com.lotview.kit.security.Caller;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The devices on which a person is signed in. */
@RestController
@RequestMapping("/v1/auth/sessions")
class SessionController {
  private final Sessions sessions;

  SessionController(Sessions sessions) {
    this.sessions = sessions;
  }

  /**
   * A session.
   *
   * @param current whether the request comes from it
   */
  record SessionItem(@JsonUnwrapped OpenSession session, boolean current) {}

  /** All sessions. */
  record SessionList(List<SessionItem> data) {}

  @GetMapping
  Mono<SessionList> list(Caller caller, @AuthenticationPrincipal Jwt accessToken) {
    caller.requirePerson();
    UUID own = Access.of(accessToken).session();
    return sessions
        .open(caller.dealershipId(), caller.userId())
        .map(session -> new SessionItem(session, session.id().equals(own)))
        .collectList()
        .map(SessionList::new);
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  Mono<Void> end(Caller caller, @PathVariable UUID id) {
    caller.requirePerson();
    return sessions
        .end(caller, id)
        .switchIfEmpty(
            Mono.error(() ->
                new RefusalException(
                    ErrorCode.SESSION_NOT_FOUND, ErrorCode.SESSION_NOT_FOUND.title())))
        .then();
  }

  /** Signs out everywhere, here too. */
  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  Mono<Void> endAll(Caller caller, ServerWebExchange exchange) {
    caller.requirePerson();
    return sessions.endAll(caller).then(Mono.fromRunnable(() -> RefreshCookie.clear(exchange)));
  }
}
