package com.lotview.auth.user;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.contracts.ErrorCode;
import com.lotview.contracts.Role;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ErasureTest {
  private static final Instant AT = Instant.parse("2026-12-01T09:30:00Z");

  private static User user(Role role, UserState state) {
    return new User(
        UUID.randomUUID(), "kim@lot.example", "Kim", "Doe", role, state, null, AT, AT, null);
  }

  @Test
  void whoIsDeactivatedIsErased_alsoAGeneralManager() {
    assertThat(Erasure.refusal(user(Role.SALESPERSON, UserState.DEACTIVATED), 1)).isEmpty();
    assertThat(Erasure.refusal(user(Role.GM, UserState.DEACTIVATED), 1)).isEmpty();
  }

  @Test
  void whoMaySignInOrIsInvitedIsDeactivatedFirst() {
    for (UserState state : new UserState[] {UserState.ACTIVE, UserState.INVITED}) {
      assertThat(Erasure.refusal(user(Role.SALESPERSON, state), 1))
          .contains(ErrorCode.USER_NOT_DEACTIVATED);
    }
    assertThat(Erasure.refusal(user(Role.GM, UserState.ACTIVE), 2))
        .contains(ErrorCode.USER_NOT_DEACTIVATED);
  }

  @Test
  void theLastGeneralManagerStays() {
    assertThat(Erasure.refusal(user(Role.GM, UserState.ACTIVE), 1))
        .contains(ErrorCode.USER_LAST_GM);
    assertThat(Erasure.refusal(user(Role.GM, UserState.INVITED), 1))
        .contains(ErrorCode.USER_NOT_DEACTIVATED);
  }
}
