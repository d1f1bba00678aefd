package com.lotview.inventory.imports.messaging;

import com.lotview.contracts.EventTypes;
import com.lotview.contracts.Topics;
import com.lotview.inventory.imports.ImportEvents;
import com.lotview.inventory.imports.ImportJob;
import com.lotview.kit.outbox.Outbox;
import com.lotview.kit.outbox.OutboxEvent;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Leaves {@code import.progress}, keyed by import, in the outbox. */
@Component
class OutboxImportEvents implements ImportEvents {
  private final Outbox outbox;

  OutboxImportEvents(Outbox outbox) {
    this.outbox = outbox;
  }

  @Override
  public Mono<Void> progress(ImportJob job) {
    return outbox.append(
        new OutboxEvent(
            Topics.VEHICLE_CHANGED,
            job.id().toString(),
            EventTypes.IMPORT_PROGRESS,
            ImportProgressed.of(job)));
  }

  /** The body, version 1. */
  record ImportProgressed(
      UUID importId,
      UUID dealershipId,
      String state,
      boolean dryRun,
      int rows,
      int done,
      int created,
      int updated,
      int unchanged,
      int rejected,
      int vanished) {

    static ImportProgressed of(ImportJob job) {
      ImportJob.Counts counts = job.counts();
      return new ImportProgressed(
          job.id(),
          job.dealershipId(),
          job.state().name(),
          job.options().dryRun(),
          job.rows(),
          job.position(),
          counts.created(),
          counts.updated(),
          counts.unchanged(),
          counts.rejected(),
          counts.vanished());
    }
  }
}
