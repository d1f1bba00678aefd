package com.lotview.auth.user;

import com.lotview.contracts.Role;
import com.lotview.kit.audit.Audited;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person of a dealership, as its general manager sees them.
 *
 * @param email in lower case; empty if the person was erased
 * @param erasedAt when name and address of the person were erased; null: they were not
 */
public record User(
    UUID id,
    @Audited String email,
    @Audited String firstName,
    @Audited String lastName,
    @Audited Role role,
    @Audited UserState state,
    @Nullable Instant lastLoginAt,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant erasedAt) {

  public String name() {
    return (firstName + " " + lastName).strip();
  }

  boolean leads() {
    return role == Role.GM && state == UserState.ACTIVE;
  }
}
