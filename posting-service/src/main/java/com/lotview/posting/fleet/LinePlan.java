package com.lotview.posting.fleet;

import com.lotview.posting.fleet.FleetStore.InLine;
import com.lotview.posting.fleet.WaitingLine.Place;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Plays the line before the fleet forward, as the dispatcher would serve it: one post of an account
 * at a time, the dealership that was served longest ago first, each browser busy for as long as a
 * job takes. It shapes what is shown, never what is done.
 */
final class LinePlan {
  private final Instant now;
  private final FleetCapacity fleet;
  private final long millisPerJob;
  private final Map<UUID, Place> places = new HashMap<>();
  private final PriorityQueue<Instant> browsers = new PriorityQueue<>();
  private final PriorityQueue<Account> later =
      new PriorityQueue<>(Comparator.comparing(account -> account.readyAt));
  private final TreeSet<Dealership> ready =
      new TreeSet<>(
          Comparator.<Dealership, Instant>comparing(one -> one.served)
              .thenComparing(one -> one.since)
              .thenComparing(one -> one.id));

  /** A dealership with the accounts that may post. It is among the ready ones while it has any. */
  private static final class Dealership {
    final UUID id;
    Instant served;
    Instant since = Instant.MIN;
    final PriorityQueue<Account> accounts =
        new PriorityQueue<>(Comparator.comparing(account -> account.readyAt));

    Dealership(UUID id, Instant served) {
      this.id = id;
      this.served = served;
    }
  }

  /** An account's posts in line. */
  private static final class Account {
    final Dealership dealership;
    final Deque<InLine> posts = new ArrayDeque<>();
    Instant readyAt = Instant.MIN;

    Account(Dealership dealership) {
      this.dealership = dealership;
    }
  }

  private LinePlan(Instant now, FleetCapacity fleet) {
    this.now = now;
    this.fleet = fleet;
    this.millisPerJob = Math.max(1, Math.round(fleet.secondsPerJob() * 1000));
  }

  /**
   * Plans.
   *
   * @param line posts that the fleet has, then those that wait, in order of their time
   * @param served when each dealership was last handed over a job
   * @return nothing while the fleet is away
   */
  static Map<UUID, Place> of(
      Instant now, FleetCapacity fleet, List<InLine> line, Map<UUID, Instant> served) {
    if (fleet.browsers() == 0) {
      return Map.of();
    }
    LinePlan plan = new LinePlan(now, fleet);
    plan.freeBrowsers();
    plan.play(line, served);
    return plan.places;
  }

  // Busy ones become free one after the other: on average, their jobs are half done.
  private void freeBrowsers() {
    int busy = fleet.browsers() - fleet.free();
    for (int i = 0; i < fleet.free(); i++) {
      browsers.add(now);
    }
    for (int i = 1; i <= busy; i++) {
      browsers.add(now.plusMillis(millisPerJob * i / (busy + 1)));
    }
  }

  private void play(List<InLine> line, Map<UUID, Instant> served) {
    Map<UUID, Dealership> dealerships = new HashMap<>();
    Map<UUID, Account> accounts = new LinkedHashMap<>();
    for (InLine post : line) {
      UUID id = post.account().dealershipId();
      Dealership dealership =
          dealerships.computeIfAbsent(
              id, one -> new Dealership(one, served.getOrDefault(one, Instant.MIN)));
      Account account =
          accounts.computeIfAbsent(post.account().fbAccountId(), one -> new Account(dealership));
      if (post.handedOver()) {
        account.readyAt = begin(post, nextBrowser());
      } else {
        account.posts.add(post);
      }
    }
    accounts.values().forEach(this::queue);
    while (!later.isEmpty() || !ready.isEmpty()) {
      serve(nextBrowser());
    }
  }

  private Instant nextBrowser() {
    return latest(browsers.remove(), now);
  }

  private void serve(Instant free) {
    Account first = later.peek();
    Instant at = ready.isEmpty() && first != null ? latest(free, first.readyAt) : free;
    for (Account next = first; next != null && !next.readyAt.isAfter(at); next = later.peek()) {
      makeReady(later.remove());
    }
    Dealership dealership = ready.removeFirst();
    Account account = dealership.accounts.remove();
    dealership.served = at;
    stand(dealership);
    account.readyAt = begin(account.posts.remove(), at);
    queue(account);
  }

  private void makeReady(Account account) {
    Dealership dealership = account.dealership;
    ready.remove(dealership);
    dealership.accounts.add(account);
    stand(dealership);
  }

  private void stand(Dealership dealership) {
    Account first = dealership.accounts.peek();
    if (first != null) {
      dealership.since = first.readyAt;
      ready.add(dealership);
    }
  }

  private void queue(Account account) {
    InLine next = account.posts.peek();
    if (next != null) {
      account.readyAt = latest(account.readyAt, next.earliest());
      later.add(account);
    }
  }

  /** Begins the post; returns when its browser is free again. */
  private Instant begin(InLine post, Instant start) {
    places.put(post.job(), new Place(places.size() + 1, start));
    Instant end = start.plusMillis(millisPerJob);
    browsers.add(end);
    return end;
  }

  private static Instant latest(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
