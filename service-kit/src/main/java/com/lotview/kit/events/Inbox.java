package com.lotview.kit.events;

import com.lotview.kit.metrics.EventMeters;
import com.lotview.kit.rows.Columns;
import com.lotview.kit.tenant.TenantTransactions;
import com.lotview.kit.trace.Trace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Handles each event once per consumer, however often Kafka delivers it. */
public final class Inbox {
  private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);
  // Per transaction: a timeout of the whole poll would not name the event that failed.
  private static final Duration DEADLINE = Duration.ofSeconds(20);

  private final DatabaseClient database;
  private final TenantTransactions transactions;
  private final EventMeters meters;

  public Inbox(DatabaseClient database, TenantTransactions transactions, EventMeters meters) {
    this.database = database;
    this.transactions = transactions;
    this.meters = meters;
  }

  /**
   * Runs the work in one transaction of the dealership, with the record that the event was handled.
   * An event handled before completes at once. If the work fails, nothing is recorded.
   */
  public Mono<Void> once(String consumer, IncomingEvent event, UUID dealershipId, Mono<Void> work) {
    return inOneTransaction(
        consumer, dealershipId, List.of(new Item(0, event, new Handling(dealershipId, work))));
  }

  /**
   * As {@link #once} for all records of one poll, in one transaction per dealership: many events
   * then cost little more than one. The order of each key is kept, if the events of a key are of
   * one dealership. If anything fails, each event gets a transaction of its own, in the order of
   * the records, so that one that cannot be handled holds up only those after it. A transaction
   * that takes 20 s has failed.
   *
   * @param handling gives the work for an event, or empty to skip it; an exception from it means
   *     that the record cannot be read
   * @return fails with a {@link BatchListenerFailedException} that names the first record which
   *     could not be handled; all before it have been
   */
  public Mono<Void> all(
      String consumer,
      List<ConsumerRecord<String, String>> records,
      Function<IncomingEvent, Optional<Handling>> handling) {
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < records.size(); i++) {
      int index = i;
      try {
        IncomingEvent event = IncomingEvent.of(records.get(i));
        handling.apply(event).ifPresent(found -> items.add(new Item(index, event, found)));
      } catch (RuntimeException e) {
        return handle(consumer, items).then(Mono.error(failed(e, i)));
      }
    }
    return handle(consumer, items);
  }

  /** An event of a poll, at its place among the records. */
  private record Item(int index, IncomingEvent event, Handling handling) {}

  private Mono<Void> handle(String consumer, List<Item> items) {
    Map<UUID, List<Item>> byDealership =
        items.stream()
            .collect(
                Collectors.groupingBy(
                    item -> item.handling().dealershipId(),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return Flux.fromIterable(byDealership.entrySet())
        .concatMap(
            group -> inOneTransaction(consumer, group.getKey(), group.getValue()).timeout(DEADLINE))
        .then()
        .onErrorResume(error -> {
          LOG.info("{} events are handled one by one: {}", items.size(), error.toString());
          return oneByOne(consumer, items);
        });
  }

  private Mono<Void> oneByOne(String consumer, List<Item> items) {
    return Flux.fromIterable(items)
        .concatMap(item ->
            inOneTransaction(consumer, item.handling().dealershipId(), List.of(item))
                .timeout(DEADLINE)
                .onErrorMap(error -> failed(error, item.index())))
        .then();
  }

  private static BatchListenerFailedException failed(Throwable error, int index) {
    return new BatchListenerFailedException("An event could not be handled", error, index);
  }

  private Mono<Void> inOneTransaction(String consumer, UUID dealershipId, List<Item> items) {
    Mono<List<Item>> work =
        note(consumer, items)
            // An event may come twice in one poll; the first one counts.
            .map(fresh -> items.stream().filter(item -> fresh.remove(item.event().id())).toList())
            .flatMap(
                fresh -> Flux.fromIterable(fresh).concatMap(Inbox::work).then(Mono.just(fresh)));
    return transactions
        .inTenant(dealershipId, work)
        .doOnNext(fresh -> count(consumer, fresh, items.size() - fresh.size()))
        .then()
        .contextWrite(context -> Trace.with(context, items.getFirst().event().traceparent()));
  }

  private void count(String consumer, List<Item> handled, int repeats) {
    handled.forEach(item -> meters.handled(consumer, item.event().time()));
    meters.repeated(consumer, repeats);
  }

  private static Mono<Void> work(Item item) {
    return item.handling()
        .work()
        .contextWrite(context -> Trace.with(context, item.event().traceparent()));
  }

  /** Records the events; returns the new ones. */
  private Mono<Set<UUID>> note(String consumer, Collection<Item> items) {
    return database
        .sql(
            "insert into inbox (consumer, event_id) select :consumer, event from unnest(:events)"
                + " event on conflict do nothing returning event_id")
        .bind("consumer", consumer)
        .bind("events", items.stream().map(item -> item.event().id()).toArray(UUID[]::new))
        .map(row -> new Columns(row).uuid("event_id"))
        .all()
        .collectList()
        .map(HashSet::new);
  }
}
