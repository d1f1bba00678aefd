package com.lotview.sandbox.page;

import com.lotview.sandbox.account.SessionCookies;
import com.lotview.sandbox.http.Handler;
import com.lotview.sandbox.http.Request;
import com.lotview.sandbox.http.Response;
import com.lotview.sandbox.ledger.Ledger;

/** A listing's public page; strangers may see it too. */
public final class ItemPage implements Handler {
  private final SessionCookies cookies;
  private final Ledger ledger;
  private final Shell shell;

  /** The page. */
  public ItemPage(SessionCookies cookies, Ledger ledger, Shell shell) {
    this.cookies = cookies;
    this.ledger = ledger;
    this.shell = shell;
  }

  @Override
  public Response handle(Request request) {
    String id = request.pathParameter(0);
    String view = ledger.shown(id).isPresent() ? "item" : "unavailable";
    return shell.page(shell.item(view, cookies.account(request).orElse(null)).put("listing", id));
  }
}
