package com.lotview.sandbox.page;

import com.lotview.sandbox.account.Account;
import com.lotview.sandbox.http.Request;
import com.lotview.sandbox.http.Response;

/** "Your listings"; the page itself loads its cards. */
public final class SellingPage implements Visitors.Page {
  private final Shell shell;

  /** The page. */
  public SellingPage(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Response show(Request request, Account account) {
    return shell.page(shell.settings("selling", account));
  }
}
