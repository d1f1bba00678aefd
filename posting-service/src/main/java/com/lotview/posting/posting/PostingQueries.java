package com.lotview.posting.posting;

import com.lotview.kit.tenant.TenantTransactions;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Shows postings. */
@Service
public class PostingQueries {
  private final PostingStore store;
  private final ObjectProvider<Removals> removals;
  private final TenantTransactions transactions;

  PostingQueries(
      PostingStore store, ObjectProvider<Removals> removals, TenantTransactions transactions) {
    this.store = store;
    this.removals = removals;
    this.transactions = transactions;
  }

  /** One page, newest first. */
  public record Page(List<Posting> postings, long total) {}

  /**
   * A posting with everything that is known of it.
   *
   * @param removal null if none was wanted
   */
  public record Story(
      Posting posting,
      List<TimelineEntry> timeline,
      List<Evidence> evidence,
      @Nullable RemovalView removal) {}

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
            .zipWhen(found -> store.count(filter), Page::new);
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
                    .zipWhen(timeline -> store.evidence(id).collectList())
                    .flatMap(found ->
                        removal(posting)
                            .map(view -> new Story(posting, found.getT1(), found.getT2(), view))
                            .switchIfEmpty(
                                Mono.fromSupplier(() ->
                                    new Story(posting, found.getT1(), found.getT2(), null)))));
    return transactions.inTenant(dealershipId, work);
  }

  private Mono<RemovalView> removal(Posting posting) {
    RemovalWish wish = posting.life().wish();
    Removals known = removals.getIfAvailable();
    return (known == null ? Mono.<RemovalView>empty() : known.of(posting.id()))
        .switchIfEmpty(Mono.justOrEmpty(wish == null ? null : RemovalView.of(wish)));
  }
}
