package com.lotview.inventory.imports;

import com.lotview.contracts.Market;
import com.lotview.inventory.imports.file.Source;
import com.lotview.inventory.imports.file.UnreadableFileException;
import com.lotview.inventory.imports.row.ColumnUse;
import com.lotview.inventory.imports.row.Learned;
import com.lotview.inventory.imports.row.Makes;
import com.lotview.inventory.imports.row.StockFile;
import com.lotview.inventory.market.Markets;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.security.Caller;
import com.lotview.kit.tenant.TenantTransactions;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** How the columns of a dealership's files are interpreted, and people's corrections. */
@Service
public class ColumnMappings {
  private static final int MAX_ENTRIES = 1_000;

  private final MappingStore mappings;
  private final Markets markets;
  private final TenantTransactions transactions;
  private final Clock clock;
  private final Makes makes = Makes.load();

  ColumnMappings(
      MappingStore mappings, Markets markets, TenantTransactions transactions, Clock clock) {
    this.mappings = mappings;
    this.markets = markets;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** The corrections. */
  public Mono<Learned> learned(Caller caller) {
    return transactions.inTenant(caller.dealershipId(), mappings.learned());
  }

  /**
   * Replaces the corrections.
   *
   * @param byHeader a field of the API, or none, by header
   */
  public Mono<Learned> replace(Caller caller, Map<String, String> byHeader) {
    Map<String, String> plain = Learned.plain(byHeader);
    if (plain.size() > MAX_ENTRIES) {
      throw RefusalException.invalid("columns", "must have at most " + MAX_ENTRIES + " entries");
    }
    List<String> choices = Learned.choices();
    plain.forEach((header, field) -> {
      if (header.isEmpty() || !choices.contains(field)) {
        throw RefusalException.invalid(
            "columns", "must say one of " + String.join(", ", choices) + " for each header");
      }
    });
    return transactions.inTenant(
        caller.dealershipId(),
        mappings
            .replace(caller.dealershipId(), caller.userId(), plain)
            .then(Mono.defer(mappings::learned)));
  }

  /**
   * How the columns of a file are interpreted.
   *
   * @param refusal why the import would refuse the whole file; null if it would not
   */
  public record Interpreted(List<ColumnUse> columns, @Nullable String refusal) {}

  /** How the columns of a file are interpreted; fails with UnreadableFileException for no table. */
  public Mono<Interpreted> interpreted(Caller caller, Path file) {
    return learned(caller)
        .zipWith(markets.of(caller.dealershipId()))
        .flatMap(known ->
            Mono.fromCallable(() -> interpret(file, known.getT2(), known.getT1()))
                .subscribeOn(Schedulers.boundedElastic()));
  }

  private Interpreted interpret(Path file, Market market, Learned learned) {
    try {
      StockFile stock =
          StockFile.read(Source.of(file), makes, LocalDate.now(clock), market, learned);
      return new Interpreted(stock.columns(), null);
    } catch (UnreadableFileException refused) {
      return new Interpreted(StockFile.columns(Source.of(file), learned), refused.getMessage());
    }
  }
}
