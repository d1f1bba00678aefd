package com.lotview.posting.posting.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.contracts.EventTypes;
import com.lotview.contracts.Topics;
import com.lotview.kit.events.EventReader;
import com.lotview.kit.events.IncomingEvent;
import com.lotview.posting.dispatch.JobKind;
import com.lotview.posting.dispatch.JobResult;
import com.lotview.testkit.EventContract;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class EventsInTest {
  private final EventReader reader = new EventReader(JsonMapper.shared());

  @Test
  void readsThePublishedExamples() {
    JobResult end =
        read(Topics.POSTING_COMPLETED, EventTypes.POSTING_COMPLETED, EventsIn.JobCompleted.class)
            .result();
    assertThat(end.job().kind()).isEqualTo(JobKind.POST);
    assertThat(end.outcome()).isEqualTo(JobResult.Outcome.POSTED);
    assertThat(end.pictures()).hasSize(1);
    assertThat(end.listing().differences())
        .containsExactly(new JobResult.Difference("photos", "10", "9"));
    assertThat(end.listing().notes()).hasSize(1);
    assertThat(end.openClickAt()).isNull();
    EventsIn.PostingStep step =
        read(Topics.POSTING_PROGRESS, EventTypes.POSTING_STEP, EventsIn.PostingStep.class);
    assertThat(step.message()).isEqualTo("Filling vehicle details 4/7");
    EventsIn.FormHealed heal =
        read(Topics.POSTING_PROGRESS, EventTypes.FORM_HEALED, EventsIn.FormHealed.class);
    assertThat(heal.entry(Instant.EPOCH).message()).contains("Outside color", "0.82");
    EventsIn.ListingGenerated text =
        read(
            Topics.LISTING_GENERATED,
            EventTypes.LISTING_GENERATED,
            EventsIn.ListingGenerated.class);
    assertThat(text.writer()).isEqualTo("built-in");
  }

  private <T> T read(String topic, String type, Class<T> body) {
    String example = EventContract.of(topic, type).example();
    return reader.body(
        new IncomingEvent(UUID.randomUUID(), type, "key", Instant.EPOCH, null, example), body);
  }
}
