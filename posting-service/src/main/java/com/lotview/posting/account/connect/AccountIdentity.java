package com.lotview.posting.account.connect;

import com.lotview.kit.error.RefusalException;
import com.lotview.kit.hash.Sha256;
import com.lotview.posting.texts.DealerTexts;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;

/** Who signed in: the number of an account at the site. Kept only masked and hashed. */
public final class AccountIdentity {
  private static final Pattern USER = Pattern.compile("[0-9]{5,20}");
  private static final int SHOWN = 4;

  private final String user;

  private AccountIdentity(String user) {
    this.user = user;
  }

  /**
   * By the value of the cookie {@code c_user}.
   *
   * @throws RefusalException if it is no account's number
   */
  public static AccountIdentity of(String user) {
    if (!USER.matcher(user).matches()) {
      throw RefusalException.invalid("cookies", DealerTexts.NOT_AN_ACCOUNT);
    }
    return new AccountIdentity(user);
  }

  /** The account's number with all but its end masked. */
  public String ref() {
    int hidden = user.length() - SHOWN;
    return "*".repeat(hidden) + user.substring(hidden);
  }

  /** The same for the same account in the same dealership; does not reveal the account. */
  String hash(UUID dealershipId) {
    return Sha256.hex((dealershipId + "|" + user).getBytes(StandardCharsets.UTF_8));
  }

  /** The same for the same account in all dealerships; stored only under a key. */
  byte[] fingerprint() {
    return Sha256.of(user);
  }

  @Override
  public String toString() {
    return ref();
  }
}
