package com.lotview.sandbox.page;

import com.lotview.sandbox.Dice;
import com.lotview.sandbox.account.Account;
import com.lotview.sandbox.fault.FormHook;
import com.lotview.sandbox.fault.PublishHook;
import com.lotview.sandbox.http.Request;
import com.lotview.sandbox.http.Response;
import com.lotview.sandbox.ledger.Drafts;
import com.lotview.sandbox.ledger.FormSessions;
import com.lotview.sandbox.ledger.PhotoStore;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import tools.jackson.databind.node.ObjectNode;

/** The form for a vehicle. Every opening is a form session of its own. */
public final class VehicleFormPage implements Visitors.Page {
  private final Shell shell;
  private final FormSessions sessions;
  private final PublishHook publish;
  private final FormHook hook;
  private final Unfinished unfinished;
  private final Dice dice;
  private final Clock clock;

  /** The page. */
  public VehicleFormPage(
      Shell shell,
      FormSessions sessions,
      Drafts drafts,
      PhotoStore photos,
      PublishHook publish,
      FormHook hook,
      Dice dice,
      Clock clock) {
    this.shell = shell;
    this.sessions = sessions;
    this.publish = publish;
    this.hook = hook;
    this.unfinished = new Unfinished(drafts, photos, hook);
    this.dice = dice;
    this.clock = clock;
  }

  @Override
  public Response show(Request request, Account account) throws IOException {
    if (publish.closesTheForm(account.id())) {
      return shell.page(shell.settings("limit", account));
    }
    ObjectNode settings = open(account);
    unfinished
        .comingBack(request, account, shell.words(account))
        .ifPresent(coming -> settings.set("restored", coming));
    return shell.page(settings);
  }

  /** The settings of a form that is open from now on. */
  ObjectNode open(Account account) {
    String session = dice.token(20);
    sessions.open(session, account.id());
    int nextModelYear = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).getYear() + 1;
    ObjectNode settings =
        shell
            .settings("vehicle", account)
            .put("formSession", session)
            .put("newestYear", nextModelYear);
    hook.labels(account.id()).forEach(settings.withObject("/variant/labels")::put);
    return settings;
  }
}
