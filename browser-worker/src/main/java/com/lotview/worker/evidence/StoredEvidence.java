package com.lotview.worker.evidence;

import com.lotview.kit.hash.Sha256;
import com.lotview.kit.storage.ObjectStore;
import com.lotview.worker.blocking.Await;
import com.lotview.worker.fleet.job.Evidence;
import com.lotview.worker.fleet.job.JobKind;
import com.lotview.worker.fleet.job.JobOrder;
import com.lotview.worker.fleet.job.ListingJob;
import com.lotview.worker.fleet.port.EvidenceStore;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import reactor.core.publisher.Flux;

/** {@link EvidenceStore} in the object store. The posting service creates the links. */
public final class StoredEvidence implements EvidenceStore {
  private final ObjectStore objects;
  private final Clock clock;

  public StoredEvidence(ObjectStore objects, Clock clock) {
    this.objects = objects;
    this.clock = clock;
  }

  @Override
  public Evidence keep(JobOrder order, Evidence.Kind kind, byte[] png) {
    String key = key(order, kind);
    Await.done(objects.put(key, "image/png", png));
    return new Evidence(kind, key, Sha256.hex(png), clock.instant().truncatedTo(ChronoUnit.MILLIS));
  }

  /** All pictures of a posting share a prefix, also those of later changes. */
  private static String key(JobOrder order, Evidence.Kind kind) {
    String name = order.attempt() + "-" + kind.wire() + ".png";
    boolean later = order instanceof ListingJob && order.kind() != JobKind.POST;
    return "evidence/%s/%s/%s"
        .formatted(
            order.dealershipId(),
            order instanceof ListingJob job ? job.postingId() : order.taskId(),
            later
                ? order.kind().name().toLowerCase(Locale.ROOT) + "-" + order.taskId() + "-" + name
                : name);
  }

  @Override
  public void delete(List<String> keys) {
    Await.done(Flux.fromIterable(keys).concatMap(objects::delete).then());
  }
}
