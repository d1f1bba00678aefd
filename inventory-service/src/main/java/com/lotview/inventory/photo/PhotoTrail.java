package com.lotview.inventory.photo;

import com.lotview.kit.audit.AuditTrail;
import com.lotview.kit.audit.Audited;
import com.lotview.kit.audit.Change;
import com.lotview.kit.audit.Changes;
import com.lotview.kit.security.Caller;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Notes for the audit trail which photos a vehicle had before and after an act, in their order. */
@Component
class PhotoTrail {
  private final PhotoStore store;
  private final AuditTrail audit;

  PhotoTrail(PhotoStore store, AuditTrail audit) {
    this.store = store;
    this.audit = audit;
  }

  @Audited
  private record Images(List<UUID> images) {}

  /** Does the work on a locked vehicle and notes it in the same transaction, if photos changed. */
  <T> Mono<T> noted(Caller caller, String deed, UUID vehicleId, Mono<T> work) {
    return ids(vehicleId)
        .flatMap(before ->
            work.delayUntil(done ->
                ids(vehicleId)
                    .filter(after -> !after.equals(before))
                    .flatMap(after -> note(caller, deed, vehicleId, before, after))));
  }

  /** Notes an act, even if the photos stay the same. */
  Mono<Void> note(Caller caller, String deed, UUID vehicleId, List<UUID> before, List<UUID> after) {
    List<Change> changes = Changes.between(new Images(before), new Images(after));
    return audit.record(caller, "photos." + deed, "vehicle/" + vehicleId, changes);
  }

  private Mono<List<UUID>> ids(UUID vehicleId) {
    return store.of(vehicleId).map(Photo::id).collectList();
  }
}
