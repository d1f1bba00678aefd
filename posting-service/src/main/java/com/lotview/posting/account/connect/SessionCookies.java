package com.lotview.posting.account.connect;

import com.lotview.kit.web.ApiException;
import com.lotview.posting.texts.DealerTexts;
import java.time.Instant;
import java.util.List;

/** The cookies of one signed-in session. Says nothing of their values. */
public final class SessionCookies {
  private final List<Cookie> cookies;
  private final AccountIdentity identity;

  private SessionCookies(List<Cookie> cookies, AccountIdentity identity) {
    this.cookies = cookies;
    this.identity = identity;
  }

  /**
   * Checks that the cookies are those of a session that is signed in now.
   *
   * @throws ApiException naming the cookie that is missing or no longer good
   */
  public static SessionCookies of(List<Cookie> cookies, Instant now) {
    String user = required(cookies, "c_user", now).value();
    required(cookies, "xs", now);
    return new SessionCookies(List.copyOf(cookies), AccountIdentity.of(user));
  }

  private static Cookie required(List<Cookie> cookies, String name, Instant now) {
    List<Cookie> found = cookies.stream().filter(cookie -> cookie.name().equals(name)).toList();
    if (found.isEmpty()) {
      throw ApiException.invalid("cookies", name + " " + DealerTexts.COOKIE_MISSING);
    }
    if (found.size() > 1) {
      throw ApiException.invalid("cookies", name + " " + DealerTexts.COOKIE_TWICE);
    }
    Cookie cookie = found.getFirst();
    if (cookie.value().isEmpty()) {
      throw ApiException.invalid("cookies", name + " " + DealerTexts.COOKIE_EMPTY);
    }
    if (cookie.expires() >= 0 && cookie.expires() <= now.getEpochSecond()) {
      throw ApiException.invalid("cookies", name + " " + DealerTexts.COOKIE_EXPIRED);
    }
    return cookie;
  }

  List<Cookie> cookies() {
    return cookies;
  }

  /** Whose session it is. */
  AccountIdentity identity() {
    return identity;
  }

  @Override
  public String toString() {
    return "SessionCookies[" + cookies.size() + "]";
  }
}
