package com.lotview.sandbox.fault;

import com.lotview.sandbox.account.Account;
import com.lotview.sandbox.account.Accounts;
import com.lotview.sandbox.http.Response;
import java.util.Optional;

/** Troubles that strike when a signed-in visitor asks for something. */
public final class VisitHook {
  private static final String SECURITY_CHECK = "/checkpoint/1501092823525282/";

  private final Faults faults;
  private final Accounts accounts;

  /** Reads from this board. */
  public VisitHook(Faults faults, Accounts accounts) {
    this.faults = faults;
    this.accounts = accounts;
  }

  /** Ends the session if that is on the board; true when it did. */
  public boolean logsOut(Account account) {
    boolean struck = faults.strike(FaultKind.SESSION_LOGGED_OUT, account.id()).isPresent();
    if (struck) {
      accounts.signOut(account.id());
    }
    return struck;
  }

  /** Where a marketplace page leads instead, if it does. */
  public Optional<Response> instead(Account account) {
    return faults
        .strike(FaultKind.CHECKPOINT, account.id())
        .map(fault -> Response.redirect(SECURITY_CHECK));
  }
}
