package com.lotview.posting.account.connect;

import com.lotview.kit.error.RefusalException;
import com.lotview.posting.texts.DealerTexts;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** The cookies of one signed-in session. Its messages never contain their values. */
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
   * @throws RefusalException naming the cookie that is missing or no longer good
   */
  public static SessionCookies of(List<Cookie> cookies, Instant now) {
    Cookie user = required(cookies, "c_user", now);
    required(cookies, "xs", now);
    List<Cookie> ofTheSite =
        cookies.stream().filter(cookie -> sameSite(cookie.domain(), user.domain())).toList();
    return new SessionCookies(ofTheSite, AccountIdentity.of(user.value()));
  }

  // Exports may contain cookies of other sites; the worker must not get them.
  private static boolean sameSite(String domain, String userDomain) {
    String host = bare(domain);
    String site = bare(userDomain);
    return host.equals(site)
        || host.endsWith("." + site)
        || (host.contains(".") && site.endsWith("." + host));
  }

  private static String bare(String domain) {
    String lower = domain.toLowerCase(Locale.ROOT);
    return lower.startsWith(".") ? lower.substring(1) : lower;
  }

  private static Cookie required(List<Cookie> cookies, String name, Instant now) {
    List<Cookie> found = cookies.stream().filter(cookie -> cookie.name().equals(name)).toList();
    if (found.isEmpty()) {
      throw RefusalException.invalid("cookies", name + " " + DealerTexts.COOKIE_MISSING);
    }
    if (found.size() > 1) {
      throw RefusalException.invalid("cookies", name + " " + DealerTexts.COOKIE_TWICE);
    }
    Cookie cookie = found.getFirst();
    if (cookie.value().isEmpty()) {
      throw RefusalException.invalid("cookies", name + " " + DealerTexts.COOKIE_EMPTY);
    }
    if (cookie.expires() >= 0 && cookie.expires() <= now.getEpochSecond()) {
      throw RefusalException.invalid("cookies", name + " " + DealerTexts.COOKIE_EXPIRED);
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
