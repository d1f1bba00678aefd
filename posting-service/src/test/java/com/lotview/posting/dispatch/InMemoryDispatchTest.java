package com.lotview.posting.dispatch;

import com.lotview.kit.id.Ids;
import com.lotview.posting.dispatch.handover.DispatchTransactions;
import com.lotview.posting.id.DealershipId;
import com.lotview.posting.id.FbAccountId;
import java.util.UUID;

class InMemoryDispatchTest implements DispatchStoreContract {
  private final InMemoryDispatch memory = new InMemoryDispatch();

  @Override
  public DispatchStore store() {
    return memory;
  }

  @Override
  public DispatchTransactions transactions() {
    return memory;
  }

  @Override
  public AccountRef account(UUID dealershipId) {
    AccountRef account =
        new AccountRef(new DealershipId(dealershipId), new FbAccountId(Ids.next()));
    memory.inTenant(dealershipId, memory.setOpen(account, true)).block(TIMEOUT);
    return account;
  }
}
