package com.lotview.sandbox.fault;

import com.lotview.sandbox.account.Account;
import com.lotview.sandbox.account.Accounts;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Troubles that strike when a signed-in visitor asks for something. */
public final class VisitHook {
  private static final List<FaultKind> STOPS =
      List.of(FaultKind.CHECKPOINT, FaultKind.CAPTCHA, FaultKind.ACCOUNT_BLOCKED);

  private final Faults faults;
  private final Accounts accounts;

  /** Reads from this board. */
  public VisitHook(Faults faults, Accounts accounts) {
    this.faults = faults;
    this.accounts = accounts;
  }

  /** Ends the session if that is on the board; true when it did. */
  public boolean logsOut(Account account, @Nullable Moment moment) {
    boolean struck = faults.strike(FaultKind.SESSION_LOGGED_OUT, account.id(), moment).isPresent();
    if (struck) {
      accounts.signOut(account.id());
    }
    return struck;
  }

  /** What stops a visitor who asks for a marketplace page, if something does. */
  public Optional<FaultKind> stopsPage(Account account, @Nullable Moment moment) {
    return STOPS.stream()
        .filter(kind -> faults.strike(kind, account.id(), moment).isPresent())
        .findFirst();
  }

  /** What stops a visitor at a moment that is struck only when it was named. */
  public Optional<FaultKind> stopsAt(Account account, Moment moment) {
    return STOPS.stream()
        .filter(kind -> faults.strikeAt(kind, account.id(), moment).isPresent())
        .findFirst();
  }
}
