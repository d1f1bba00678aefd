package com.lotview.worker.evidence;

import com.lotview.kit.storage.ObjectStore;
import com.lotview.worker.blocking.Await;
import com.lotview.worker.fleet.Evidence;
import com.lotview.worker.fleet.EvidenceStore;
import com.lotview.worker.fleet.JobOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import reactor.core.publisher.Flux;

/** {@link EvidenceStore} in the object store; the posting service makes the links. */
public final class StoredEvidence implements EvidenceStore {
  private final ObjectStore objects;
  private final Clock clock;

  public StoredEvidence(ObjectStore objects, Clock clock) {
    this.objects = objects;
    this.clock = clock;
  }

  @Override
  public Evidence keep(JobOrder order, Evidence.Kind kind, byte[] png) {
    String key =
        "evidence/%s/%s/%d-%s.png"
            .formatted(order.dealershipId(), order.taskId(), order.attempt(), kind.wire());
    Await.done(objects.put(key, "image/png", png));
    return new Evidence(kind, key, sha256(png), clock.instant().truncatedTo(ChronoUnit.MILLIS));
  }

  @Override
  public void delete(List<String> keys) {
    Await.done(Flux.fromIterable(keys).concatMap(objects::delete).then());
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
