package com.lotview.posting.account.web;

import com.lotview.posting.account.AccountState;
import com.lotview.posting.account.FbAccount;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** An account that a posting can go through, for people who may only choose one. */
record AccountToChoose(UUID id, String label, AccountState state) {

  /** The usable accounts of a dealership; few, so without pages. */
  record All(List<AccountToChoose> data) {
    static All of(List<FbAccount> accounts, Instant now) {
      return new All(
          accounts.stream()
              .map(one -> new AccountToChoose(one.id(), one.label(), one.stateAt(now)))
              .filter(AccountToChoose::usable)
              .toList());
    }
  }

  private boolean usable() {
    return switch (state) {
      case VALID, CHECKING, RESTING -> true;
      case NEEDS_LOGIN, DISCONNECTED -> false;
    };
  }
}
