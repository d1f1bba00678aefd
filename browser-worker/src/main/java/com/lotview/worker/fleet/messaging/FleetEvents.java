package com.lotview.worker.fleet.messaging;

import com.lotview.contracts.EventTypes;
import com.lotview.contracts.Topics;
import com.lotview.kit.outbox.Outbox;
import com.lotview.kit.outbox.OutboxEvent;
import com.lotview.worker.fleet.Evidence;
import com.lotview.worker.fleet.JobResult;
import com.lotview.worker.fleet.PostingOrder;
import com.lotview.worker.marketplace.Step;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;

/** What the fleet tells, left in the outbox of the running transaction; keyed by account. */
public final class FleetEvents {
  private final Outbox outbox;

  public FleetEvents(Outbox outbox) {
    this.outbox = outbox;
  }

  /** When a job's runs took place, and what was kept of them. */
  public record Span(Instant started, Instant finished, List<Evidence> evidence) {}

  /** A run reached a step. */
  public Mono<Void> stepped(PostingOrder order, Step step, long elapsedMillis) {
    return append(
        order,
        Topics.POSTING_PROGRESS,
        EventTypes.POSTING_STEP,
        PostingStep.of(order, step, elapsedMillis));
  }

  /** The job has a result. */
  public Mono<Void> completed(PostingOrder order, long fence, JobResult result, Span span) {
    return append(
        order,
        Topics.POSTING_COMPLETED,
        EventTypes.POSTING_COMPLETED,
        PostingCompleted.of(order, fence, result, span));
  }

  private Mono<Void> append(PostingOrder order, String topic, String type, Object body) {
    return outbox.append(new OutboxEvent(topic, order.fbAccountId().toString(), type, body));
  }
}
