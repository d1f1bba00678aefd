package com.lotview.sandbox.page;

import com.lotview.sandbox.http.Handler;
import com.lotview.sandbox.http.Request;
import com.lotview.sandbox.http.Response;

/** The security check that an account is sent to when the site mistrusts it. */
public final class CheckpointPage implements Handler {
  private final Shell shell;

  /** The page. */
  public CheckpointPage(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Response handle(Request request) {
    return shell.page(shell.settings("checkpoint", null));
  }
}
