package com.lotview.posting.account.web;

import com.lotview.contracts.Market;
import com.lotview.contracts.Permission;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.openapi.ApiField;
import com.lotview.kit.security.Caller;
import com.lotview.kit.web.EntityTag;
import com.lotview.posting.account.sharing.AccountUsers;
import com.lotview.posting.account.sharing.ShareAccount;
import com.lotview.posting.account.sharing.ShareAccount.Shared;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Who may post through an account, and what it is called. */
@RestController
@RequestMapping("/v1/fb-accounts/{id}")
class AccountSharingController {
  private static final String IF_MATCH = "If-Match";

  private final ShareAccount share;

  AccountSharingController(ShareAccount share) {
    this.share = share;
  }

  /** All people, or these. */
  record AccountUsersRequest(@Nullable Boolean everybody, @Nullable List<@Nullable UUID> userIds) {
    private static final int MAX_USERS = 500;

    AccountUsers checked() {
      boolean all = Boolean.TRUE.equals(everybody);
      if (all == (userIds != null)) {
        throw RefusalException.invalid("userIds", "is required, or everybody with true");
      }
      if (userIds == null) {
        return new AccountUsers(null);
      }
      if (userIds.size() > MAX_USERS || userIds.stream().anyMatch(Objects::isNull)) {
        throw RefusalException.invalid("userIds", "must name at most " + MAX_USERS + " people");
      }
      return new AccountUsers(
          new HashSet<>(userIds.stream().map(Objects::requireNonNull).toList()));
    }
  }

  /**
   * Another label, another country, or both.
   *
   * @param country two letters (ISO 3166-1) of the account's marketplace; empty: the dealership's
   */
  record AccountLabelRequest(
      @Nullable String label, @Nullable @ApiField(example = "CA") String country) {

    @Nullable String checkedLabel() {
      if (label == null && country == null) {
        throw RefusalException.invalid("label", "is required, or country");
      }
      return label == null ? null : ConnectAccountRequest.checkedLabel(label);
    }

    @Nullable String checkedCountry() {
      if (country != null && !country.isEmpty() && !Market.isCountry(country)) {
        throw RefusalException.invalid(
            "country", "must be a country's two letters, such as CA, or empty");
      }
      return country;
    }
  }

  /** An account and who may post through it. */
  record SharedResponse(
      UUID id, String label, @Nullable String country, boolean everybody, Set<UUID> userIds) {
    static SharedResponse of(Shared shared) {
      Set<UUID> users = shared.users().userIds();
      return new SharedResponse(
          shared.account().id(),
          shared.account().label(),
          shared.account().country(),
          users == null,
          users == null ? Set.of() : users);
    }
  }

  @GetMapping("/users")
  Mono<SharedResponse> users(Caller caller, @PathVariable UUID id, ServerWebExchange exchange) {
    caller.require(Permission.FB_ACCOUNTS_READ);
    return told(share.find(caller.dealershipId(), id), exchange);
  }

  @PutMapping("/users")
  Mono<SharedResponse> share(
      Caller caller,
      @PathVariable UUID id,
      @RequestBody AccountUsersRequest request,
      @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
      ServerWebExchange exchange) {
    caller.require(Permission.FB_ACCOUNTS_SHARE);
    return told(share.share(caller, id, request.checked(), EntityTag.expected(ifMatch)), exchange);
  }

  @PatchMapping
  Mono<SharedResponse> rename(
      Caller caller,
      @PathVariable UUID id,
      @RequestBody AccountLabelRequest request,
      @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
      ServerWebExchange exchange) {
    caller.require(Permission.FB_ACCOUNTS_CONNECT);
    String label = request.checkedLabel();
    String country = request.checkedCountry();
    return told(share.edit(caller, id, label, country, EntityTag.expected(ifMatch)), exchange);
  }

  private static Mono<SharedResponse> told(Mono<Shared> shared, ServerWebExchange exchange) {
    return shared
        .doOnNext(found -> EntityTag.tell(exchange, found.account().version()))
        .map(SharedResponse::of);
  }
}
