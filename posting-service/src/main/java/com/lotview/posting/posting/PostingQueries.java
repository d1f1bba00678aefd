package com.lotview.posting.posting;

import com.lotview.kit.tenant.TenantTransactions;
import com.lotview.posting.dispatch.ExpectedStarts;
import com.lotview.posting.dispatch.JobResult.Difference;
import com.lotview.posting.id.DealershipId;
import com.lotview.posting.posting.lifecycle.PostingStatus;
import com.lotview.posting.posting.lifecycle.RemovalWish;
import com.lotview.posting.posting.model.Evidence;
import com.lotview.posting.posting.model.Posting;
import com.lotview.posting.posting.model.PostingFilter;
import com.lotview.posting.posting.model.PostingMissing;
import com.lotview.posting.posting.model.PostingStore;
import com.lotview.posting.posting.model.TimelineEntry;
import com.lotview.posting.posting.remove.RemovalView;
import com.lotview.posting.posting.remove.Removals;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Shows postings. */
@Service
public class PostingQueries {
  private final PostingStore store;
  private final Removals removals;
  private final ExpectedStarts expected;
  private final TenantTransactions transactions;
  private final Clock clock;

  PostingQueries(
      PostingStore store,
      Removals removals,
      ExpectedStarts expected,
      TenantTransactions transactions,
      Clock clock) {
    this.store = store;
    this.removals = removals;
    this.expected = expected;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * One page, newest first.
   *
   * @param starts when those that wait for their turn are expected to start
   */
  public record Page(List<Posting> postings, long total, Map<UUID, Instant> starts) {}

  /**
   * A posting with everything that is known of it.
   *
   * @param evidence pictures that are still kept
   * @param differences where the live listing differs from the order
   * @param removal null if none was wanted
   * @param expectedStart null if it is not known, or the posting does not wait for its turn
   */
  public record Story(
      Posting posting,
      List<TimelineEntry> timeline,
      List<Evidence> evidence,
      List<Difference> differences,
      @Nullable RemovalView removal,
      @Nullable Instant expectedStart) {
    private Story with(RemovalView view) {
      return new Story(posting, timeline, evidence, differences, view, expectedStart);
    }
  }

  /**
   * Lists.
   *
   * @param page from 1
   */
  public Mono<Page> list(UUID dealershipId, PostingFilter filter, int page, int limit) {
    Mono<Page> work =
        store
            .page(filter, limit, (long) (page - 1) * limit)
            .collectList()
            .flatMap(found ->
                Mono.zip(store.count(filter), starts(dealershipId, found))
                    .map(known -> new Page(found, known.getT1(), known.getT2())));
    return transactions.inTenant(dealershipId, work);
  }

  /** One posting; fails with {@code POSTING_NOT_FOUND}. */
  public Mono<Story> story(DealershipId dealership, UUID id) {
    Mono<Story> work =
        store.find(id).switchIfEmpty(Mono.error(PostingMissing::error)).flatMap(this::story);
    return transactions.inTenant(dealership.value(), work);
  }

  // One after another: they share the transaction's connection.
  private Mono<Story> story(Posting posting) {
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
                    found -> starts(posting.dealershipId(), List.of(posting)),
                    (found, starts) ->
                        new Story(
                            posting, timeline, found.getT1(), found.getT2(), null, starts.get(id))))
        .flatMap(story -> removal(posting).map(story::with).defaultIfEmpty(story));
  }

  private Mono<Map<UUID, Instant>> starts(UUID dealershipId, List<Posting> postings) {
    return expected.expectedStarts(
        dealershipId,
        postings.stream()
            .filter(posting -> posting.status() == PostingStatus.READY)
            .map(Posting::id)
            .toList());
  }

  private Mono<RemovalView> removal(Posting posting) {
    RemovalWish wish = posting.life().wish();
    return removals
        .of(posting.id())
        .switchIfEmpty(Mono.justOrEmpty(wish == null ? null : RemovalView.of(wish)));
  }
}
