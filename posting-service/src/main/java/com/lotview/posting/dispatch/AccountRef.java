package com.lotview.posting.dispatch;

import com.lotview.posting.id.DealershipId;
import com.lotview.posting.id.FbAccountId;
import java.util.UUID;

/** Names a Facebook account of a dealership. */
public record AccountRef(DealershipId dealership, FbAccountId account) {

  public UUID dealershipId() {
    return dealership.value();
  }

  public UUID fbAccountId() {
    return account.value();
  }
}
