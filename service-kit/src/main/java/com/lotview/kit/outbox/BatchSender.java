package com.lotview.kit.outbox;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.scheduler.Schedulers;

/**
 * Hands batches to Kafka. A batch that was not wholly acknowledged takes its producer with it: the
 * producer gives up single records after a while and would send later ones all the same, out of
 * their order, while the batch is being sent again.
 */
final class BatchSender {
  private final Supplier<Producer<String, String>> producers;
  private @Nullable Producer<String, String> producer;

  /**
   * @param producers makes a producer of its own at each call
   */
  BatchSender(Supplier<Producer<String, String>> producers) {
    this.producers = producers;
  }

  /**
   * Sends in the order given. One batch at a time.
   *
   * @return completes when the broker has acknowledged all; after a failure, also by the deadline
   *     or by a cancellation, nothing more of the batch leaves
   */
  Mono<Void> send(List<ProducerRecord<String, String>> batch, Duration deadline) {
    return Mono.<Void>create(sink -> handOver(batch, sink))
        // The producer may block while it looks for the broker: never on an event loop.
        .subscribeOn(Schedulers.boundedElastic())
        .timeout(deadline)
        .onErrorResume(error -> inBackground(this::close).then(Mono.error(error)))
        .doOnCancel(() -> inBackground(this::close).subscribe());
  }

  private static Mono<Void> inBackground(Runnable work) {
    return Mono.<Void>fromRunnable(work).subscribeOn(Schedulers.boundedElastic());
  }

  private void handOver(List<ProducerRecord<String, String>> batch, MonoSink<Void> sink) {
    Producer<String, String> current = current();
    AtomicInteger open = new AtomicInteger(batch.size());
    AtomicBoolean failed = new AtomicBoolean();
    for (ProducerRecord<String, String> record : batch) {
      // A record whose predecessor failed must not leave before it, also while the producer is
      // being closed.
      if (failed.get()) {
        return;
      }
      // The callback gets it, on the producer's own thread.
      var _ =
          current.send(
              record,
              (metadata, error) -> {
                if (error != null) {
                  failed.set(true);
                  sink.error(error);
                } else if (open.decrementAndGet() == 0) {
                  sink.success();
                }
              });
    }
  }

  private synchronized Producer<String, String> current() {
    Producer<String, String> current = producer;
    if (current == null) {
      current = producers.get();
      producer = current;
    }
    return current;
  }

  /** Drops what is not sent yet. */
  synchronized void close() {
    Producer<String, String> current = producer;
    producer = null;
    if (current != null) {
      current.close(Duration.ZERO);
    }
  }
}
