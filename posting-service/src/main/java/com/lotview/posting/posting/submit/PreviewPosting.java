package com.lotview.posting.posting.submit;

import com.lotview.kit.security.Caller;
import com.lotview.kit.tenant.TenantTransactions;
import com.lotview.posting.posting.model.ListingSnapshot;
import com.lotview.posting.posting.model.Posting;
import com.lotview.posting.posting.model.PostingMissing;
import com.lotview.posting.posting.model.PostingStore;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Shows what a posting would say if it were written now; changes nothing. */
@Service
public class PreviewPosting {
  private final PostingStore store;
  private final ListingFacts facts;
  private final ListingWriter writer;
  private final TenantTransactions transactions;

  PreviewPosting(
      PostingStore store,
      ListingFacts facts,
      ListingWriter writer,
      TenantTransactions transactions) {
    this.store = store;
    this.facts = facts;
    this.writer = writer;
    this.transactions = transactions;
  }

  /**
   * A listing as it would be typed in.
   *
   * @param description with the reference line
   * @param price hundredths of {@code priceCurrency}
   */
  public record Preview(
      String title,
      String description,
      @Nullable Long price,
      String priceCurrency,
      String location,
      int photos,
      String writer) {}

  /**
   * Has a text written for the vehicle as it is now.
   *
   * @return fails with {@code POSTING_NOT_FOUND}, {@code AI_GENERATION_FAILED}, {@code
   *     SERVICE_UNAVAILABLE}, or as an order of the vehicle would
   */
  public Mono<Preview> preview(Caller caller, UUID id) {
    return transactions
        .inTenant(caller.dealershipId(), store.find(id))
        .switchIfEmpty(Mono.error(PostingMissing::error))
        .flatMap(posting ->
            facts
                .of(caller.dealershipId(), PostingOrder.again(posting))
                .flatMap(snapshot -> preview(posting, snapshot)));
  }

  private Mono<Preview> preview(Posting posting, ListingSnapshot snapshot) {
    return writer
        .write(posting.dealershipId(), snapshot, Reference.room(posting.marker()))
        .map(text ->
            new Preview(
                text.title(),
                Reference.in(text.description(), posting.marker()),
                snapshot.vehicle().priceCents(),
                snapshot.form().currency(),
                snapshot.place().toString(),
                snapshot.photos().size(),
                text.writer()));
  }
}
