package com.lotview.worker.fleet.messaging;

import com.lotview.contracts.EventTypes;
import com.lotview.contracts.Topics;
import com.lotview.kit.outbox.Outbox;
import com.lotview.kit.outbox.OutboxEvent;
import com.lotview.worker.fleet.job.Evidence;
import com.lotview.worker.fleet.job.JobOrder;
import com.lotview.worker.fleet.job.JobResult;
import com.lotview.worker.fleet.job.ListingJob;
import com.lotview.worker.fleet.lease.Notes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/** Writes the fleet's events to the outbox in the current transaction; keyed by account. */
public final class FleetEvents {
  private final Outbox outbox;

  public FleetEvents(Outbox outbox) {
    this.outbox = outbox;
  }

  /** Start and end of a job's runs, and their pictures. */
  public record Span(Instant started, Instant finished, List<Evidence> evidence) {}

  /** Publishes the steps and the healed labels of a run. */
  public Mono<Void> went(JobOrder order, List<Notes.Reached> steps, List<Notes.Healed> heals) {
    return append(way(order, steps, heals));
  }

  /** The same with the job's result. */
  public Mono<Void> completed(
      JobOrder order,
      List<Notes.Reached> steps,
      List<Notes.Healed> heals,
      long fence,
      JobResult result,
      Span span) {
    List<OutboxEvent> events = new ArrayList<>(way(order, steps, heals));
    events.add(
        event(
            order,
            Topics.POSTING_COMPLETED,
            EventTypes.POSTING_COMPLETED,
            PostingCompleted.of(order, fence, result, span)));
    return append(events);
  }

  private static List<OutboxEvent> way(
      JobOrder order, List<Notes.Reached> steps, List<Notes.Healed> heals) {
    Stream<OutboxEvent> healed =
        heals.stream()
            .map(heal ->
                event(
                    order,
                    Topics.POSTING_PROGRESS,
                    EventTypes.FORM_HEALED,
                    FormHealed.of(order, heal)));
    return Stream.concat(steps(order, steps).stream(), healed).toList();
  }

  private static List<OutboxEvent> steps(JobOrder order, List<Notes.Reached> steps) {
    return order instanceof ListingJob job
        ? steps.stream()
            .map(reached ->
                event(
                    job,
                    Topics.POSTING_PROGRESS,
                    EventTypes.POSTING_STEP,
                    PostingStep.of(job, reached)))
            .toList()
        : List.of();
  }

  private static OutboxEvent event(JobOrder order, String topic, String type, Object body) {
    return new OutboxEvent(topic, order.fbAccountId().toString(), type, body);
  }

  private Mono<Void> append(List<OutboxEvent> events) {
    return events.isEmpty() ? Mono.empty() : outbox.append(events.toArray(OutboxEvent[]::new));
  }
}
