package com.lotview.worker.fleet.messaging;

import com.lotview.contracts.EventTypes;
import com.lotview.contracts.Topics;
import com.lotview.kit.events.EventReader;
import com.lotview.kit.events.IncomingEvent;
import com.lotview.worker.fleet.Fleet;
import com.lotview.worker.fleet.job.JobOrder;
import com.lotview.worker.fleet.lease.JobStore;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.annotation.KafkaListener;

/**
 * Stores new jobs. A record is acknowledged when its job is stored, because the job takes minutes
 * and any worker may do it. Unreadable records go to the dead letter topic.
 */
public final class PostingRequestedListener {
  private static final Logger LOG = LoggerFactory.getLogger(PostingRequestedListener.class);

  private final EventReader reader;
  private final JobStore jobs;
  private final Fleet fleet;

  public PostingRequestedListener(EventReader reader, JobStore jobs, Fleet fleet) {
    this.reader = reader;
    this.jobs = jobs;
    this.fleet = fleet;
  }

  @KafkaListener(id = "fleet-intake", groupId = "worker", topics = Topics.POSTING_REQUESTED)
  void on(ConsumerRecord<String, String> record) {
    IncomingEvent event = IncomingEvent.of(record);
    if (!EventTypes.POSTING_REQUESTED.equals(event.type())) {
      LOG.info("Passed over an event of type {}", event.type());
      return;
    }
    JobOrder order = reader.body(event, JobOrder.class);
    if (jobs.accept(order, event.body(), event.traceparent(), event.time())) {
      fleet.wake();
    }
  }
}
