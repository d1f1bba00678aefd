package com.lotview.sandbox.page;

import com.lotview.sandbox.account.Accounts;
import com.lotview.sandbox.account.SessionCookies;
import com.lotview.sandbox.http.Handler;
import com.lotview.sandbox.http.Request;
import com.lotview.sandbox.http.Response;
import java.io.IOException;
import java.util.Map;

/** Signing in by hand, with the e-mail address and password of an account. */
public final class LoginPage implements Handler {
  private final Accounts accounts;
  private final SessionCookies cookies;
  private final Shell shell;

  /** The login page. */
  public LoginPage(Accounts accounts, SessionCookies cookies, Shell shell) {
    this.accounts = accounts;
    this.cookies = cookies;
    this.shell = shell;
  }

  @Override
  public Response handle(Request request) throws IOException {
    return request.method().equals("POST")
        ? signIn(request.form())
        : shell.page(shell.settings("login", null));
  }

  private Response signIn(Map<String, String> form) {
    return accounts
        .signIn(form.getOrDefault("email", ""), form.getOrDefault("pass", ""))
        .map(account -> cookies.signIn(Response.redirect("/"), account))
        .orElseGet(() -> shell.page(shell.settings("login", null).put("wrongPassword", true)));
  }
}
