package com.lotview.sandbox.account;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person's account.
 *
 * @param id the numeric account id, the value of the {@code c_user} cookie
 * @param name the name shown on the pages
 * @param city the town that the form's Location is pre-filled with, such as "Denver, Colorado"
 * @param email what the login page asks for
 * @param password what the login page asks for
 * @param groups names of the groups offered when publishing
 * @param variant the variant of the site that the account sees; null for the site's own
 * @param twoFactorCode the code that a second step of signing in asks for
 * @param twoFactor true when signing in with the password asks for that code; null for no
 * @param xs the value of the {@code xs} cookie while signed in; null when signed out
 */
public record Account(
    String id,
    String name,
    String city,
    String email,
    String password,
    List<String> groups,
    @Nullable String variant,
    String twoFactorCode,
    @Nullable Boolean twoFactor,
    @Nullable String xs) {

  /** Files of older sandboxes have no code. */
  public Account {
    twoFactorCode = twoFactorCode == null ? "000000" : twoFactorCode;
  }

  /** True when signing in with the password asks for the code. */
  public boolean asksForCode() {
    return Boolean.TRUE.equals(twoFactor);
  }

  Account withXs(@Nullable String newXs) {
    return new Account(
        id, name, city, email, password, groups, variant, twoFactorCode, twoFactor, newXs);
  }

  Account withVariant(@Nullable String newVariant) {
    return new Account(
        id, name, city, email, password, groups, newVariant, twoFactorCode, twoFactor, xs);
  }
}
