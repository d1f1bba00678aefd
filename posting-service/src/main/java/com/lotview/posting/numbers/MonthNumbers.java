package com.lotview.posting.numbers;

import com.lotview.kit.error.RefusalException;
import com.lotview.kit.tenant.TenantTransactions;
import com.lotview.posting.account.FbAccounts;
import com.lotview.posting.numbers.NumbersStore.By;
import com.lotview.posting.posting.Names;
import com.lotview.posting.vehicle.DealershipSource;
import com.lotview.posting.vehicle.PersonNames;
import com.lotview.posting.vehicle.VehicleSource;
import com.lotview.posting.vehicle.VehicleSource.OnLot;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
  private final VehicleSource stock;
  private final TenantTransactions transactions;
  private final Clock clock;

  MonthNumbers(
      NumbersStore store,
      FbAccounts accounts,
      DealershipSource dealerships,
      PersonNames people,
      VehicleSource stock,
      TenantTransactions transactions,
      Clock clock) {
    this.store = store;
    this.accounts = accounts;
    this.dealerships = dealerships;
    this.people = people;
    this.stock = stock;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * A month of the dealership, with the names of people and accounts.
   *
   * @param neverPosted null: the inventory does not answer now
   */
  public record Numbers(
      ZoneId zone,
      @Nullable NeverPosted neverPosted,
      List<MonthLine> byPerson,
      List<MonthLine> byAccount,
      List<MonthLine> byVehicle,
      Names names) {}

  /** Counts the month in the dealership's zone; fails with {@code SERVICE_UNAVAILABLE}. */
  public Mono<Numbers> of(UUID dealershipId, YearMonth month) {
    return Mono.zip(dealerships.get(dealershipId), people.of(dealershipId))
        .flatMap(known -> {
          Span span = Span.of(month, known.getT1().zoneOrUtc());
          return onLot(dealershipId, span)
              .flatMap(
                  onLot -> transactions.inTenant(dealershipId, count(span, known.getT2(), onLot)));
        });
  }

  /** A month from its first moment to that of the next one. */
  private record Span(YearMonth month, ZoneId zone, Instant from, Instant to) {
    static Span of(YearMonth month, ZoneId zone) {
      return new Span(
          month,
          zone,
          month.atDay(1).atStartOfDay(zone).toInstant(),
          month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant());
    }

    LocalDate lastDay(Clock clock) {
      LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
      LocalDate end = month.atEndOfMonth();
      return today.isBefore(end) ? today : end;
    }
  }

  // Without the inventory this part is left out, rather than losing the other numbers too.
  private Mono<Optional<List<OnLot>>> onLot(UUID dealershipId, Span span) {
    return stock
        .onLot(dealershipId, span.month().plusMonths(1).atDay(1))
        .map(Optional::of)
        .onErrorReturn(RefusalException.class, Optional.empty());
  }

  // One after another: they share the transaction's connection.
  private Mono<Numbers> count(Span span, Map<UUID, String> persons, Optional<List<OnLot>> onLot) {
    return lines(By.PERSON, span)
        .zipWhen(byPerson -> lines(By.ACCOUNT, span))
        .zipWhen(both -> lines(By.VEHICLE, span))
        .zipWhen(all -> accounts.labels(all.getT1().getT2().stream().map(MonthLine::id).toList()))
        .zipWhen(all -> neverPosted(span, onLot))
        .map(all ->
            new Numbers(
                span.zone(),
                all.getT2().orElse(null),
                all.getT1().getT1().getT1().getT1(),
                all.getT1().getT1().getT1().getT2(),
                all.getT1().getT1().getT2(),
                new Names(persons, all.getT1().getT2())));
  }

  private Mono<List<MonthLine>> lines(By by, Span span) {
    return store.count(by, span.from(), span.to(), span.zone(), MOST_LINES);
  }

  private Mono<Optional<NeverPosted>> neverPosted(Span span, Optional<List<OnLot>> onLot) {
    return Mono.justOrEmpty(onLot)
        .flatMap(vehicles ->
            store
                .posted(vehicles.stream().map(OnLot::id).toList(), span.to())
                .map(posted ->
                    vehicles.stream().filter(vehicle -> !posted.contains(vehicle.id())).toList()))
        .map(never -> Optional.of(NeverPosted.of(never, span.lastDay(clock), MOST_LINES)))
        .defaultIfEmpty(Optional.empty());
  }
}
