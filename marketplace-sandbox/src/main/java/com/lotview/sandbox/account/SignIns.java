package com.lotview.sandbox.account;

import com.lotview.sandbox.Dice;
import com.lotview.sandbox.http.Request;
import com.lotview.sandbox.http.Response;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Signing in by hand, which may take two steps: the password, then a code. Thread-safe, in memory
 * only.
 */
public final class SignIns {
  /** The cookie that identifies, between the steps, the account whose password was right. */
  private static final String BETWEEN = "checkpoint";

  private final Accounts accounts;
  private final SessionCookies cookies;
  private final Dice dice;
  private final Map<String, String> waiting = new ConcurrentHashMap<>();
  private final Set<String> newcomers = ConcurrentHashMap.newKeySet();

  /** Signing in to these accounts. */
  public SignIns(Accounts accounts, SessionCookies cookies, Dice dice) {
    this.accounts = accounts;
    this.cookies = cookies;
    this.dice = dice;
  }

  /** The response that also lets the browser come back with the code. */
  public Response awaitCode(Response response, Account account) {
    String token = dice.token(24);
    waiting.put(token, account.id());
    return response.with("Set-Cookie", BETWEEN + "=" + token + "; Path=/; HttpOnly; SameSite=Lax");
  }

  /** The account whose password was right and whose code is still awaited. */
  public Optional<Account> awaited(Request request) {
    return request
        .cookie(BETWEEN)
        .flatMap(token -> Optional.ofNullable(waiting.get(token)))
        .flatMap(accounts::find);
  }

  /** The response that also signs the browser in. */
  public Response finish(Response response, Account account) {
    waiting.values().remove(account.id());
    newcomers.add(account.id());
    return cookies.signIn(response, accounts.signIn(account.id()).orElse(account));
  }

  /** True once after the account was signed in by hand: it is asked whether to be remembered. */
  public boolean greets(Account account) {
    return newcomers.remove(account.id());
  }
}
