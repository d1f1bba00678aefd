package com.lotview.posting.posting.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lotview.contracts.EventTypes;
import com.lotview.kit.id.Ids;
import com.lotview.kit.tenant.TenantTransactions;
import com.lotview.posting.ServiceUnderTest;
import com.lotview.posting.posting.lifecycle.PostingStatus;
import com.lotview.posting.posting.model.Evidence;
import com.lotview.posting.posting.model.Posting;
import com.lotview.posting.posting.model.PostingStore;
import com.lotview.posting.posting.model.TimelineEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** What {@link PostingStore} promises, on PostgreSQL. */
@Tag("servers")
class StoreIT extends ServiceUnderTest {
  @Autowired PostingStore store;
  @Autowired TenantTransactions transactions;

  @Test
  void aStoredPostingComesBackAsItWas() {
    Posting posting = stored();
    Posting again = withId(posting, Ids.next(), Ids.next(), "LV-22222");
    assertThat(insert(again)).containsExactly(again.id());
    assertThat(in(store.find(again.id()))).isEqualTo(again);
    assertThat(in(store.findActive(Set.of(again.vehicleId()), Set.of()).single()).id())
        .isEqualTo(again.id());
  }

  @Test
  void aVehicleHasOneActivePostingAndAMarkerIsUsedOnce() {
    Posting posting = stored();
    Posting second = withId(posting, Ids.next(), posting.vehicleId(), "LV-33333");
    Posting sameMarker = withId(posting, Ids.next(), Ids.next(), posting.marker());
    Posting third = withId(posting, Ids.next(), Ids.next(), "LV-44444");
    Posting sameVehicle = withId(posting, Ids.next(), third.vehicleId(), "LV-55555");
    assertThat(insert(second, sameMarker, third, sameVehicle)).containsExactly(third.id());
    assertThat(in(store.timeline(second.id()).collectList())).isEmpty();
    assertThat(in(store.timeline(third.id()).collectList())).hasSize(1);
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
    Instant before = posting.createdAt().minusSeconds(1);
    in(store.keep(posting.id(), List.of(form, form), before));
    assertThat(in(store.evidence(posting.id(), before).collectList())).containsExactly(form);

    Instant after = posting.createdAt().plusSeconds(1);
    assertThat(in(store.evidence(posting.id(), after).collectList())).isEmpty();
    in(store.keep(posting.id(), List.of(), after));
    assertThat(in(store.evidence(posting.id(), before).collectList())).isEmpty();
    in(store.append(Ids.next(), note("Nobody's")));
  }

  @Test
  void aStepSoonAfterAnotherDoesNotWriteThePostingAgain() {
    UUID posting = withFleet(account());
    Instant until = in(store.find(posting)).watchAt();
    Duration slack = Duration.ofMinutes(1);
    in(store.heard(posting, until.plusSeconds(60), slack));
    assertThat(in(store.find(posting)).watchAt()).isEqualTo(until);
    in(store.heard(posting, until.plusSeconds(61), slack));
    assertThat(in(store.find(posting)).watchAt()).isEqualTo(until.plusSeconds(61));
    in(store.heard(posting, until, Duration.ZERO));
    assertThat(in(store.find(posting)).watchAt())
        .as("never earlier")
        .isEqualTo(until.plusSeconds(61));
  }

  private List<UUID> insert(Posting... postings) {
    return in(store.insert(List.of(postings), List.of(note("Ordered"))).collectList());
  }

  private Posting stored() {
    account();
    JsonNode answer = body(order(Map.of("vehicleId", vehicle(Map.of("vin", "")))));
    UUID id = UUID.fromString(answer.get("id").asString());
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
    Posting.Origin origin =
        new Posting.Origin(
            p.account(), vehicle, p.userId(), p.bulkId(), marker, p.scheduledFor(), p.createdAt());
    return new Posting(id, origin, p.life(), p.content(), p.findings(), p.watchAt(), p.updatedAt());
  }
}
