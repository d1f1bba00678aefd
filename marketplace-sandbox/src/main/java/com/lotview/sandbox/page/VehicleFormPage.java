package com.lotview.sandbox.page;

import com.lotview.sandbox.Dice;
import com.lotview.sandbox.account.Account;
import com.lotview.sandbox.http.Request;
import com.lotview.sandbox.http.Response;
import com.lotview.sandbox.ledger.FormSessions;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The form for a vehicle. Every opening is a form session of its own. */
public final class VehicleFormPage implements Visitors.Page {
  private final Shell shell;
  private final FormSessions sessions;
  private final Dice dice;
  private final Clock clock;

  /** The page. */
  public VehicleFormPage(Shell shell, FormSessions sessions, Dice dice, Clock clock) {
    this.shell = shell;
    this.sessions = sessions;
    this.dice = dice;
    this.clock = clock;
  }

  @Override
  public Response show(Request request, Account account) {
    String session = dice.token(20);
    sessions.open(session, account.id());
    int nextModelYear = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).getYear() + 1;
    return shell.page(
        shell
            .settings("vehicle", account)
            .put("formSession", session)
            .put("newestYear", nextModelYear));
  }
}
