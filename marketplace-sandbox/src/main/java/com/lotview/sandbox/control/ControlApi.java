package com.lotview.sandbox.control;

import com.lotview.sandbox.Dice;
import com.lotview.sandbox.account.Accounts;
import com.lotview.sandbox.account.SessionCookies;
import com.lotview.sandbox.fault.Faults;
import com.lotview.sandbox.fault.Gates;
import com.lotview.sandbox.http.Router;
import com.lotview.sandbox.ledger.Clicks;
import com.lotview.sandbox.ledger.Drafts;
import com.lotview.sandbox.ledger.FormSessions;
import com.lotview.sandbox.ledger.Ledger;
import com.lotview.sandbox.variant.Choices;
import com.lotview.sandbox.variant.Faces;
import com.lotview.sandbox.variant.Mutations;
import java.time.Clock;

/** The routes of the control interface. */
public final class ControlApi {
  private final AccountControl accountControl;
  private final LedgerControl ledgerControl;
  private final ListingControl listingControl;
  private final FaultControl faultControl;
  private final ChoiceControl choiceControl;
  private final MutationControl mutationControl;

  /** Controls these parts of the site. */
  public ControlApi(
      Accounts accounts,
      SessionCookies cookies,
      Ledger ledger,
      Clicks clicks,
      Drafts drafts,
      FormSessions sessions,
      Faults faults,
      Choices choices,
      Mutations mutations,
      Faces faces,
      Gates gates,
      Dice dice,
      Clock clock) {
    this.accountControl = new AccountControl(accounts, cookies, faces, gates);
    this.ledgerControl =
        new LedgerControl(accounts, accountControl, ledger, clicks, drafts, sessions);
    this.listingControl = new ListingControl(accounts, ledger, faces, dice, clock);
    this.faultControl = new FaultControl(faults);
    this.choiceControl = new ChoiceControl(choices);
    this.mutationControl = new MutationControl(accounts, mutations, faces);
  }

  /** Adds the routes. */
  public void addTo(Router router) {
    router
        .on("POST", "/__accounts", accountControl::open)
        .on("GET", "/__accounts", accountControl::list)
        .on("POST", "/__accounts/*/session", accountControl::signIn)
        .on("DELETE", "/__accounts/*/session", accountControl::signOut)
        .on("POST", "/__accounts/*/variant", accountControl::showVariant)
        .on("DELETE", "/__accounts/*/gate", accountControl::lift)
        .on("GET", "/__ledger", ledgerControl::read)
        .on("GET", "/__ledger/accounts/*", ledgerControl::account)
        .on("GET", "/__ledger/clicks", ledgerControl::clicks)
        .on("POST", "/__listings", listingControl::add)
        .on("POST", "/__listings/*/notice", listingControl::notice)
        .on("POST", "/__listings/*/price", listingControl::price)
        .on("POST", "/__listings/*/sold", listingControl::sold)
        .on("DELETE", "/__listings/*", listingControl::delete)
        .on("POST", "/__judge", ledgerControl::judge)
        .on("POST", "/__faults", faultControl::add)
        .on("GET", "/__faults", faultControl::list)
        .on("DELETE", "/__faults", faultControl::clear)
        .on("POST", "/__choices", choiceControl::settle)
        .on("GET", "/__choices", choiceControl::list)
        .on("DELETE", "/__choices", choiceControl::clear)
        .on("POST", "/__mutations", mutationControl::mutate)
        .on("GET", "/__mutations", mutationControl::show)
        .on("DELETE", "/__mutations", mutationControl::clear);
  }
}
