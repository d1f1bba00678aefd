package com.lotview.posting.posting.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.contracts.EventTypes;
import com.lotview.contracts.Topics;
import com.lotview.kit.events.EventReader;
import com.lotview.kit.events.IncomingEvent;
import com.lotview.posting.posting.model.Difference;
import com.lotview.posting.posting.progress.Completion;
import com.lotview.testkit.EventContract;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class EventsInTest {
  private final EventReader reader = new EventReader(JsonMapper.shared());

  @Test
  void readsThePublishedExamples() {
    Completion end =
        read(
                Topics.POSTING_COMPLETED,
                EventTypes.POSTING_COMPLETED,
                EventsIn.PostingCompleted.class)
            .completion();
    assertThat(end.outcome()).isEqualTo(Completion.Outcome.POSTED);
    assertThat(end.evidence()).hasSize(1);
    assertThat(end.differences()).containsExactly(new Difference("photos", "10", "9"));
    assertThat(end.notes()).hasSize(1);
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
