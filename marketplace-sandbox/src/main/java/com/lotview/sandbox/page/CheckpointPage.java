package com.lotview.sandbox.page;

import com.lotview.sandbox.account.Account;
import com.lotview.sandbox.account.SessionCookies;
import com.lotview.sandbox.fault.FaultKind;
import com.lotview.sandbox.fault.Gates;
import com.lotview.sandbox.http.Handler;
import com.lotview.sandbox.http.Request;
import com.lotview.sandbox.http.Response;
import org.jspecify.annotations.Nullable;

/**
 * The security check for an account that the site does not trust. A person passes it with its
 * button; a suspension has no button.
 */
public final class CheckpointPage implements Handler {
  private static final String SUSPENSION = "828281030927956";

  private final SessionCookies cookies;
  private final Gates gates;
  private final Shell shell;

  /** The page. */
  public CheckpointPage(SessionCookies cookies, Gates gates, Shell shell) {
    this.cookies = cookies;
    this.gates = gates;
    this.shell = shell;
  }

  @Override
  public Response handle(Request request) {
    @Nullable Account account = cookies.account(request).orElse(null);
    if (request.pathParameter(0).equals(SUSPENSION)) {
      return shell.page(shell.strangers("suspended", account));
    }
    if (!request.method().equals("POST")) {
      return shell.page(shell.strangers("checkpoint", account));
    }
    if (account != null) {
      gates.pass(account.id(), FaultKind.CHECKPOINT);
    }
    return Response.redirect("/");
  }
}
