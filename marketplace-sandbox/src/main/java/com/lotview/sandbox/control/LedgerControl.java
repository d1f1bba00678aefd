package com.lotview.sandbox.control;

import com.lotview.sandbox.account.Account;
import com.lotview.sandbox.account.Accounts;
import com.lotview.sandbox.http.Json;
import com.lotview.sandbox.http.Request;
import com.lotview.sandbox.http.Response;
import com.lotview.sandbox.ledger.Clicks;
import com.lotview.sandbox.ledger.Drafts;
import com.lotview.sandbox.ledger.FormSessions;
import com.lotview.sandbox.ledger.Judge;
import com.lotview.sandbox.ledger.Ledger;
import com.lotview.sandbox.ledger.Listing;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reading the ledger, and asking the judge. */
final class LedgerControl {
  private final Accounts accounts;
  private final AccountControl accountControl;
  private final Ledger ledger;
  private final Clicks clicks;
  private final Drafts drafts;
  private final FormSessions sessions;
  private final Judge judge;

  LedgerControl(
      Accounts accounts,
      AccountControl accountControl,
      Ledger ledger,
      Clicks clicks,
      Drafts drafts,
      FormSessions sessions) {
    this.accounts = accounts;
    this.accountControl = accountControl;
    this.ledger = ledger;
    this.clicks = clicks;
    this.drafts = drafts;
    this.sessions = sessions;
    this.judge = new Judge(ledger);
  }

  Response read(Request request) {
    Optional<String> account = request.query("account");
    String text = request.query("q").orElse("");
    List<Listing> listings =
        account.map(ledger::listings).orElseGet(ledger::listings).stream()
            .filter(listing -> Ledger.mentions(listing, text))
            .toList();
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("count", listings.stream().filter(listing -> !listing.sold()).count());
    answer.put("listings", listings);
    answer.put("deleted", deleted(account, text));
    answer.put("sessions", account.map(sessions::of).orElseGet(sessions::all));
    answer.put("overlaps", account.map(sessions::overlaps).orElseGet(sessions::overlaps));
    return Response.json(200, answer);
  }

  private List<Listing> deleted(Optional<String> account, String text) {
    return ledger.deleted().stream()
        .filter(listing -> account.isEmpty() || listing.account().equals(account.get()))
        .filter(listing -> Ledger.mentions(listing, text))
        .toList();
  }

  Response account(Request request) {
    String id = request.pathParameter(0);
    Optional<Account> account = accounts.find(id);
    if (account.isEmpty()) {
      return Response.json(404, Map.of("error", "no such account"));
    }
    Map<String, Object> answer = accountControl.summary(account.get());
    answer.put("listings", ledger.listings(id));
    answer.put("deleted", deleted(Optional.of(id), ""));
    answer.put("drafts", drafts.of(id));
    answer.put("sessions", sessions.of(id));
    answer.put("mostSessionsAtOnce", sessions.mostAtOnce(id));
    answer.put("overlaps", sessions.overlaps(id));
    return Response.json(200, answer);
  }

  Response clicks(Request request) {
    return Response.json(200, request.query("account").map(clicks::of).orElseGet(clicks::all));
  }

  Response judge(Request request) throws IOException {
    return Response.json(200, judge.judge(Json.object(request.text())));
  }
}
