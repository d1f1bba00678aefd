package com.lotview.sandbox.page;

import com.lotview.sandbox.account.SessionCookies;
import com.lotview.sandbox.http.Handler;
import com.lotview.sandbox.http.Request;
import com.lotview.sandbox.http.Response;
import java.io.IOException;

/** The start page: the feed when signed in, the login form otherwise. */
public final class HomePage implements Handler {
  private final Visitors visitors;
  private final SessionCookies cookies;
  private final Shell shell;

  /** The start page. */
  public HomePage(Visitors visitors, SessionCookies cookies, Shell shell) {
    this.visitors = visitors;
    this.cookies = cookies;
    this.shell = shell;
  }

  @Override
  public Response handle(Request request) throws IOException {
    return visitors
        .signedIn(request)
        .map(account -> cookies.turnOver(shell.page(shell.settings("home", account))))
        .orElseGet(() -> shell.page(shell.settings("login", null)));
  }
}
