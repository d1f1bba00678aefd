package com.lotview.auth.user;

import com.lotview.contracts.Role;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person of a dealership, as its general manager sees them.
 *
 * @param email in lower case
 */
public record User(
    UUID id,
    String email,
    String firstName,
    String lastName,
    Role role,
    UserState state,
    @Nullable Instant lastLoginAt,
    Instant createdAt,
    Instant updatedAt) {

  public String name() {
    return (firstName + " " + lastName).strip();
  }

  boolean leads() {
    return role == Role.GM && state == UserState.ACTIVE;
  }
}
