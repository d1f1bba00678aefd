package com.lotview.sandbox.control;

import com.lotview.sandbox.account.Accounts;
import com.lotview.sandbox.account.SessionCookies;
import com.lotview.sandbox.fault.Faults;
import com.lotview.sandbox.http.Router;
import com.lotview.sandbox.ledger.Drafts;
import com.lotview.sandbox.ledger.FormSessions;
import com.lotview.sandbox.ledger.Ledger;

/** The routes of the control interface. */
public final class ControlApi {
  private final AccountControl accountControl;
  private final LedgerControl ledgerControl;
  private final FaultControl faultControl;

  /** Controls these parts of the site. */
  public ControlApi(
      Accounts accounts,
      SessionCookies cookies,
      Ledger ledger,
      Drafts drafts,
      FormSessions sessions,
      Faults faults) {
    this.accountControl = new AccountControl(accounts, cookies);
    this.ledgerControl = new LedgerControl(accounts, ledger, drafts, sessions);
    this.faultControl = new FaultControl(faults);
  }

  /** Adds the routes. */
  public void addTo(Router router) {
    router
        .on("POST", "/__accounts", accountControl::open)
        .on("GET", "/__accounts", accountControl::list)
        .on("POST", "/__accounts/*/session", accountControl::signIn)
        .on("DELETE", "/__accounts/*/session", accountControl::signOut)
        .on("GET", "/__ledger", ledgerControl::read)
        .on("GET", "/__ledger/accounts/*", ledgerControl::account)
        .on("POST", "/__judge", ledgerControl::judge)
        .on("POST", "/__faults", faultControl::add)
        .on("GET", "/__faults", faultControl::list)
        .on("DELETE", "/__faults", faultControl::clear);
  }
}
