package com.lotview.inventory.imports;

import com.lotview.contracts.ErrorCode;
import com.lotview.inventory.imports.ImportJob.Submission;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.id.Ids;
import com.lotview.kit.security.Caller;
import com.lotview.kit.tenant.TenantTransactions;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What people do with imports: order, follow, read and stop them. */
@Service
public class ImportJobs {
  private static final int MOST_SAID = 100;
  private static final int MOST_LISTED = 100;

  private final ImportStore imports;
  private final ImportFiles files;
  private final ImportEvents events;
  private final TenantTransactions transactions;
  private final Clock clock;

  ImportJobs(
      ImportStore imports,
      ImportFiles files,
      ImportEvents events,
      TenantTransactions transactions,
      Clock clock) {
    this.imports = imports;
    this.files = files;
    this.events = events;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Takes a file; it waits for the runner. Nothing of it is read yet. */
  public Mono<ImportJob> submit(Caller caller, Submission submission, Path file) {
    ImportJob job =
        ImportJob.submitted(
            Ids.next(), caller.dealershipId(), caller.userId(), submission, clock.instant());
    return files
        .put(job, file)
        .then(Mono.defer(() -> tenant(caller, imports.submit(job).then(events.progress(job)))))
        .thenReturn(job)
        .onErrorResume(error -> files.delete(job).onErrorComplete().then(Mono.error(error)));
  }

  /**
   * Takes a file whose import already has an id, so that repeated tries create only one import.
   *
   * @param along in the transaction that notes the import
   */
  public Mono<Void> submit(ImportJob job, Path file, Mono<Void> along) {
    Mono<Void> noted = imports.submit(job).then(events.progress(job)).then(along);
    return files.put(job, file).then(transactions.inTenant(job.dealershipId(), noted));
  }

  /** An import with the first remarks about its file and rows; fails with {@code NOT_FOUND}. */
  public Mono<ImportSummary> get(Caller caller, UUID id) {
    return tenant(
        caller,
        imports
            .find(id)
            .switchIfEmpty(Mono.error(ImportJobs::notFound))
            .flatMap(job ->
                Mono.zip(
                        imports.about(id),
                        imports.said(id, true, MOST_SAID).collectList(),
                        imports.said(id, false, MOST_SAID).collectList())
                    .map(said -> ImportSummary.of(job, said.getT1(), said.getT2(), said.getT3()))));
  }

  /** The newest imports of the dealership. */
  public Mono<List<ImportJob>> newest(Caller caller) {
    return tenant(caller, imports.newest(MOST_LISTED).collectList());
  }

  /** Rows of an import's report; fails with {@code NOT_FOUND}. */
  public Mono<List<RowOutcome>> report(
      Caller caller, UUID id, int afterLine, boolean said, int most) {
    return tenant(
        caller,
        imports
            .find(id)
            .switchIfEmpty(Mono.error(ImportJobs::notFound))
            .then(Mono.defer(() -> imports.rows(id, afterLine, said, most).collectList())));
  }

  /** The whole report, a part at a time. */
  public Flux<RowOutcome> report(Caller caller, UUID id, boolean said, int part) {
    return report(caller, id, 0, said, part)
        .expand(rows ->
            rows.size() < part
                ? Mono.empty()
                : report(caller, id, rows.getLast().line(), said, part))
        .concatMapIterable(rows -> rows);
  }

  /** Stops an import; what was stored before stays. One that is over is left as it is. */
  public Mono<ImportSummary> cancel(Caller caller, UUID id) {
    return tenant(
            caller,
            imports
                .find(id)
                .switchIfEmpty(Mono.error(ImportJobs::notFound))
                .then(Mono.defer(() -> imports.cancel(id)))
                .flatMap(job -> events.progress(job).thenReturn(job)))
        .flatMap(job -> files.delete(job).onErrorComplete())
        .then(Mono.defer(() -> get(caller, id)));
  }

  private <T> Mono<T> tenant(Caller caller, Mono<T> work) {
    return transactions.inTenant(caller.dealershipId(), work);
  }

  private static RefusalException notFound() {
    return new RefusalException(ErrorCode.IMPORT_NOT_FOUND, ErrorCode.IMPORT_NOT_FOUND.title());
  }
}
