package com.lotview.inventory.feedout;

import com.lotview.contracts.ErrorCode;
import com.lotview.inventory.feedout.FeedOutStore.Offered;
import com.lotview.inventory.feedout.FeedOutStore.StockState;
import com.lotview.inventory.feedout.format.FeedDealer;
import com.lotview.inventory.feedout.format.FeedFormat;
import com.lotview.inventory.feedout.format.Offer;
import com.lotview.inventory.photo.Photo;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.hash.Sha256;
import com.lotview.kit.tenant.TenantTransactions;
import com.lotview.kit.ticket.Ticket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Feeds and photos for callers who know their addresses. */
@Service
public class ReadFeed {
  private static final int PART = 500;
  // Increase it when the same stock gives different lines.
  private static final int EDITION = 1;

  private final FeedOutStore store;
  private final DealerSource dealers;
  private final FeedAddresses addresses;
  private final TenantTransactions transactions;
  private final Clock clock;

  ReadFeed(
      FeedOutStore store,
      DealerSource dealers,
      FeedAddresses addresses,
      TenantTransactions transactions,
      Clock clock) {
    this.store = store;
    this.dealers = dealers;
    this.addresses = addresses;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Opens a feed; fails with {@code NOT_FOUND} if the secret is not valid, or no longer valid. */
  public Mono<OpenFeed> open(String text, FeedFormat format) {
    return find(text, FeedOut::secretHash)
        .flatMap(found -> {
          UUID dealership = found.feeds().dealershipId();
          Mono<StockState> state =
              transactions.inTenant(
                  dealership, store.fetched(format, clock.instant()).then(store.state()));
          return Mono.zip(
              dealers.get(dealership),
              state,
              (dealer, stock) -> feed(found, format, dealer, stock));
        });
  }

  /** A photo of a vehicle on offer; fails with {@code NOT_FOUND}. */
  public Mono<Photo> photo(String text, UUID id) {
    return find(text, FeedOut::photosHash)
        .flatMap(found -> transactions.inTenant(found.feeds().dealershipId(), store.photo(id)))
        .switchIfEmpty(Mono.error(ReadFeed::unknown));
  }

  /**
   * The dealership's vehicles on offer, as its feeds show them.
   *
   * @param photos the secret in the photos' addresses
   */
  Flux<Offer> offers(FeedOut feeds, FeedDealer dealer, Ticket photos) {
    return parts(feeds.dealershipId(), null)
        .concatMapIterable(part -> part)
        .map(one ->
            new Offer(
                one.vehicle(),
                one.photos().stream().map(id -> addresses.photo(photos, id)).toList(),
                feeds.settings().page(one.vehicle().facts()),
                named(dealer, feeds)));
  }

  private static FeedDealer named(FeedDealer dealer, FeedOut feeds) {
    String code = feeds.settings().storeCode();
    return code == null ? dealer : dealer.called(code);
  }

  // A transaction for each part, so that a slow receiver keeps none open.
  private Flux<List<Offered>> parts(UUID dealership, @Nullable UUID after) {
    return transactions
        .inTenantMany(dealership, store.offered(after, PART))
        .collectList()
        .expand(part ->
            part.size() < PART
                ? Mono.empty()
                : transactions
                    .inTenantMany(dealership, store.offered(part.getLast().vehicle().id(), PART))
                    .collectList());
  }

  private OpenFeed feed(Found found, FeedFormat format, FeedDealer dealer, StockState stock) {
    FeedOut feeds = found.feeds();
    Instant changed = feeds.changedAt();
    Instant latest = stock.changedAt();
    String state =
        EDITION
            + format.file()
            + feeds.changedAt()
            + stock
            + dealer
            + addresses.photo(FeedAddresses.ofPhotos(found.secret()), feeds.dealershipId());
    Flux<String> lines =
        offers(feeds, dealer, FeedAddresses.ofPhotos(found.secret())).map(format::line);
    return new OpenFeed(
        Sha256.hex(state.getBytes(StandardCharsets.UTF_8)).substring(0, 32),
        latest == null || latest.isBefore(changed) ? changed : latest,
        lines.startWith(format.header()));
  }

  private record Found(FeedOut feeds, Ticket secret) {}

  private Mono<Found> find(String text, Function<FeedOut, ByteBuffer> hash) {
    return Mono.justOrEmpty(Ticket.read(text))
        .flatMap(secret ->
            transactions
                .inTenant(secret.dealershipId(), store.find())
                .filter(feeds -> hash.apply(feeds).equals(secret.hash()))
                .map(feeds -> new Found(feeds, secret)))
        .switchIfEmpty(Mono.error(ReadFeed::unknown));
  }

  private static RefusalException unknown() {
    return new RefusalException(ErrorCode.NOT_FOUND, "No such path");
  }
}
