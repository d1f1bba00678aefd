package com.lotview.sandbox.page;

import com.lotview.sandbox.account.Account;
import com.lotview.sandbox.fault.Answers;
import com.lotview.sandbox.fault.FaultKind;
import com.lotview.sandbox.http.Response;
import com.lotview.sandbox.variant.Variant;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Redirects for a visitor whom the site does not trust. */
final class Stops {
  private static final String SECURITY_CHECK = "/checkpoint/1501092823525282/";
  private static final String SUSPENDED = "/checkpoint/828281030927956/";
  private static final String CAPTCHA = "/two_step_verification/authentication/";
  private static final String TWO_FACTOR = "/two_step_verification/two_factor/";
  private static final String PASSWORD = "/login/reauth/";

  private final Shell shell;

  Stops(Shell shell) {
    this.shell = shell;
  }

  /**
   * Replaces a page.
   *
   * @param next where the visitor wanted to go
   */
  Response page(FaultKind kind, Account account, String next) {
    return switch (kind) {
      case ACCOUNT_BLOCKED -> shell.page(shell.settings("blocked", account));
      case MARKETPLACE_NO_ACCESS -> shell.page(shell.settings("noAccess", account));
      default -> Response.redirect(address(kind, next));
    };
  }

  /** Replaces the answer to a request of a page. */
  Response answer(FaultKind kind, Account account, String next) {
    Variant words = shell.words(account);
    return switch (kind) {
      case ACCOUNT_BLOCKED -> Answers.refusal(words.word("blocked"), words.word("blockedHint"));
      case MARKETPLACE_NO_ACCESS ->
          Answers.refusal(words.word("noAccess"), words.word("noAccessHint"));
      default -> Answers.elsewhere(address(kind, next));
    };
  }

  private static String address(FaultKind kind, String next) {
    return switch (kind) {
      case CAPTCHA -> CAPTCHA;
      case TWO_FACTOR -> TWO_FACTOR + then(next);
      case PASSWORD_REENTRY -> PASSWORD + then(next);
      case ACCOUNT_SUSPENDED -> SUSPENDED;
      default -> SECURITY_CHECK;
    };
  }

  private static String then(String next) {
    return "?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
  }
}
