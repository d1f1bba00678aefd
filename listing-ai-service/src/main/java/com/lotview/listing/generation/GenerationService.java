package com.lotview.listing.generation;

import com.lotview.kit.tenant.TenantTransactions;
import com.lotview.kit.trace.Trace;
import com.lotview.listing.text.builtin.BuiltInWriter.UnwritableListingException;
import com.lotview.listing.text.writing.ListingWriting;
import com.lotview.listing.text.writing.WrittenListing;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * The life of a wanted text. With the built-in writer alone it is written and answered in the
 * transaction of its request; with an AI writer the request is only stored; {@link
 * GenerationWorkers} have it written outside of any transaction, and one transaction stores the
 * text and answers.
 */
public final class GenerationService {
  private static final Logger LOG = LoggerFactory.getLogger(GenerationService.class);

  private final GenerationStore store;
  private final GenerationAnswers answers;
  private final ListingWriting writing;
  private final TenantTransactions transactions;

  public GenerationService(
      GenerationStore store,
      GenerationAnswers answers,
      ListingWriting writing,
      TenantTransactions transactions) {
    this.store = store;
    this.answers = answers;
    this.writing = writing;
    this.transactions = transactions;
  }

  /** Whether accepted requests are answered in the same transaction. */
  public boolean immediate() {
    return writing.immediate();
  }

  /** Takes a request, inside the transaction of the event that brought it. */
  public Mono<Void> accept(Generation generation) {
    if (!writing.immediate()) {
      return store.insertPending(generation);
    }
    return Mono.defer(() -> {
      WrittenListing listing;
      try {
        listing = writing.writeBuiltIn(generation.brief(), List.of());
      } catch (UnwritableListingException e) {
        LOG.error("Posting {}: {}", generation.postingId(), e.getMessage());
        return store
            .insertPending(generation)
            .then(store.giveUp(generation.id(), String.valueOf(e.getMessage())));
      }
      return store.insertDone(generation, listing).then(answers.answer(generation, listing));
    });
  }

  /** Writes a claimed text, stores it and answers. */
  Mono<Void> complete(Generation generation) {
    return writing
        .write(generation.brief())
        .flatMap(
            listing -> transactions.inTenant(generation.dealershipId(), keep(generation, listing)))
        .onErrorResume(
            UnwritableListingException.class,
            e -> {
              LOG.error("Posting {}: {}", generation.postingId(), e.getMessage());
              return transactions.inTenant(
                  generation.dealershipId(),
                  store.giveUp(generation.id(), String.valueOf(e.getMessage())));
            })
        .contextWrite(context -> Trace.with(context, generation.traceparent()));
  }

  private Mono<Void> keep(Generation generation, WrittenListing listing) {
    return store
        .finish(generation.id(), listing)
        .filter(first -> first)
        .flatMap(first -> answers.answer(generation, listing));
  }
}
