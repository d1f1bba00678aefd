package com.lotview.posting.account.web;

import com.lotview.contracts.Permission;
import com.lotview.kit.openapi.ApiAnswer;
import com.lotview.kit.security.Caller;
import com.lotview.posting.account.AccountState;
import com.lotview.posting.account.FbAccount;
import com.lotview.posting.account.FbAccounts;
import com.lotview.posting.account.SessionCheck;
import com.lotview.posting.account.SessionChecks;
import com.lotview.posting.account.connect.ConnectAccount;
import com.lotview.posting.account.connect.DisconnectAccount;
import com.lotview.posting.dispatch.AccountRef;
import com.lotview.posting.signin.OpenSignIn;
import com.lotview.posting.signin.web.LiveViewResponse;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/v1/fb-accounts")
class FbAccountController {
  private final FbAccounts accounts;
  private final ConnectAccount connect;
  private final DisconnectAccount disconnect;
  private final SessionChecks checks;
  private final OpenSignIn signIns;
  private final Clock clock;

  FbAccountController(
      FbAccounts accounts,
      ConnectAccount connect,
      DisconnectAccount disconnect,
      SessionChecks checks,
      OpenSignIn signIns,
      Clock clock) {
    this.accounts = accounts;
    this.connect = connect;
    this.disconnect = disconnect;
    this.checks = checks;
    this.signIns = signIns;
    this.clock = clock;
  }

  /** Whole accounts, or, for those who may only choose one, what a choice needs. */
  @GetMapping
  @ApiAnswer({FbAccountResponse.All.class, AccountToChoose.All.class})
  Mono<?> list(Caller caller) {
    caller.require(Permission.FB_ACCOUNTS_CHOOSE);
    Mono<List<FbAccount>> all = accounts.list(caller);
    return caller.permits(Permission.FB_ACCOUNTS_READ)
        ? all.map(found -> FbAccountResponse.All.of(found, clock.instant()))
        : all.map(found -> AccountToChoose.All.of(found, clock.instant()));
  }

  @GetMapping("/{id}")
  Mono<FbAccountResponse> get(Caller caller, @PathVariable UUID id) {
    caller.require(Permission.FB_ACCOUNTS_READ);
    return accounts
        .view(AccountRef.of(caller.dealershipId(), id))
        .map(view -> FbAccountResponse.of(view, clock.instant()));
  }

  @PostMapping
  @ApiAnswer({FbAccountResponse.class, LiveViewResponse.Opened.class})
  Mono<? extends ResponseEntity<?>> connect(
      Caller caller,
      @RequestBody ConnectAccountRequest request,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    caller.require(Permission.FB_ACCOUNTS_CONNECT);
    if (request.byLiveView()) {
      return signIns
          .connect(caller, request.checkedLabel(), key)
          .map(LiveViewResponse.Opened::of)
          .map(body ->
              ResponseEntity.status(HttpStatus.ACCEPTED)
                  .cacheControl(CacheControl.noStore())
                  .body(body));
    }
    return connect
        .connect(caller, request.checkedLabel(), request.checkedCookies(clock.instant()), key)
        .map(connected ->
            ResponseEntity.status(connected.created() ? HttpStatus.CREATED : HttpStatus.OK)
                .location(URI.create("/v1/fb-accounts/" + connected.account().id()))
                .body(FbAccountResponse.of(connected.account(), clock.instant())));
  }

  @PostMapping("/{id}/validate")
  @ResponseStatus(HttpStatus.ACCEPTED)
  Mono<FbAccountResponse.Check> validate(Caller caller, @PathVariable UUID id) {
    caller.require(Permission.FB_ACCOUNTS_VALIDATE);
    return checks.ask(caller, id).map(FbAccountController::asked);
  }

  @DeleteMapping("/{id}")
  Mono<FbAccountResponse.Gone> disconnect(Caller caller, @PathVariable UUID id) {
    caller.require(Permission.FB_ACCOUNTS_CONNECT);
    return disconnect
        .disconnect(caller, id)
        .map(live -> new FbAccountResponse.Gone(id, AccountState.DISCONNECTED, live));
  }

  private static FbAccountResponse.Check asked(SessionCheck check) {
    return Objects.requireNonNull(FbAccountResponse.Check.of(check), "was just asked for");
  }
}
