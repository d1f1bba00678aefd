package com.lotview.posting.posting;

import com.lotview.kit.tenant.TenantTransactions;
import com.lotview.posting.account.FbAccounts;
import com.lotview.posting.dispatch.JobResult.Difference;
import com.lotview.posting.fleet.WaitingLine;
import com.lotview.posting.id.DealershipId;
import com.lotview.posting.posting.lifecycle.PostingStatus;
import com.lotview.posting.posting.lifecycle.RemovalWish;
import com.lotview.posting.posting.model.Evidence;
import com.lotview.posting.posting.model.ListingSight;
import com.lotview.posting.posting.model.Posting;
import com.lotview.posting.posting.model.PostingFilter;
import com.lotview.posting.posting.model.PostingMissing;
import com.lotview.posting.posting.model.PostingSlice;
import com.lotview.posting.posting.model.PostingStore;
import com.lotview.posting.posting.model.SightStore;
import com.lotview.posting.posting.model.TimelineEntry;
import com.lotview.posting.posting.remove.RemovalView;
import com.lotview.posting.posting.remove.Removals;
import com.lotview.posting.vehicle.PersonNames;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Shows postings. */
@Service
public class PostingQueries {
  private static final Names NOBODY = new Names(Map.of(), Map.of());

  private final PostingStore store;
  private final SightStore sights;
  private final Removals removals;
  private final Waits waits;
  private final WaitingLine line;
  private final FbAccounts accounts;
  private final PersonNames people;
  private final TenantTransactions transactions;
  private final Clock clock;

  PostingQueries(
      PostingStore store,
      SightStore sights,
      Removals removals,
      Waits waits,
      WaitingLine line,
      FbAccounts accounts,
      PersonNames people,
      TenantTransactions transactions,
      Clock clock) {
    this.store = store;
    this.sights = sights;
    this.removals = removals;
    this.waits = waits;
    this.line = line;
    this.accounts = accounts;
    this.people = people;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * A part of a list.
   *
   * @param total over all parts
   * @param waits what the ready ones wait for
   * @param next where the next part begins; null: this is the last
   */
  public record Page(
      List<Posting> postings,
      long total,
      Map<UUID, Wait> waits,
      Names names,
      PostingSlice.@Nullable After next) {}

  /**
   * A posting with everything that is known of it.
   *
   * @param evidence pictures that are still kept
   * @param differences where the live listing differs from the order
   * @param removal null if none was wanted
   * @param waiting what it waits for; null unless it is ready
   * @param sight how its listing stood at the last look; null if there was none
   */
  public record Story(
      Posting posting,
      List<TimelineEntry> timeline,
      List<Evidence> evidence,
      List<Difference> differences,
      @Nullable RemovalView removal,
      @Nullable Wait waiting,
      @Nullable ListingSight sight,
      Names names) {
    private Story with(RemovalView view) {
      return new Story(posting, timeline, evidence, differences, view, waiting, sight, names);
    }

    private Story with(ListingSight seen) {
      return new Story(posting, timeline, evidence, differences, removal, waiting, seen, names);
    }

    private Story with(Names known) {
      return new Story(posting, timeline, evidence, differences, removal, waiting, sight, known);
    }
  }

  /** Lists that part of the postings. */
  public Mono<Page> list(UUID dealershipId, PostingFilter filter, PostingSlice slice) {
    // Both are read outside of this transaction: no connection waits for another.
    return Mono.zip(line.now(), people.of(dealershipId))
        .flatMap(known ->
            transactions.inTenant(
                dealershipId, list(dealershipId, filter, slice, known.getT1(), known.getT2())));
  }

  private Mono<Page> list(
      UUID dealershipId,
      PostingFilter filter,
      PostingSlice slice,
      WaitingLine.Plan plan,
      Map<UUID, String> people) {
    return store
        .page(filter, slice.withOneMore())
        .collectList()
        .flatMap(read -> {
          List<Posting> found = read.size() > slice.limit() ? read.subList(0, slice.limit()) : read;
          PostingSlice.After next =
              read.size() > slice.limit() ? PostingSlice.After.of(found.getLast()) : null;
          return Mono.zip(
                  store.count(filter), waits.of(dealershipId, found, plan), names(found, people))
              .map(known -> new Page(found, known.getT1(), known.getT2(), known.getT3(), next));
        });
  }

  private Mono<Names> names(List<Posting> postings, Map<UUID, String> people) {
    return accounts
        .labels(postings.stream().map(Posting::fbAccountId).distinct().toList())
        .map(labels -> new Names(people, labels));
  }

  /** How many postings there are in each state. */
  public Mono<Map<PostingStatus, Long>> counts(UUID dealershipId, PostingFilter filter) {
    return transactions
        .inTenant(dealershipId, store.countByStatus(filter))
        .map(found -> {
          Map<PostingStatus, Long> all = new EnumMap<>(PostingStatus.class);
          for (PostingStatus status : PostingStatus.values()) {
            all.put(status, found.getOrDefault(status, 0L));
          }
          return all;
        });
  }

  /** One posting; fails with {@code POSTING_NOT_FOUND}. */
  public Mono<Story> story(DealershipId dealership, UUID id) {
    return Mono.zip(line.now(), people.of(dealership.value()))
        .flatMap(known ->
            transactions.inTenant(
                dealership.value(),
                store
                    .find(id)
                    .switchIfEmpty(Mono.error(PostingMissing::error))
                    .flatMap(posting -> story(posting, known.getT1()))
                    .flatMap(
                        story -> names(List.of(story.posting()), known.getT2()).map(story::with))));
  }

  // One after another: they share the transaction's connection.
  private Mono<Story> story(Posting posting, WaitingLine.Plan plan) {
    UUID id = posting.id();
    return store
        .timeline(id)
        .collectList()
        .flatMap(timeline ->
            store
                .evidence(id, Evidence.oldest(clock.instant()))
                .collectList()
                .zipWhen(evidence -> store.differences(id).collectList())
                .zipWhen(
                    found -> waits.of(posting.dealershipId(), List.of(posting), plan),
                    (found, known) ->
                        new Story(
                            posting,
                            timeline,
                            found.getT1(),
                            found.getT2(),
                            null,
                            known.get(id),
                            null,
                            NOBODY)))
        .flatMap(story -> removal(posting).map(story::with).defaultIfEmpty(story))
        .flatMap(story -> sights.find(id).map(story::with).defaultIfEmpty(story));
  }

  private Mono<RemovalView> removal(Posting posting) {
    RemovalWish wish = posting.life().wish();
    return removals
        .of(posting.id())
        .switchIfEmpty(Mono.justOrEmpty(wish == null ? null : RemovalView.of(wish)));
  }
}
