package com.lotview.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lotview.contracts.EventTypes;
import com.lotview.kit.id.Ids;
import com.lotview.kit.tenant.TenantTransactions;
import com.lotview.posting.posting.Evidence;
import com.lotview.posting.posting.Posting;
import com.lotview.posting.posting.PostingStatus;
import com.lotview.posting.posting.PostingStore;
import com.lotview.posting.posting.TimelineEntry;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import reactor.core.publisher.Mono;

/** What {@link PostingStore} promises, on PostgreSQL. */
class StoreIT extends ServiceUnderTest {
  @Autowired PostingStore store;
  @Autowired TenantTransactions transactions;

  @Test
  void aStoredPostingComesBackAsItWas() {
    Posting posting = stored();
    Posting again = withId(posting, Ids.next(), Ids.next(), "LV-22222");
    assertThat(in(store.insert(again, List.of(note("Ordered"))))).isTrue();
    assertThat(in(store.find(again.id()))).isEqualTo(again);
    assertThat(in(store.findActive(again.vehicleId()))).isEqualTo(again.id());
  }

  @Test
  void aVehicleHasOneActivePostingAndAMarkerIsUsedOnce() {
    Posting posting = stored();
    Posting second = withId(posting, Ids.next(), posting.vehicleId(), "LV-33333");
    assertThat(in(store.insert(second, List.of(note("Ordered"))))).isFalse();
    assertThat(in(store.timeline(second.id()).collectList())).isEmpty();
    Posting sameMarker = withId(posting, Ids.next(), Ids.next(), posting.marker());
    assertThatThrownBy(() -> in(store.insert(sameMarker, List.of(note("Ordered")))))
        .isInstanceOf(DuplicateKeyException.class);
  }

  @Test
  void aChangeFromAnotherStateThanTheExpectedOneIsRefusedWhole() {
    Posting posting = stored();
    int lines = in(store.timeline(posting.id()).collectList()).size();
    assertThatThrownBy(() -> in(store.replace(PostingStatus.READY, posting, note("Never"))))
        .isInstanceOf(OptimisticLockingFailureException.class);
    assertThat(in(store.timeline(posting.id()).collectList())).hasSize(lines);
  }

  @Test
  void evidenceIsKeptOnceAndAForeignPostingGetsNoLine() {
    Posting posting = stored();
    Evidence form = new Evidence(1, "form", "evidence/x/1-form.png", null, posting.createdAt());
    in(store.keep(posting.id(), List.of(form, form)));
    assertThat(in(store.evidence(posting.id()).collectList())).containsExactly(form);
    in(store.append(Ids.next(), note("Nobody's")));
  }

  private Posting stored() {
    UUID id = posting(account());
    EAR.await(
        EventTypes.LISTING_REQUESTED, e -> e.get("postingId").asString().equals(id.toString()));
    return in(store.find(id));
  }

  private <T> T in(Mono<T> work) {
    return transactions.inTenant(dealership, work).block(Duration.ofSeconds(20));
  }

  private TimelineEntry note(String message) {
    return new TimelineEntry(
        clock.instant(), TimelineEntry.Type.NOTE, null, null, null, message, 0);
  }

  private static Posting withId(Posting p, UUID id, UUID vehicle, String marker) {
    return new Posting(
        id,
        p.dealershipId(),
        vehicle,
        p.userId(),
        p.fbAccountId(),
        marker,
        p.status(),
        p.attempts(),
        p.failures(),
        p.snapshot(),
        p.text(),
        p.lastError(),
        p.live(),
        p.scheduledFor(),
        p.createdAt(),
        p.updatedAt());
  }
}
