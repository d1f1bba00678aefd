package com.lotview.sandbox.page;

import com.lotview.sandbox.account.Account;
import com.lotview.sandbox.http.Request;
import com.lotview.sandbox.http.Response;

/** A category for buyers; some were sent there after publishing. */
public final class CategoryPage implements Visitors.Page {
  private final Shell shell;

  /** The page. */
  public CategoryPage(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Response show(Request request, Account account) {
    return shell.page(shell.settings("category", account));
  }
}
