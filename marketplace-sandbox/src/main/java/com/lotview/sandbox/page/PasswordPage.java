package com.lotview.sandbox.page;

import com.lotview.sandbox.account.Account;
import com.lotview.sandbox.account.SessionCookies;
import com.lotview.sandbox.fault.FaultKind;
import com.lotview.sandbox.fault.Gates;
import com.lotview.sandbox.http.Handler;
import com.lotview.sandbox.http.Request;
import com.lotview.sandbox.http.Response;
import java.io.IOException;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Asks a signed-in visitor for the password once more. */
public final class PasswordPage implements Handler {
  private final SessionCookies cookies;
  private final Gates gates;
  private final Shell shell;

  /** The page. */
  public PasswordPage(SessionCookies cookies, Gates gates, Shell shell) {
    this.cookies = cookies;
    this.gates = gates;
    this.shell = shell;
  }

  @Override
  public Response handle(Request request) throws IOException {
    Optional<Account> known = cookies.account(request);
    if (known.isEmpty()) {
      return Response.redirect("/login/");
    }
    Account account = known.get();
    ObjectNode settings = shell.strangers("passwordAgain", account).put("who", account.name());
    if (!request.method().equals("POST")) {
      return shell.page(settings);
    }
    if (!account.password().equals(request.form().get("pass"))) {
      return shell.page(settings.put("wrong", true));
    }
    gates.pass(account.id(), FaultKind.PASSWORD_REENTRY);
    return Response.redirect(request.next());
  }
}
