package com.lotview.sandbox.page;

import com.lotview.sandbox.account.Account;
import com.lotview.sandbox.fault.Answers;
import com.lotview.sandbox.fault.FaultKind;
import com.lotview.sandbox.http.Response;

/** Where a visitor ends up whom the site mistrusts. */
final class Stops {
  private static final String SECURITY_CHECK = "/checkpoint/1501092823525282/";
  private static final String CAPTCHA = "/two_step_verification/authentication/";

  private final Shell shell;

  Stops(Shell shell) {
    this.shell = shell;
  }

  /** In place of a page. */
  Response page(FaultKind kind, Account account) {
    return kind == FaultKind.ACCOUNT_BLOCKED
        ? shell.page(shell.settings("blocked", account))
        : Response.redirect(address(kind));
  }

  /** In place of the answer to a request of a page. */
  static Response answer(FaultKind kind) {
    return kind == FaultKind.ACCOUNT_BLOCKED
        ? Answers.refusal(
            "You're Temporarily Blocked",
            "You can't use this feature right now. Your account is temporarily restricted.")
        : Answers.elsewhere(address(kind));
  }

  private static String address(FaultKind kind) {
    return kind == FaultKind.CAPTCHA ? CAPTCHA : SECURITY_CHECK;
  }
}
