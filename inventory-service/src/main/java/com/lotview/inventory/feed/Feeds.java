package com.lotview.inventory.feed;

import com.lotview.contracts.ErrorCode;
import com.lotview.inventory.feed.Feed.Known;
import com.lotview.inventory.feed.Feed.Login;
import com.lotview.inventory.feed.FeedRun.Cause;
import com.lotview.inventory.feed.FeedRun.State;
import com.lotview.inventory.feed.FeedWish.LoginWish;
import com.lotview.inventory.imports.Missing;
import com.lotview.kit.audit.AuditTrail;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.id.Ids;
import com.lotview.kit.security.Caller;
import com.lotview.kit.tenant.TenantTransactions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** What people do with feeds: make, change, remove, run now, accept. */
@Service
public class Feeds {
  private static final int MAX_FEEDS = 20;

  private final FeedStore feeds;
  private final RunStore runs;
  private final FeedEvents events;
  private final FeedKeys keys;
  private final DropFolders drops;
  private final AuditTrail audit;
  private final TenantTransactions transactions;
  private final Clock clock;

  Feeds(
      FeedStore feeds,
      RunStore runs,
      FeedEvents events,
      FeedKeys keys,
      DropFolders drops,
      AuditTrail audit,
      TenantTransactions transactions,
      Clock clock) {
    this.feeds = feeds;
    this.runs = runs;
    this.events = events;
    this.keys = keys;
    this.drops = drops;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** All, oldest first. */
  public Mono<List<Feed>> list(Caller caller) {
    return tenant(caller, feeds.list().collectList());
  }

  /** One; fails with {@code STOCK_FEED_NOT_FOUND}. */
  public Mono<Feed> get(Caller caller, UUID id) {
    return tenant(caller, found(feeds.find(id)));
  }

  /** Makes one, which is due at once; without an address it reads the drop folder. */
  public Mono<Feed> make(Caller caller, FeedWish wish) {
    if (wish.url() == null && !drops.areThere()) {
      throw RefusalException.invalid("url", "is required: this server has no drop folders");
    }
    Feed feed = made(caller, wish);
    Mono<Void> work =
        feeds
            .list()
            .count()
            .filter(there -> there < MAX_FEEDS)
            .switchIfEmpty(
                Mono.error(() -> refused("name", "there are " + MAX_FEEDS + " feeds already")))
            .then(Mono.defer(() -> feeds.add(feed)))
            .filter(added -> added)
            .switchIfEmpty(Mono.error(() -> refused("url", "the drop folder has its feed already")))
            .then(audited(caller, "stock-feed.made", feed.id()));
    return tenant(caller, work.thenReturn(feed));
  }

  private Feed made(Caller caller, FeedWish wish) {
    UUID id = Ids.next();
    Instant now = clock.instant();
    return new Feed(
        id,
        caller.dealershipId(),
        caller.userId(),
        Objects.requireNonNull(wish.name()),
        wish.url(),
        login(wish.login(), id),
        Objects.requireNonNull(wish.schedule()),
        wish.rules(new Feed.Rules(Missing.KEEP, false)),
        !Boolean.FALSE.equals(wish.active()),
        now,
        now,
        null,
        Health.fresh(now),
        Known.NOTHING);
  }

  /** Changes one. It is due at once; its next import is not compared with an earlier one. */
  public Mono<Feed> change(Caller caller, UUID id, FeedWish wish) {
    return tenant(
        caller,
        found(feeds.lock(id))
            .map(feed -> changed(feed, wish))
            .flatMap(feed ->
                feeds
                    .update(feed)
                    .then(audited(caller, "stock-feed.changed", id))
                    .thenReturn(feed)));
  }

  private Feed changed(Feed feed, FeedWish wish) {
    check(feed, wish);
    Instant now = clock.instant();
    Feed.Rules rules = wish.rules(feed.rules());
    boolean same =
        rules.equals(feed.rules()) && (wish.url() == null || wish.url().equals(feed.url()));
    Schedule schedule = wish.schedule() == null ? feed.schedule() : wish.schedule();
    boolean active = wish.active() == null ? feed.active() : wish.active();
    // A feed that is switched on again is not late, because no file was expected meanwhile.
    Health health = active && !feed.active() ? Health.fresh(now) : feed.health();
    return new Feed(
        feed.id(),
        feed.dealershipId(),
        feed.userId(),
        wish.name() == null ? feed.name() : wish.name(),
        wish.url() == null ? feed.url() : wish.url(),
        wish.login() == null ? feed.login() : login(wish.login(), feed.id()),
        schedule,
        rules,
        active,
        feed.createdAt(),
        same && schedule.equals(feed.schedule()) ? feed.nextAt() : now,
        same ? feed.dropped() : null,
        health,
        same ? feed.known() : Known.NOTHING);
  }

  private static void check(Feed feed, FeedWish wish) {
    if (feed.isDrop() && wish.url() != null) {
      throw refused("url", "the feed of the drop folder has none");
    }
    if (feed.login() != null && wish.login() == null && wish.leadsElsewhere(feed)) {
      throw refused("login", "is required: another server must not get the stored one");
    }
  }

  private @Nullable Login login(@Nullable LoginWish wish, UUID id) {
    return wish == null || wish.equals(LoginWish.NONE)
        ? null
        : new Login(wish.kind(), wish.name(), keys.seal(wish.secret(), id));
  }

  /** Removes one with its history; an import that it has begun continues. */
  public Mono<Void> remove(Caller caller, UUID id) {
    return tenant(caller, found(feeds.remove(id)).then(audited(caller, "stock-feed.removed", id)));
  }

  /** Runs one now; if it is running already, that run. */
  public Mono<FeedRun> run(Caller caller, UUID id) {
    return tenant(
        caller,
        found(feeds.lock(id))
            .flatMap(feed -> begin(caller, feed, Cause.PERSON, 0))
            .delayUntil(run -> audited(caller, "stock-feed.run", id)));
  }

  private Mono<FeedRun> begin(Caller caller, Feed feed, Cause cause, int brake) {
    FeedRun run = FeedRun.begun(feed, caller.userId(), cause, clock.instant(), brake);
    return runs.open(feed.id()).switchIfEmpty(Mono.defer(() -> runs.begin(run).thenReturn(run)));
  }

  /** Runs, newest first. */
  public Mono<List<FeedRun>> runs(Caller caller, UUID id, @Nullable UUID before, int limit) {
    return tenant(
        caller, found(feeds.find(id)).thenMany(runs.list(id, before, limit)).collectList());
  }

  /**
   * Accepts the feed's last run, which the brake held; fails with {@code STOCK_FEED_RUN_NOT_HELD}
   * if it was not held. Where missing vehicles are archived the feed is fetched again, and as many
   * may be missing as were.
   *
   * @return the run that does it; the accepted one where nothing is archived
   */
  public Mono<FeedRun> accept(Caller caller, UUID id, UUID runId) {
    return tenant(
        caller,
        found(feeds.lock(id))
            .flatMap(feed ->
                runs.list(id, null, 1)
                    .next()
                    .filter(run -> run.id().equals(runId) && run.state() == State.HELD)
                    .switchIfEmpty(Mono.error(Feeds::notHeld))
                    .delayUntil(run -> runs.accepted(runId))
                    .flatMap(run -> accepted(caller, feed, run)))
            .delayUntil(run -> audited(caller, "stock-feed.accepted", id)));
  }

  private Mono<FeedRun> accepted(Caller caller, Feed feed, FeedRun run) {
    FeedRun.Figures figures = run.figures();
    if (feed.rules().missing() == Missing.ARCHIVE) {
      return begin(caller, feed, Cause.ACCEPTED, figures == null ? 0 : figures.held());
    }
    Known known =
        new Known(run.content(), figures == null ? null : figures.rows(), feed.known().said());
    Feed well = feed.with(feed.health().came(clock.instant()), known);
    return feeds
        .update(well)
        .then(events.health(well, run, "A person has accepted it."))
        .then(Mono.defer(() -> runs.find(feed.id(), run.id())));
  }

  private Mono<Void> audited(Caller caller, String action, UUID id) {
    return audit.record(caller, action, "stock-feed/" + id);
  }

  private <T> Mono<T> tenant(Caller caller, Mono<T> work) {
    return transactions.inTenant(caller.dealershipId(), work);
  }

  private static <T> Mono<T> found(Mono<T> one) {
    return one.switchIfEmpty(Mono.error(Feeds::notFound));
  }

  /** There is no such feed. */
  public static RefusalException notFound() {
    return new RefusalException(
        ErrorCode.STOCK_FEED_NOT_FOUND, ErrorCode.STOCK_FEED_NOT_FOUND.title());
  }

  private static RefusalException notHeld() {
    return new RefusalException(
        ErrorCode.STOCK_FEED_RUN_NOT_HELD, ErrorCode.STOCK_FEED_RUN_NOT_HELD.title());
  }

  private static RefusalException refused(String field, String reason) {
    return RefusalException.invalid(field, reason);
  }
}
