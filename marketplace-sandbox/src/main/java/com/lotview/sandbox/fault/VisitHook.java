package com.lotview.sandbox.fault;

import com.lotview.sandbox.account.Account;
import com.lotview.sandbox.account.Accounts;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Troubles that strike when a signed-in visitor asks for something. */
public final class VisitHook {
  private static final List<FaultKind> STOPS =
      List.of(
          FaultKind.CHECKPOINT,
          FaultKind.CAPTCHA,
          FaultKind.TWO_FACTOR,
          FaultKind.PASSWORD_REENTRY,
          FaultKind.ACCOUNT_SUSPENDED,
          FaultKind.ACCOUNT_BLOCKED,
          FaultKind.MARKETPLACE_NO_ACCESS);

  private final Faults faults;
  private final Accounts accounts;
  private final Gates gates;

  /** Uses these troubles; those that stay are kept at these gates. */
  public VisitHook(Faults faults, Accounts accounts, Gates gates) {
    this.faults = faults;
    this.accounts = accounts;
    this.gates = gates;
  }

  /** Ends the session if that trouble is on; true when it did. */
  public boolean logsOut(Account account, @Nullable Moment moment) {
    boolean struck = faults.strike(FaultKind.SESSION_LOGGED_OUT, account.id(), moment).isPresent();
    if (struck) {
      accounts.signOut(account.id());
    }
    return struck;
  }

  /** The check that blocks the visitor until it is passed, if there is one. */
  public Optional<FaultKind> held(Account account) {
    return gates.of(account.id());
  }

  /** What stops a visitor who asks for a marketplace page, if something does. */
  public Optional<FaultKind> stopsPage(Account account, @Nullable Moment moment) {
    return stops(account, kind -> faults.strike(kind, account.id(), moment));
  }

  /** What stops a visitor at a moment that must be named explicitly. */
  public Optional<FaultKind> stopsAt(Account account, Moment moment) {
    return stops(account, kind -> faults.strikeAt(kind, account.id(), moment));
  }

  private Optional<FaultKind> stops(Account account, Function<FaultKind, Optional<Fault>> strike) {
    Optional<FaultKind> held = held(account);
    if (held.isPresent()) {
      return held;
    }
    Optional<Fault> struck =
        STOPS.stream().map(strike).filter(Optional::isPresent).map(Optional::get).findFirst();
    struck.filter(Fault::lasts).ifPresent(fault -> gates.put(account.id(), fault.kind()));
    return struck.map(Fault::kind);
  }
}
