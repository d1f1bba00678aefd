package com.lotview.posting.dispatch;

import com.lotview.posting.id.DealershipId;
import com.lotview.posting.id.FbAccountId;
import java.util.UUID;

/** Names a Facebook account of a dealership. */
public record AccountRef(DealershipId dealership, FbAccountId account) {

  /** The same from bare ids, as a request, an event or a row has them. */
  public static AccountRef of(UUID dealership, UUID account) {
    return new AccountRef(new DealershipId(dealership), new FbAccountId(account));
  }

  public UUID dealershipId() {
    return dealership.value();
  }

  public UUID fbAccountId() {
    return account.value();
  }
}
