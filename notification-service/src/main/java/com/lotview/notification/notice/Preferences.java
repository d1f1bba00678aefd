package com.lotview.notification.notice;

import com.lotview.kit.audit.AuditTrail;
import com.lotview.kit.audit.Audited;
import com.lotview.kit.audit.Changes;
import com.lotview.kit.security.Caller;
import com.lotview.kit.tenant.TenantTransactions;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Which notices a person wants, and how. */
@Component
public class Preferences {
  private final PreferenceStore store;
  private final AuditTrail audit;
  private final TenantTransactions transactions;

  Preferences(PreferenceStore store, AuditTrail audit, TenantTransactions transactions) {
    this.store = store;
    this.audit = audit;
    this.transactions = transactions;
  }

  /** One preference for each kind. */
  public Mono<List<NoticePreference>> of(UUID dealershipId, UUID userId) {
    return transactions.inTenant(dealershipId, complete(userId));
  }

  /** Replaces all of the caller; kinds that are missing get their standard. */
  public Mono<List<NoticePreference>> replace(Caller caller, List<NoticePreference> chosen) {
    UUID dealership = caller.dealershipId();
    UUID user = caller.userId();
    return transactions.inTenant(
        dealership,
        complete(user)
            .flatMap(before ->
                store
                    .replace(dealership, user, chosen)
                    .then(Mono.defer(() -> complete(user)))
                    .delayUntil(after -> note(caller, before, after))));
  }

  private Mono<Void> note(
      Caller caller, List<NoticePreference> before, List<NoticePreference> after) {
    return audit.record(
        caller,
        "notice-preferences.changed",
        "user/" + caller.userId(),
        Changes.between(Heard.of(before), Heard.of(after)));
  }

  /** Which notices a person gets in the dashboard, and which by mail. */
  @Audited
  private record Heard(List<NoticeKind> inApp, List<NoticeKind> mail) {
    static Heard of(List<NoticePreference> all) {
      return new Heard(kinds(all, NoticePreference::inApp), kinds(all, NoticePreference::mail));
    }

    private static List<NoticeKind> kinds(
        List<NoticePreference> all, Predicate<NoticePreference> wanted) {
      return all.stream().filter(wanted).map(NoticePreference::kind).toList();
    }
  }

  private Mono<List<NoticePreference>> complete(UUID userId) {
    return store
        .of(userId)
        .collect(Collectors.toMap(NoticePreference::kind, Function.identity()))
        .map(Preferences::complete);
  }

  private static List<NoticePreference> complete(Map<NoticeKind, NoticePreference> chosen) {
    return Stream.of(NoticeKind.values())
        .map(kind -> chosen.getOrDefault(kind, NoticePreference.standard(kind)))
        .toList();
  }
}
