package com.lotview.sandbox.page;

import com.lotview.sandbox.Dice;
import com.lotview.sandbox.account.Account;
import com.lotview.sandbox.fault.PublishHook;
import com.lotview.sandbox.http.Request;
import com.lotview.sandbox.http.Response;
import com.lotview.sandbox.ledger.FormSessions;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import tools.jackson.databind.node.ObjectNode;

/** The form for a vehicle. Every opening is a form session of its own. */
public final class VehicleFormPage implements Visitors.Page {
  private final Shell shell;
  private final FormSessions sessions;
  private final PublishHook hook;
  private final Dice dice;
  private final Clock clock;

  /** The page. */
  public VehicleFormPage(
      Shell shell, FormSessions sessions, PublishHook hook, Dice dice, Clock clock) {
    this.shell = shell;
    this.sessions = sessions;
    this.hook = hook;
    this.dice = dice;
    this.clock = clock;
  }

  @Override
  public Response show(Request request, Account account) {
    return shell.page(
        hook.closesTheForm(account.id()) ? shell.settings("limit", account) : open(account));
  }

  /** The settings of a form that is open from now on. */
  ObjectNode open(Account account) {
    String session = dice.token(20);
    sessions.open(session, account.id());
    int nextModelYear = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).getYear() + 1;
    return shell
        .settings("vehicle", account)
        .put("formSession", session)
        .put("newestYear", nextModelYear);
  }
}
