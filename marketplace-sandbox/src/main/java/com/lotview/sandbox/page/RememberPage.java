package com.lotview.sandbox.page;

import com.lotview.sandbox.account.SessionCookies;
import com.lotview.sandbox.http.Handler;
import com.lotview.sandbox.http.Request;
import com.lotview.sandbox.http.Response;

/** Asks, after the code, whether to remember the browser; the answer has no effect. */
public final class RememberPage implements Handler {
  private final SessionCookies cookies;
  private final Shell shell;

  /** The page. */
  public RememberPage(SessionCookies cookies, Shell shell) {
    this.cookies = cookies;
    this.shell = shell;
  }

  @Override
  public Response handle(Request request) {
    return request.method().equals("POST")
        ? Response.redirect(request.next())
        : shell.page(shell.strangers("remember", cookies.account(request).orElse(null)));
  }
}
