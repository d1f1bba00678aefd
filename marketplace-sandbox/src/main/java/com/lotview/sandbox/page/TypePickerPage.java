package com.lotview.sandbox.page;

import com.lotview.sandbox.account.Account;
import com.lotview.sandbox.http.Request;
import com.lotview.sandbox.http.Response;

/** The choice of what to sell. */
public final class TypePickerPage implements Visitors.Page {
  private final Shell shell;

  /** The page. */
  public TypePickerPage(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Response show(Request request, Account account) {
    return shell.page(shell.settings("picker", account));
  }
}
