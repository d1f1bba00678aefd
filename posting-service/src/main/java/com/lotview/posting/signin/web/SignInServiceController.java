package com.lotview.posting.signin.web;

import static com.lotview.kit.error.RefusalException.required;

import com.lotview.kit.error.RefusalException;
import com.lotview.posting.account.connect.AccountIdentity;
import com.lotview.posting.dispatch.AccountRef;
import com.lotview.posting.id.DealershipId;
import com.lotview.posting.signin.LiveTickets;
import com.lotview.posting.signin.ServeSignIn;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Sign-ins for the worker, and tickets for the gateway; service tokens only. */
@RestController
class SignInServiceController {
  private static final String DEALERSHIP = "X-Dealership-Id";
  private static final String SIGN_IN = "/internal/sign-ins/{id}";
  private static final int MAX_SEALED = 1_000_000;
  private static final long LONGEST_WAIT = 900;

  private final ServeSignIn signIns;
  private final LiveTickets tickets;

  SignInServiceController(ServeSignIn signIns, LiveTickets tickets) {
    this.signIns = signIns;
    this.tickets = tickets;
  }

  /** Takes a ticket, once, and says where its browser is. */
  @PostMapping("/internal/live-views")
  Mono<Where> redeem(@RequestBody LiveViewController.Shown shown) {
    return tickets
        .redeem(shown.checked())
        .map(found -> new Where(found.id(), String.valueOf(found.workerUrl())));
  }

  /** A job waits for its account's owner. */
  @PostMapping("/internal/sign-ins")
  Mono<Asked> ask(@RequestHeader(DEALERSHIP) UUID dealershipId, @RequestBody Ask ask) {
    return signIns
        .ask(
            AccountRef.of(dealershipId, required("fbAccountId", ask.fbAccountId)),
            required("reason", ask.reason),
            new View(ask.url).checkedUrl(),
            ask.checkedLimit())
        .map(asked -> new Asked(asked.id()));
  }

  @PutMapping(SIGN_IN + "/failure")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  Mono<Void> failed(
      @PathVariable UUID id,
      @RequestHeader(DEALERSHIP) UUID dealershipId,
      @RequestBody Failure failure) {
    return signIns.failed(new DealershipId(dealershipId), id, required("reason", failure.reason));
  }

  @GetMapping(SIGN_IN)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  Mono<Void> wanted(@PathVariable UUID id, @RequestHeader(DEALERSHIP) UUID dealershipId) {
    return signIns.wanted(new DealershipId(dealershipId), id).then();
  }

  @PutMapping(SIGN_IN + "/view")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  Mono<Void> shown(
      @PathVariable UUID id, @RequestHeader(DEALERSHIP) UUID dealershipId, @RequestBody View view) {
    return signIns.shown(new DealershipId(dealershipId), id, view.checkedUrl()).then();
  }

  @PostMapping(SIGN_IN + "/account")
  Mono<Account> account(
      @PathVariable UUID id, @RequestHeader(DEALERSHIP) UUID dealershipId, @RequestBody User user) {
    return signIns
        .account(new DealershipId(dealershipId), id, AccountIdentity.of(user.checked()))
        .map(Account::new);
  }

  @PutMapping(SIGN_IN + "/session")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  Mono<Void> signedIn(
      @PathVariable UUID id,
      @RequestHeader(DEALERSHIP) UUID dealershipId,
      @RequestBody Session session) {
    return signIns.signedIn(
        new DealershipId(dealershipId),
        id,
        AccountIdentity.of(required("user", session.user)),
        required("fbAccountId", session.fbAccountId),
        session.checkedSession());
  }

  record Ask(
      @Nullable UUID fbAccountId,
      @Nullable String reason,
      @Nullable String url,
      @Nullable Long seconds) {
    Duration checkedLimit() {
      long limit = required("seconds", seconds);
      if (limit < 1 || limit > LONGEST_WAIT) {
        throw RefusalException.invalid("seconds", "must be 1 to " + LONGEST_WAIT);
      }
      return Duration.ofSeconds(limit);
    }
  }

  record Asked(UUID signInId) {}

  record Failure(@Nullable String reason) {}

  record Where(UUID signInId, String workerUrl) {}

  record Account(UUID fbAccountId) {}

  record View(@Nullable String url) {
    String checkedUrl() {
      String text = required("url", url);
      try {
        URI uri = URI.create(text);
        if ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme())) {
          return text;
        }
      } catch (IllegalArgumentException e) {
        // Said below.
      }
      throw RefusalException.invalid("url", "is no http address");
    }
  }

  record User(@Nullable String user) {
    String checked() {
      return required("user", user);
    }
  }

  record Session(
      @Nullable String user, @Nullable UUID fbAccountId, @Nullable String sealedSession) {
    String checkedSession() {
      String sealed = required("sealedSession", sealedSession);
      if (sealed.isBlank() || sealed.length() > MAX_SEALED) {
        throw RefusalException.invalid("sealedSession", "is empty or too long");
      }
      return sealed;
    }

    @Override
    public String toString() {
      return "Session[fbAccountId=" + fbAccountId + "]";
    }
  }
}
