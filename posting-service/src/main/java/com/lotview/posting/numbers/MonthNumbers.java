package com.lotview.posting.numbers;

import com.lotview.kit.tenant.TenantTransactions;
import com.lotview.posting.account.FbAccounts;
import com.lotview.posting.posting.Names;
import com.lotview.posting.vehicle.DealershipSource;
import com.lotview.posting.vehicle.PersonNames;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** The numbers of a month. */
@Service
public class MonthNumbers {
  /** The most vehicles, people or accounts that are shown. */
  public static final int MOST_LINES = 1_000;

  private final NumbersStore store;
  private final FbAccounts accounts;
  private final DealershipSource dealerships;
  private final PersonNames people;
  private final TenantTransactions transactions;

  MonthNumbers(
      NumbersStore store,
      FbAccounts accounts,
      DealershipSource dealerships,
      PersonNames people,
      TenantTransactions transactions) {
    this.store = store;
    this.accounts = accounts;
    this.dealerships = dealerships;
    this.people = people;
    this.transactions = transactions;
  }

  /** A month of the dealership, with what people and accounts are called. */
  public record Numbers(
      ZoneId zone,
      List<MonthLine> byPerson,
      List<MonthLine> byAccount,
      List<MonthLine> byVehicle,
      Names names) {}

  /** Counts the month in the dealership's zone; fails with {@code SERVICE_UNAVAILABLE}. */
  public Mono<Numbers> of(UUID dealershipId, YearMonth month) {
    return Mono.zip(dealerships.get(dealershipId), people.of(dealershipId))
        .flatMap(known ->
            transactions.inTenant(
                dealershipId, count(month, known.getT1().zoneOrUtc(), known.getT2())));
  }

  // One after another: they share the transaction's connection.
  private Mono<Numbers> count(YearMonth month, ZoneId zone, Map<UUID, String> persons) {
    Instant from = month.atDay(1).atStartOfDay(zone).toInstant();
    Instant to = month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
    return store
        .count(NumbersStore.By.PERSON, from, to, MOST_LINES)
        .zipWhen(byPerson -> store.count(NumbersStore.By.ACCOUNT, from, to, MOST_LINES))
        .zipWhen(both -> store.count(NumbersStore.By.VEHICLE, from, to, MOST_LINES))
        .zipWhen(
            all -> accounts.labels(all.getT1().getT2().stream().map(MonthLine::id).toList()),
            (all, labels) ->
                new Numbers(
                    zone,
                    all.getT1().getT1(),
                    all.getT1().getT2(),
                    all.getT2(),
                    new Names(persons, labels)));
  }
}
