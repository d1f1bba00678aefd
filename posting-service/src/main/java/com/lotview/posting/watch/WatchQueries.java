package com.lotview.posting.watch;

import com.lotview.contracts.ErrorCode;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.tenant.TenantTransactions;
import java.util.UUID;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Shows watches. */
@Service
public class WatchQueries {
  private final WatchStore watches;
  private final TenantTransactions transactions;

  WatchQueries(WatchStore watches, TenantTransactions transactions) {
    this.watches = watches;
    this.transactions = transactions;
  }

  /** The account's watch; fails with {@code NOT_FOUND} for one that never had a listing. */
  public Mono<AccountWatch> of(UUID dealershipId, UUID fbAccountId) {
    return transactions
        .inTenant(dealershipId, watches.find(fbAccountId))
        .switchIfEmpty(
            Mono.error(
                () -> new RefusalException(ErrorCode.NOT_FOUND, ErrorCode.NOT_FOUND.title())));
  }
}
