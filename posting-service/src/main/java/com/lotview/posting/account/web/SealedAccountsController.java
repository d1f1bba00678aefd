package com.lotview.posting.account.web;

import com.lotview.kit.error.RefusalException;
import com.lotview.posting.account.FbAccounts;
import com.lotview.posting.dispatch.AccountRef;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Lists accounts for a worker that reseals their sessions; service tokens only. */
@RestController
@RequestMapping("/internal/sealed-accounts")
class SealedAccountsController {
  private static final int MAX_LIMIT = 200;

  private final FbAccounts accounts;

  SealedAccountsController(FbAccounts accounts) {
    this.accounts = accounts;
  }

  record SealedAccount(UUID dealershipId, UUID fbAccountId) {
    static SealedAccount of(AccountRef ref) {
      return new SealedAccount(ref.dealershipId(), ref.fbAccountId());
    }
  }

  record SealedAccounts(List<SealedAccount> data) {}

  /** A page by id; the next one begins behind its last account. */
  @GetMapping
  Mono<SealedAccounts> page(
      @RequestParam(required = false) @Nullable UUID after,
      @RequestParam(defaultValue = "100") int limit) {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw RefusalException.invalid("limit", "must be from 1 to " + MAX_LIMIT);
    }
    return accounts
        .refs(after, limit)
        .map(refs -> new SealedAccounts(refs.stream().map(SealedAccount::of).toList()));
  }
}
