package com.lotview.auth.account;

import com.lotview.contracts.Role;
import java.util.UUID;

/**
 * A person who can sign in.
 *
 * @param email in lower case
 * @param passwordHash by {@link Passwords}
 * @param active whether both the person and the dealership may use the system
 */
public record Account(
    UUID id,
    String email,
    String passwordHash,
    String firstName,
    String lastName,
    Role role,
    boolean active,
    Dealership dealership) {

  @Override
  public String toString() {
    return "Account[id=" + id + ", role=" + role + ", dealership=" + dealership.id() + "]";
  }
}
