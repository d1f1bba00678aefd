package com.lotview.sandbox.page;

import com.lotview.sandbox.account.Account;
import com.lotview.sandbox.account.SessionCookies;
import com.lotview.sandbox.account.SignIns;
import com.lotview.sandbox.fault.FaultKind;
import com.lotview.sandbox.fault.Gates;
import com.lotview.sandbox.http.Handler;
import com.lotview.sandbox.http.Request;
import com.lotview.sandbox.http.Response;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Asks for the code of the second step, when signing in or in the middle of a visit. */
public final class TwoFactorPage implements Handler {
  private final SessionCookies cookies;
  private final SignIns signIns;
  private final Gates gates;
  private final Shell shell;

  /** The page. */
  public TwoFactorPage(SessionCookies cookies, SignIns signIns, Gates gates, Shell shell) {
    this.cookies = cookies;
    this.signIns = signIns;
    this.gates = gates;
    this.shell = shell;
  }

  @Override
  public Response handle(Request request) throws IOException {
    Optional<Account> awaited = signIns.awaited(request);
    Optional<Account> known = awaited.or(() -> cookies.account(request));
    if (known.isEmpty()) {
      return Response.redirect("/login/");
    }
    Account account = known.get();
    ObjectNode settings = shell.strangers("twoFactor", account);
    if (!request.method().equals("POST")) {
      return shell.page(settings);
    }
    String code = request.form().getOrDefault("approvals_code", "").replaceAll("\\s", "");
    if (!account.twoFactorCode().equals(code)) {
      return shell.page(settings.put("wrong", true));
    }
    gates.pass(account.id(), FaultKind.TWO_FACTOR);
    Response onwards =
        Response.redirect(
            "/two_factor/remember_browser/?next="
                + URLEncoder.encode(request.next(), StandardCharsets.UTF_8));
    return awaited.isPresent() ? signIns.finish(onwards, account) : onwards;
  }
}
