package com.lotview.posting.account.connect;

import com.lotview.kit.web.ApiException;
import com.lotview.posting.texts.DealerTexts;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
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
   * @throws ApiException if it is no account's number
   */
  public static AccountIdentity of(String user) {
    if (!USER.matcher(user).matches()) {
      throw ApiException.invalid("cookies", DealerTexts.NOT_AN_ACCOUNT);
    }
    return new AccountIdentity(user);
  }

  /** The account's number with all but its end masked. */
  public String ref() {
    int hidden = user.length() - SHOWN;
    return "*".repeat(hidden) + user.substring(hidden);
  }

  /** The same for the same account in the same dealership; does not show whose it is. */
  String hash(UUID dealershipId) {
    try {
      byte[] text = (dealershipId + "|" + user).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return ref();
  }
}
