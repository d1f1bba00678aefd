package com.lotview.auth.account;

import com.lotview.contracts.Role;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person who can sign in.
 *
 * @param email in lower case
 * @param passwordHash by {@link Passwords}; null before an invitation is accepted
 * @param active whether both the person and the dealership may use the system
 * @param twoFactor whether a login needs a code of the person's app
 * @param accessVersion raised by the database with each change of what the person may do
 */
public record Account(
    UUID id,
    String email,
    @Nullable String passwordHash,
    String firstName,
    String lastName,
    Role role,
    boolean active,
    boolean twoFactor,
    int accessVersion,
    Dealership dealership) {

  /** Whether the dealership requires a second factor that the person does not have yet. */
  public boolean mustEnrol() {
    return dealership.twoFactorRequired() && !twoFactor;
  }

  @Override
  public String toString() {
    return "Account[id=" + id + ", role=" + role + ", dealership=" + dealership.id() + "]";
  }
}
