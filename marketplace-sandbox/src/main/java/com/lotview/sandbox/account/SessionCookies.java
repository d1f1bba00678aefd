package com.lotview.sandbox.account;

import com.lotview.sandbox.Dice;
import com.lotview.sandbox.http.Request;
import com.lotview.sandbox.http.Response;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The cookies of a signed-in session: issues, reads and renews them. */
public final class SessionCookies {
  private static final Duration YEAR = Duration.ofDays(365);

  /**
   * One cookie as browser extensions export it.
   *
   * @param expires seconds since 1970
   * @param sameSite as browsers write it, such as "Lax"
   */
  public record Exported(
      String name,
      String value,
      String domain,
      String path,
      long expires,
      boolean httpOnly,
      boolean secure,
      String sameSite) {}

  private final Accounts accounts;
  private final Dice dice;
  private final Clock clock;

  /** Cookies for these accounts. */
  public SessionCookies(Accounts accounts, Dice dice, Clock clock) {
    this.accounts = accounts;
    this.dice = dice;
    this.clock = clock;
  }

  /** The session's cookies for a browser that will open the site under the given host name. */
  public List<Exported> export(Account account, String domain) {
    long expires = clock.instant().plus(YEAR).getEpochSecond();
    List<Exported> cookies = new ArrayList<>();
    cookies.add(cookie("c_user", account.id(), domain, expires, false));
    cookies.add(cookie("xs", String.valueOf(account.xs()), domain, expires, true));
    cookies.add(cookie("datr", dice.token(24), domain, expires, true));
    cookies.add(cookie("sb", dice.token(24), domain, expires, true));
    cookies.add(cookie("fr", dice.token(40), domain, expires, true));
    return cookies;
  }

  /** The account that the request's cookies sign in. */
  public Optional<Account> account(Request request) {
    return request
        .cookie("c_user")
        .flatMap(id -> request.cookie("xs").flatMap(xs -> accounts.signedIn(id, xs)));
  }

  /** The response with a new value of the {@code fr} cookie, as the site gives with every page. */
  public Response turnOver(Response response) {
    return response.with("Set-Cookie", setCookie("fr", dice.token(40), true));
  }

  /** The response that also signs the browser in. */
  public Response signIn(Response response, Account account) {
    return response
        .with("Set-Cookie", setCookie("c_user", account.id(), false))
        .with("Set-Cookie", setCookie("xs", String.valueOf(account.xs()), true))
        .with("Set-Cookie", setCookie("datr", dice.token(24), true))
        .with("Set-Cookie", setCookie("sb", dice.token(24), true))
        .with("Set-Cookie", setCookie("fr", dice.token(40), true));
  }

  private static Exported cookie(
      String name, String value, String domain, long expires, boolean httpOnly) {
    return new Exported(name, value, domain, "/", expires, httpOnly, false, "Lax");
  }

  private static String setCookie(String name, String value, boolean httpOnly) {
    String line = name + "=" + value + "; Path=/; SameSite=Lax; Max-Age=" + YEAR.toSeconds();
    return httpOnly ? line + "; HttpOnly" : line;
  }
}
