package com.lotview.posting.account;

import static com.lotview.posting.account.AccountState.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lotview.contracts.ErrorCode;
import com.lotview.kit.error.RefusalException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class AccountChoiceTest {
  private final FbAccount good = account(VALID);
  private final FbAccount other = account(VALID);
  private final FbAccount out = account(NEEDS_LOGIN);

  @Test
  void theOnlyValidAccountNeedsNoName() {
    assertThat(AccountChoice.choose(null, List.of(good))).isEqualTo(good);
    assertThat(AccountChoice.choose(null, List.of(out, good))).isEqualTo(good);
    assertThat(AccountChoice.choose(other.id(), List.of(good, other))).isEqualTo(other);
  }

  @Test
  void whatIsUnclearOrUnusableIsRefused() {
    refused(ErrorCode.VALIDATION_ERROR, () -> AccountChoice.choose(null, List.of()));
    refused(ErrorCode.VALIDATION_ERROR, () -> AccountChoice.choose(null, List.of(good, other)));
    refused(ErrorCode.FB_SESSION_INVALID, () -> AccountChoice.choose(null, List.of(out)));
    refused(ErrorCode.FB_SESSION_INVALID, () -> AccountChoice.choose(out.id(), List.of(out, good)));
    refused(
        ErrorCode.FB_ACCOUNT_NOT_FOUND,
        () -> AccountChoice.choose(UUID.randomUUID(), List.of(good)));
  }

  private static void refused(ErrorCode code, ThrowingCallable choice) {
    assertThatThrownBy(choice)
        .isInstanceOfSatisfying(
            RefusalException.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }

  private static FbAccount account(AccountState state) {
    return new FbAccount(
        UUID.randomUUID(), UUID.randomUUID(), "Main", "***1234", state, null, null, Instant.EPOCH);
  }
}
