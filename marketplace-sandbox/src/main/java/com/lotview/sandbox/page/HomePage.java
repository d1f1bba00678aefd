package com.lotview.sandbox.page;

import com.lotview.sandbox.account.Account;
import com.lotview.sandbox.http.Request;
import com.lotview.sandbox.http.Response;

/** The start page of those who are signed in: the feed. */
public final class HomePage implements Visitors.Page {
  private final Shell shell;

  /** The start page. */
  public HomePage(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Response show(Request request, Account account) {
    return shell.page(shell.settings("home", account));
  }
}
