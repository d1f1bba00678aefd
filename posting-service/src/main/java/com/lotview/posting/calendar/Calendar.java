package com.lotview.posting.calendar;

import com.lotview.kit.security.Caller;
import com.lotview.kit.tenant.TenantTransactions;
import com.lotview.posting.account.AccountState;
import com.lotview.posting.account.FbAccount;
import com.lotview.posting.account.FbAccounts;
import com.lotview.posting.dispatch.DispatchStore;
import com.lotview.posting.dispatch.ExpectedStarts;
import com.lotview.posting.dispatch.PostLimits;
import com.lotview.posting.posting.lifecycle.PostingStatus;
import com.lotview.posting.posting.model.Posting;
import com.lotview.posting.posting.model.PostingFilter;
import com.lotview.posting.posting.model.PostingSlice;
import com.lotview.posting.posting.model.PostingStore;
import com.lotview.posting.vehicle.DealershipSource;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Plans the accounts of a dealership by day and hour. */
@Service
public class Calendar {
  // About a hundred days of a full account.
  private static final int AT_MOST = 2_000;
  private static final Set<PostingStatus> WAITING =
      EnumSet.of(PostingStatus.QUEUED, PostingStatus.GENERATING, PostingStatus.READY);

  private final FbAccounts accounts;
  private final PostingStore postings;
  private final DispatchStore dispatch;
  private final ExpectedStarts starts;
  private final DealershipSource dealerships;
  private final TenantTransactions transactions;
  private final Clock clock;

  Calendar(
      FbAccounts accounts,
      PostingStore postings,
      DispatchStore dispatch,
      ExpectedStarts starts,
      DealershipSource dealerships,
      TenantTransactions transactions,
      Clock clock) {
    this.accounts = accounts;
    this.postings = postings;
    this.dispatch = dispatch;
    this.starts = starts;
    this.dealerships = dealerships;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** The plans of all accounts, with the zone of their days. */
  public record Plans(ZoneId zone, List<AccountPlan> accounts) {}

  /** The zone in which the dealership's days are; fails with {@code SERVICE_UNAVAILABLE}. */
  public Mono<ZoneId> zone(UUID dealershipId) {
    return dealerships.get(dealershipId).map(dealership -> dealership.zoneOrUtc());
  }

  /**
   * Plans the accounts that the caller may use.
   *
   * @param only null: all of them
   * @return fails with {@code FB_ACCOUNT_NOT_FOUND} if there is no such account
   */
  public Mono<Plans> plan(Caller caller, ZoneId zone, List<LocalDate> dates, @Nullable UUID only) {
    return accounts
        .list(caller)
        .map(all ->
            all.stream().filter(account -> only == null || account.id().equals(only)).toList())
        .filter(found -> only == null || !found.isEmpty())
        .switchIfEmpty(Mono.error(FbAccounts::notFound))
        .flatMap(found ->
            transactions.inTenant(
                caller.dealershipId(),
                Flux.fromIterable(found)
                    .concatMap(account -> plan(account, zone, dates))
                    .collectList()))
        .map(plans -> new Plans(zone, plans));
  }

  private Mono<AccountPlan> plan(FbAccount account, ZoneId zone, List<LocalDate> dates) {
    Instant now = clock.instant();
    PostingSlice slice = new PostingSlice(PostingSlice.Sort.STARTS, AT_MOST, 0, null);
    return postings
        .page(PostingFilter.ofAccount(account.id(), WAITING), slice)
        .collectList()
        .flatMap(waiting ->
            starts
                .expectedStarts(account.dealershipId(), waiting.stream().map(Posting::id).toList())
                .map(expected -> planned(waiting, expected, now)))
        .zipWhen(planned -> dispatch.taken(account.ref(), now.minus(PostLimits.DAY)).collectList())
        .map(known ->
            AccountPlan.of(
                account, usable(account, now), known.getT2(), known.getT1(), dates, zone));
  }

  // A posting that is not in the queue yet, or too far back in it, is planned for its ordered time.
  private static List<Instant> planned(
      List<Posting> waiting, Map<UUID, Instant> expected, Instant now) {
    return waiting.stream()
        .filter(posting -> !posting.life().withFleet())
        .map(posting -> {
          Instant start = expected.get(posting.id());
          return start == null ? posting.due(now) : start;
        })
        .toList();
  }

  private static @Nullable Instant usable(FbAccount account, Instant now) {
    if (account.state() == AccountState.NEEDS_LOGIN) {
      return null;
    }
    Instant rest = account.restEndAt(now);
    return rest == null ? now : rest;
  }
}
