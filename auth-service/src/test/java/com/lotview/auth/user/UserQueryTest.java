package com.lotview.auth.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.lotview.kit.error.RefusalException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UserQueryTest {
  // What ?state=, becomes; it was answered with 500.
  @Test
  void emptyStateIsRefusedByName() {
    Set<UserState> states = new HashSet<>(Arrays.asList(UserState.values()[0], null));

    RefusalException refusal =
        catchThrowableOfType(
            RefusalException.class, () -> new UserQuery(states, null, null, 1, 50));

    assertThat(refusal.fields()).extracting("field").containsExactly("state");
  }
}
