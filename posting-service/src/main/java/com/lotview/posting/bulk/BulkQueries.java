package com.lotview.posting.bulk;

import com.lotview.contracts.ErrorCode;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.tenant.TenantTransactions;
import com.lotview.posting.id.DealershipId;
import com.lotview.posting.posting.model.Posting;
import com.lotview.posting.posting.model.PostingFilter;
import com.lotview.posting.posting.model.PostingSlice;
import com.lotview.posting.posting.model.PostingStore;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Shows bulk orders. */
@Service
public class BulkQueries {
  private final BulkStore store;
  private final PostingStore postings;
  private final TenantTransactions transactions;

  BulkQueries(BulkStore store, PostingStore postings, TenantTransactions transactions) {
    this.store = store;
    this.postings = postings;
    this.transactions = transactions;
  }

  /** A bulk order with its postings in their order. */
  public record Story(Bulk bulk, Tally tally, List<Posting> postings) {}

  /** One bulk order; fails with {@code BULK_NOT_FOUND}. */
  public Mono<Story> story(DealershipId dealership, UUID id) {
    Mono<Story> work =
        store
            .find(id)
            .switchIfEmpty(
                Mono.error(() ->
                    new RefusalException(
                        ErrorCode.BULK_NOT_FOUND, ErrorCode.BULK_NOT_FOUND.title())))
            .flatMap(bulk ->
                store
                    .tally(id)
                    .zipWhen(tally ->
                        postings
                            .page(PostingFilter.ofBulk(id), PostingSlice.newest(bulk.total()))
                            .sort(Comparator.comparing(Posting::id))
                            .collectList())
                    .map(found -> new Story(bulk, found.getT1(), found.getT2())));
    return transactions.inTenant(dealership.value(), work);
  }
}
