package com.lotview.auth.user;

import com.lotview.contracts.Role;
import org.jspecify.annotations.Nullable;

/** A change of a user; null leaves a field unchanged. */
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
        user.updatedAt(),
        user.erasedAt());
  }

  // A person who was deactivated before accepting becomes active again, but cannot sign in without
  // a password.
  private UserState state(UserState now) {
    if (active == null || active == (now != UserState.DEACTIVATED)) {
      return now;
    }
    return active ? UserState.ACTIVE : UserState.DEACTIVATED;
  }
}
