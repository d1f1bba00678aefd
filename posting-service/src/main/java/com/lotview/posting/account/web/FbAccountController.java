package com.lotview.posting.account.web;

import com.lotview.contracts.Permission;
import com.lotview.kit.security.Caller;
import com.lotview.posting.account.ConnectAccount;
import com.lotview.posting.account.FbAccounts;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/v1/fb-accounts")
class FbAccountController {
  private final FbAccounts accounts;
  private final ConnectAccount connect;
  private final Clock clock;

  FbAccountController(FbAccounts accounts, ConnectAccount connect, Clock clock) {
    this.accounts = accounts;
    this.connect = connect;
    this.clock = clock;
  }

  @GetMapping
  Mono<FbAccountResponse.All> list(Caller caller) {
    caller.require(Permission.FB_ACCOUNTS_READ);
    return accounts
        .list(caller.dealershipId())
        .map(all -> all.stream().map(FbAccountResponse::of).toList())
        .map(FbAccountResponse.All::new);
  }

  @PostMapping
  Mono<ResponseEntity<FbAccountResponse>> connect(
      Caller caller,
      @RequestBody ConnectAccountRequest request,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    caller.require(Permission.FB_ACCOUNTS_CONNECT);
    return connect
        .connect(caller, request.checkedLabel(), request.checkedCookies(clock.instant()), key)
        .map(connected ->
            ResponseEntity.status(connected.created() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(FbAccountResponse.of(connected.account())));
  }
}
