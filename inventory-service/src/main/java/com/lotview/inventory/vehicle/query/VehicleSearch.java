package com.lotview.inventory.vehicle.query;

import com.lotview.kit.tenant.TenantTransactions;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads searches with the words of the dealership's own stock. */
@Service
public class VehicleSearch {
  private final NameSource names;
  private final TenantTransactions transactions;

  VehicleSearch(NameSource names, TenantTransactions transactions) {
    this.names = names;
    this.transactions = transactions;
  }

  /** The names of the stock; in a transaction of a dealership. */
  public interface NameSource {
    /** Each make, model and trim once. */
    Flux<StockWords.Name> names();
  }

  /** The interpretation of the search; empty if there is none. */
  public Mono<SearchReading> read(UUID dealershipId, @Nullable String search, LocalDate today) {
    return search == null || search.isBlank()
        ? Mono.just(SearchReading.NONE)
        : transactions
            .inTenant(dealershipId, names.names().collectList())
            .map(found -> SearchReader.read(search, new StockWords(found), today.getYear() + 1));
  }
}
