package com.lotview.inventory.imports;

import com.lotview.kit.background.BackgroundFlow;
import com.lotview.kit.background.Poller;
import com.lotview.kit.tenant.TenantTransactions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Runs waiting imports, several at once: a file is judged as a whole, so each lane has one in
 * memory. An import whose runner is gone is taken over when its lease ends.
 */
@Component
class ImportRunner extends BackgroundFlow {
  private static final int MOST_ATTEMPTS = 5;

  private final ImportStore imports;
  private final ImportFiles files;
  private final VehicleImport work;
  private final TenantTransactions transactions;
  private final ImportProperties properties;

  ImportRunner(
      ImportStore imports,
      ImportFiles files,
      VehicleImport work,
      TenantTransactions transactions,
      ImportProperties properties) {
    this.imports = imports;
    this.files = files;
    this.work = work;
    this.transactions = transactions;
    this.properties = properties;
  }

  @Override
  protected Flux<?> flow() {
    return Flux.range(0, properties.lanes())
        .flatMap(lane -> new Lane().rounds(), properties.lanes());
  }

  /** One import after the other; lanes do not wait for each other. */
  private final class Lane extends Poller {
    Lane() {
      super(properties.pollInterval(), "Imports");
    }

    Flux<?> rounds() {
      return flow();
    }

    @Override
    protected Mono<Void> poll() {
      return Mono.defer(ImportRunner.this::one).repeat().takeWhile(found -> found).then();
    }
  }

  // False: none waits.
  private Mono<Boolean> one() {
    return transactions
        .inSystem(imports.claim(properties.lease()))
        .flatMap(job -> work(job).thenReturn(true))
        .defaultIfEmpty(false);
  }

  private Mono<Void> work(ImportJob job) {
    // A file that crashes the process each time must not be tried for ever.
    if (job.attempt() > MOST_ATTEMPTS) {
      return work.refuse(job, "could not be read: the service ended each time that it tried");
    }
    return Mono.usingWhen(
            Mono.fromCallable(ImportRunner::temporary).subscribeOn(Schedulers.boundedElastic()),
            file -> kept(job, files.fetch(job, file).then(work.run(job, file, properties.lease()))),
            ImportRunner::remove)
        .then(files.delete(job));
  }

  // The lease is kept also while the file is read, which has no steps.
  private Mono<Void> kept(ImportJob job, Mono<Void> run) {
    Duration beat = properties.lease().dividedBy(3);
    Mono<Boolean> lost =
        Flux.interval(beat)
            .onBackpressureDrop()
            .concatMap(
                tick ->
                    transactions.inTenant(
                        job.dealershipId(), imports.extend(job, properties.lease())),
                0)
            .filter(still -> !still)
            .next();
    return Mono.firstWithSignal(run.thenReturn(true), lost).then();
  }

  private static Path temporary() throws IOException {
    Path folder = Files.createTempDirectory("lotview-import");
    return folder.resolve("file");
  }

  private static Mono<Void> remove(Path file) {
    return Mono.<Void>fromRunnable(
            () -> {
              try {
                Files.deleteIfExists(file);
                Files.deleteIfExists(file.getParent());
              } catch (IOException e) {
                // The folder of temporary files is emptied by the system.
              }
            })
        .subscribeOn(Schedulers.boundedElastic());
  }
}
