package com.lotview.auth.user;

import com.lotview.auth.account.Account;
import com.lotview.auth.account.AccountStore;
import com.lotview.auth.mail.Mails;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Writes mails that other services request, because only this service knows the addresses. */
@Component
public class RequestedMails {
  private final AccountStore accounts;
  private final Mails mails;

  RequestedMails(AccountStore accounts, Mails mails) {
    this.accounts = accounts;
    this.mails = mails;
  }

  /**
   * Adds the mail, in the running transaction of the dealership. Nothing is sent to people who
   * cannot sign in, or by an installation that cannot send mails.
   */
  public Mono<Void> add(RequestedMail mail) {
    return mails.available()
        ? accounts
            .find(mail.userId())
            .filter(account -> account.active() && account.passwordHash() != null)
            .flatMap(account -> add(account, mail))
        : Mono.empty();
  }

  private Mono<Void> add(Account account, RequestedMail mail) {
    return mails.add(
        mail.dealershipId(),
        account.email(),
        "notices",
        Map.of(
            "subject", mail.subject(),
            "name", account.firstName(),
            "dealership", account.dealership().name(),
            "preferences", mails.address("/app/settings/notices")),
        lines(mail));
  }

  private List<String> lines(RequestedMail mail) {
    List<String> lines = new ArrayList<>();
    for (RequestedMail.Item item : mail.items()) {
      lines.add("- " + item.title());
      lines.add("  " + item.text());
      lines.add("  " + mails.address(item.path()));
      lines.add("");
    }
    if (mail.more() > 0) {
      lines.add("And " + mail.more() + " more: " + mails.address("/app/"));
      lines.add("");
    }
    return lines;
  }
}
