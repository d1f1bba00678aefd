package com.lotview.sandbox.page;

import com.lotview.sandbox.account.Account;
import com.lotview.sandbox.account.Accounts;
import com.lotview.sandbox.account.SignIns;
import com.lotview.sandbox.http.Handler;
import com.lotview.sandbox.http.Request;
import com.lotview.sandbox.http.Response;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Signing in by hand, with the e-mail address and password of an account. */
public final class LoginPage implements Handler {
  private final Accounts accounts;
  private final SignIns signIns;
  private final Shell shell;

  /** The login page. */
  public LoginPage(Accounts accounts, SignIns signIns, Shell shell) {
    this.accounts = accounts;
    this.signIns = signIns;
    this.shell = shell;
  }

  @Override
  public Response handle(Request request) throws IOException {
    return request.method().equals("POST")
        ? signIn(request)
        : shell.page(shell.strangers("login", visitor(request)));
  }

  private Response signIn(Request request) throws IOException {
    Map<String, String> form = request.form();
    return accounts
        .known(form.getOrDefault("email", ""), form.getOrDefault("pass", ""))
        .map(account -> welcome(account, request.next()))
        .orElseGet(() -> shell.page(shell.strangers("login", visitor(request)).put("wrong", true)));
  }

  private Response welcome(Account account, String next) {
    return account.asksForCode()
        ? signIns.awaitCode(
            Response.redirect(
                "/two_step_verification/two_factor/?next="
                    + URLEncoder.encode(next, StandardCharsets.UTF_8)),
            account)
        : signIns.finish(Response.redirect(next), account);
  }

  /** The account of the browser's cookies, although they are no longer valid. */
  private @Nullable Account visitor(Request request) {
    return request.cookie("c_user").flatMap(accounts::find).orElse(null);
  }
}
