package com.lotview.posting.account.connect;

import com.lotview.contracts.SessionOwner;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.hash.Sha256;
import com.lotview.posting.texts.DealerTexts;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Who signed in: the number of an account at the site. Kept only masked and hashed. */
public final class AccountIdentity {
  private static final Pattern USER = Pattern.compile("[0-9]{5,20}");
  private static final Pattern REF = Pattern.compile("\\*{1,16}[0-9]{4}");
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  private final String ref;
  private final byte[] fingerprint;
  private final Function<UUID, String> hash;

  private AccountIdentity(String ref, byte[] fingerprint, Function<UUID, String> hash) {
    this.ref = ref;
    this.fingerprint = fingerprint;
    this.hash = hash;
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
    return new AccountIdentity(
        SessionOwner.masked(user),
        Sha256.of(user),
        dealership -> SessionOwner.of(dealership, user).hash());
  }

  /**
   * As the extension or the worker states it, which made it of that number.
   *
   * @throws RefusalException if it has another form
   */
  public static AccountIdentity stated(SessionOwner owner) {
    check("owner.ref", REF, owner.ref());
    check("owner.hash", HASH, owner.hash());
    check("owner.fingerprint", HASH, owner.fingerprint());
    return new AccountIdentity(
        owner.ref(), HexFormat.of().parseHex(owner.fingerprint()), dealership -> owner.hash());
  }

  private static void check(String field, Pattern form, String value) {
    if (!form.matcher(value).matches()) {
      throw RefusalException.invalid(field, "has the wrong form");
    }
  }

  /** The account's number with all but its end masked. */
  public String ref() {
    return ref;
  }

  /** The same for the same account in the same dealership; does not reveal the account. */
  String hash(UUID dealershipId) {
    return hash.apply(dealershipId);
  }

  /** The same for the same account in all dealerships; stored only under a key. */
  byte[] fingerprint() {
    return fingerprint;
  }

  @Override
  public String toString() {
    return ref();
  }
}
