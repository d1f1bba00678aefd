package com.lotview.inventory.imports;

import com.lotview.contracts.Market;
import com.lotview.inventory.imports.ImportJob.State;
import com.lotview.inventory.imports.ImportStore.Ending;
import com.lotview.inventory.imports.file.Source;
import com.lotview.inventory.imports.file.UnreadableFileException;
import com.lotview.inventory.imports.row.Learned;
import com.lotview.inventory.imports.row.Makes;
import com.lotview.inventory.imports.row.StockFile;
import com.lotview.inventory.imports.row.StockRow;
import com.lotview.inventory.market.Markets;
import com.lotview.inventory.vehicle.VehicleRules;
import com.lotview.inventory.vehicle.history.ChangedBy;
import com.lotview.kit.audit.AuditTrail;
import com.lotview.kit.security.Caller;
import com.lotview.kit.security.RequestOrigin;
import com.lotview.kit.tenant.TenantTransactions;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Brings a stock file into the inventory, in batches of one transaction each: a batch is stored
 * with the outcomes of its rows and with the position behind it, or not at all. An interrupted
 * import continues at its position.
 */
@Component
class VehicleImport {
  private static final int BATCH = 200;
  private static final Duration BETWEEN_EVENTS = Duration.ofSeconds(1);

  private final RowBatch rows;
  private final ImportStore imports;
  private final MappingStore mappings;
  private final Markets markets;
  private final ImportEvents events;
  private final MissingVehicles missing;
  private final VehicleRules rules;
  private final AuditTrail audit;
  private final TenantTransactions transactions;
  private final Clock clock;
  private final Makes makes = Makes.load();

  VehicleImport(
      RowBatch rows,
      ImportStore imports,
      MappingStore mappings,
      Markets markets,
      ImportEvents events,
      MissingVehicles missing,
      VehicleRules rules,
      AuditTrail audit,
      TenantTransactions transactions,
      Clock clock) {
    this.rows = rows;
    this.imports = imports;
    this.mappings = mappings;
    this.markets = markets;
    this.events = events;
    this.missing = missing;
    this.rules = rules;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Runs or continues an import that this runner has claimed; ends without an error when the import
   * is over, also when it was cancelled or another runner has it.
   *
   * @param lease how long each step keeps the import
   */
  Mono<Void> run(ImportJob job, Path file, Duration lease) {
    return tenant(job, mappings.learned())
        .zipWith(markets.of(job.dealershipId()))
        .flatMap(known ->
            Mono.fromCallable(() -> read(job, file, known.getT2(), known.getT1()))
                .subscribeOn(Schedulers.boundedElastic()))
        .flatMap(stock ->
            tenant(job, describe(job, stock))
                .then(allRows(job, stock, lease))
                .flatMap(done -> tenant(job, close(done, stock)))
                .then())
        .onErrorResume(
            UnreadableFileException.class, e -> refuse(job, String.valueOf(e.getMessage())))
        .contextWrite(ChangedBy.importing(job.id()).named());
  }

  // The day is that of the order: ages are counted back from it, also after a crash.
  private StockFile read(ImportJob job, Path file, Market market, Learned learned) {
    LocalDate today = job.startedAt().atZone(ZoneOffset.UTC).toLocalDate();
    return StockFile.read(Source.of(file), makes, today, market, learned);
  }

  private Mono<Void> describe(ImportJob job, StockFile stock) {
    return imports.describe(
        job, stock.rows().size(), ImportSummary.aboutFile(stock), stock.unknown());
  }

  /** Ends the import: nothing of the file is taken. */
  Mono<Void> refuse(ImportJob job, String why) {
    return tenant(job, end(job, new Ending(State.REFUSED, why, 0, 0, List.of())));
  }

  private Mono<ImportJob> allRows(ImportJob job, StockFile stock, Duration lease) {
    Planner planner = new Planner(rules, job.options().relist());
    Told told = new Told(clock);
    List<StockRow> left = stock.rows().subList(job.position(), stock.rows().size());
    return tenant(job, imports.outcomes(job).collectList())
        .doOnNext(before -> planner.resume(stock.rows(), before))
        .thenMany(Flux.fromIterable(left).buffer(BATCH))
        .concatMap(
            batch -> tenant(job, batch(job, planner, batch, lease, told)).switchIfEmpty(stopped()),
            1)
        .onErrorComplete(StoppedException.class)
        .reduce(new Progress(job, left.isEmpty()), Progress::then)
        .flatMap(progress -> progress.done(stock) ? Mono.just(progress.job()) : Mono.empty());
  }

  private Mono<ImportJob> batch(
      ImportJob job, Planner planner, List<StockRow> batch, Duration lease, Told told) {
    Mono<List<RowOutcome>> outcomes =
        job.options().dryRun()
            ? rows.rehearse(planner, batch)
            : rows.perform(job.dealershipId(), planner, batch);
    // A batch that another runner stored meanwhile, or that was cancelled, is rolled back.
    return outcomes
        .flatMap(found -> imports.advance(job, found, lease).switchIfEmpty(stopped()))
        .flatMap(now -> told.due() ? events.progress(now).thenReturn(now) : Mono.just(now));
  }

  private static <T> Mono<T> stopped() {
    return Mono.error(StoppedException::new);
  }

  private Mono<Void> close(ImportJob job, StockFile stock) {
    return whole(job, stock)
        .flatMap(found ->
            end(job, new Ending(State.DONE, null, found.count(), found.held(), found.warnings()))
                .then(job.options().dryRun() ? Mono.empty() : recorded(job)));
  }

  private Mono<Void> recorded(ImportJob job) {
    Caller sender =
        new Caller(job.userId(), job.dealershipId(), null, Set.of(), RequestOrigin.NONE);
    return audit.record(sender, "vehicles.imported", "import/" + job.id());
  }

  private Mono<MissingVehicles.Found> whole(ImportJob job, StockFile stock) {
    if (job.options().missing() == Missing.KEEP) {
      return Mono.just(MissingVehicles.Found.NONE);
    }
    Instant begun = job.startedAt();
    return imports
        .takeTurns(job.dealershipId())
        .then(imports.outcomes(job).collectList())
        .flatMap(outcomes ->
            job.options().dryRun()
                ? missing.look(stock, outcomes, begun)
                : missing.archive(job, stock, outcomes, begun));
  }

  private Mono<Void> end(ImportJob job, Ending ending) {
    return imports.finish(job, ending).flatMap(events::progress);
  }

  private <T> Mono<T> tenant(ImportJob job, Mono<T> work) {
    return transactions.inTenant(job.dealershipId(), work);
  }

  /** The import continues in another process, or not at all. */
  private static final class StoppedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoppedException() {
      super("the import was cancelled, or another runner has it", null, false, false);
    }
  }

  private record Progress(ImportJob job, boolean begun) {
    Progress then(ImportJob later) {
      return new Progress(later, true);
    }

    boolean done(StockFile stock) {
      return begun && job.position() == stock.rows().size();
    }
  }

  /** When progress was last published. One object per run. */
  private static final class Told {
    private final Clock clock;
    private Instant last = Instant.MIN;

    Told(Clock clock) {
      this.clock = clock;
    }

    boolean due() {
      Instant now = clock.instant();
      if (now.isBefore(last.equals(Instant.MIN) ? now : last.plus(BETWEEN_EVENTS))) {
        return false;
      }
      last = now;
      return true;
    }
  }
}
