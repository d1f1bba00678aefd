package com.lotview.auth.account;

import com.lotview.contracts.Role;

/**
 * A person to create.
 *
 * @param password as typed; {@value #MIN_PASSWORD} to {@value #MAX_PASSWORD} characters
 */
public record NewUser(String email, String password, String firstName, String lastName, Role role) {

  /** Minimum length of a password. */
  public static final int MIN_PASSWORD = 8;

  /** Maximum length of a password. */
  public static final int MAX_PASSWORD = 256;

  public NewUser {
    if (password.length() < MIN_PASSWORD || password.length() > MAX_PASSWORD) {
      throw new IllegalArgumentException(
          "The password of "
              + email
              + " must have "
              + MIN_PASSWORD
              + " to "
              + MAX_PASSWORD
              + " characters");
    }
    if (email.indexOf('@') < 1) {
      throw new IllegalArgumentException(email + " is not an e-mail address");
    }
  }

  @Override
  public String toString() {
    return "NewUser[email=" + email + ", role=" + role + "]";
  }
}
