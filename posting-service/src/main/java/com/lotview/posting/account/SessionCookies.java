package com.lotview.posting.account;

import com.lotview.kit.web.ApiException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** The cookies of one signed-in session. Says nothing of their values. */
public final class SessionCookies {
  private static final Pattern USER = Pattern.compile("[0-9]{5,20}");
  private static final int SHOWN = 4;

  private final List<Cookie> cookies;
  private final String user;

  private SessionCookies(List<Cookie> cookies, String user) {
    this.cookies = cookies;
    this.user = user;
  }

  /**
   * Checks that the cookies are those of somebody who is signed in now.
   *
   * @throws ApiException naming the cookie that is missing or no longer good
   */
  public static SessionCookies of(List<Cookie> cookies, Instant now) {
    String user = required(cookies, "c_user", now).value();
    required(cookies, "xs", now);
    if (!USER.matcher(user).matches()) {
      throw ApiException.invalid("cookies", "c_user is not an account number");
    }
    return new SessionCookies(List.copyOf(cookies), user);
  }

  private static Cookie required(List<Cookie> cookies, String name, Instant now) {
    List<Cookie> found = cookies.stream().filter(cookie -> cookie.name().equals(name)).toList();
    if (found.isEmpty()) {
      throw ApiException.invalid("cookies", name + " is missing: export them while signed in");
    }
    if (found.size() > 1) {
      throw ApiException.invalid("cookies", name + " is there more than once");
    }
    Cookie cookie = found.getFirst();
    if (cookie.value().isEmpty()) {
      throw ApiException.invalid("cookies", name + " is empty");
    }
    if (cookie.expires() >= 0 && cookie.expires() <= now.getEpochSecond()) {
      throw ApiException.invalid("cookies", name + " has expired: sign in and export them again");
    }
    return cookie;
  }

  List<Cookie> cookies() {
    return cookies;
  }

  /** The account's number with all but its end masked. */
  String accountRef() {
    int hidden = user.length() - SHOWN;
    return "*".repeat(hidden) + user.substring(hidden);
  }

  /** The same for the same account in the same dealership; does not show whose it is. */
  String identityHash(UUID dealershipId) {
    try {
      byte[] text = (dealershipId + "|" + user).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "SessionCookies[" + cookies.size() + "]";
  }
}
