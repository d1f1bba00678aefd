package com.lotview.notification.notice;

import com.lotview.kit.tenant.TenantTransactions;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What a person wants to hear of, and how. */
@Component
public class Preferences {
  private final PreferenceStore store;
  private final TenantTransactions transactions;

  Preferences(PreferenceStore store, TenantTransactions transactions) {
    this.store = store;
    this.transactions = transactions;
  }

  /** One preference for each kind. */
  public Mono<List<NoticePreference>> of(UUID dealershipId, UUID userId) {
    return transactions.inTenant(dealershipId, complete(userId));
  }

  /** Replaces all; kinds that are missing get their standard. */
  public Mono<List<NoticePreference>> replace(
      UUID dealershipId, UUID userId, List<NoticePreference> chosen) {
    return transactions.inTenant(
        dealershipId,
        store.replace(dealershipId, userId, chosen).then(Mono.defer(() -> complete(userId))));
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
