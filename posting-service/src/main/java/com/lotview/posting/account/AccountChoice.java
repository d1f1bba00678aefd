package com.lotview.posting.account;

import com.lotview.contracts.ErrorCode;
import com.lotview.kit.error.RefusalException;
import com.lotview.posting.texts.DealerTexts;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which account a posting goes through. */
final class AccountChoice {
  private static final String FIELD = "fbAccountId";

  private AccountChoice() {}

  /**
   * Chooses.
   *
   * @param wanted the account that was named; null leaves it to the dealership's only one
   * @param accounts all accounts of the dealership
   * @throws RefusalException if it cannot be used or is not clear
   */
  static FbAccount choose(@Nullable UUID wanted, List<FbAccount> accounts) {
    return wanted == null ? only(accounts) : usable(named(wanted, accounts));
  }

  private static FbAccount named(UUID wanted, List<FbAccount> accounts) {
    return accounts.stream()
        .filter(account -> account.id().equals(wanted))
        .findFirst()
        .orElseThrow(AccountChoice::notFound);
  }

  private static RefusalException notFound() {
    return new RefusalException(
        ErrorCode.FB_ACCOUNT_NOT_FOUND, ErrorCode.FB_ACCOUNT_NOT_FOUND.title());
  }

  private static FbAccount only(List<FbAccount> accounts) {
    if (accounts.isEmpty()) {
      throw RefusalException.invalid(FIELD, DealerTexts.NO_ACCOUNT);
    }
    if (accounts.size() == 1) {
      return usable(accounts.getFirst());
    }
    List<FbAccount> valid =
        accounts.stream().filter(account -> account.state() == AccountState.VALID).toList();
    if (valid.size() != 1) {
      throw RefusalException.invalid(FIELD, DealerTexts.whichAccount(valid.size()));
    }
    return valid.getFirst();
  }

  private static FbAccount usable(FbAccount account) {
    return switch (account.state()) {
      case VALID, CHECKING, RESTING -> account;
      case DISCONNECTED -> throw notFound();
      case NEEDS_LOGIN ->
          throw new RefusalException(
              ErrorCode.FB_SESSION_INVALID, DealerTexts.sessionEnded(account.label()));
    };
  }
}
