package com.lotview.auth.user;

import com.lotview.contracts.Role;
import org.jspecify.annotations.Nullable;

/** What changes of a user; null leaves it as it is. */
public record UserChange(
    @Nullable String firstName,
    @Nullable String lastName,
    @Nullable Role role,
    @Nullable Boolean active) {

  /** The user afterwards. */
  User of(User user) {
    return new User(
        user.id(),
        user.email(),
        firstName == null ? user.firstName() : firstName.strip(),
        lastName == null ? user.lastName() : lastName.strip(),
        role == null ? user.role() : role,
        state(user.state()),
        user.lastLoginAt(),
        user.createdAt(),
        user.updatedAt());
  }

  // Whoever was invited and deactivated is active again; without a password they cannot sign in.
  private UserState state(UserState now) {
    if (active == null || active == (now != UserState.DEACTIVATED)) {
      return now;
    }
    return active ? UserState.ACTIVE : UserState.DEACTIVATED;
  }
}
