package com.lotview.posting.posting;

import com.lotview.kit.tenant.TenantTransactions;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Shows postings. */
@Service
public class PostingQueries {
  private final PostingStore store;
  private final TenantTransactions transactions;

  PostingQueries(PostingStore store, TenantTransactions transactions) {
    this.store = store;
    this.transactions = transactions;
  }

  /** One page, newest first. */
  public record Page(List<Posting> postings, long total) {}

  /** A posting with everything that is known of it. */
  public record Story(Posting posting, List<TimelineEntry> timeline, List<Evidence> evidence) {}

  /**
   * Lists.
   *
   * @param page from 1
   */
  public Mono<Page> list(
      UUID dealershipId,
      @Nullable PostingStatus status,
      @Nullable UUID vehicleId,
      int page,
      int limit) {
    Mono<Page> work =
        store
            .page(status, vehicleId, limit, (long) (page - 1) * limit)
            .collectList()
            .zipWhen(found -> store.count(status, vehicleId), Page::new);
    return transactions.inTenant(dealershipId, work);
  }

  /** One posting; fails with {@code POSTING_NOT_FOUND}. */
  public Mono<Story> story(UUID dealershipId, UUID id) {
    Mono<Story> work =
        store
            .find(id)
            .switchIfEmpty(Mono.error(PostingMissing::error))
            .flatMap(posting ->
                store
                    .timeline(id)
                    .collectList()
                    .zipWhen(
                        timeline -> store.evidence(id).collectList(),
                        (timeline, evidence) -> new Story(posting, timeline, evidence)));
    return transactions.inTenant(dealershipId, work);
  }
}
