package com.lotview.kit.outbox;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.scheduler.Schedulers;

/**
 * Sends batches to Kafka, each record after the one before it. A batch that was not wholly
 * acknowledged takes its producer with it: the producer gives up single records and would send
 * later ones all the same, while the batch is being sent again.
 */
final class BatchSender {
  private final Supplier<Producer<String, String>> producers;
  private @Nullable Producer<String, String> producer;

  /**
   * @param kafka how the broker is reached
   */
  BatchSender(Map<String, Object> kafka) {
    Map<String, Object> settings = inOrder(kafka);
    this.producers =
        () -> new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
  }

  /**
   * With several requests under way, the broker may refuse the first (a partition that has no
   * leader yet) and take the second: of a producer that it does not know, it takes any sequence
   * number. Source: Kafka 4.2, {@code ProducerAppendInfo.checkSequence}.
   *
   * <p>And the relay gives up a batch as a whole, long before the producer gives up a record of it.
   */
  private static Map<String, Object> inOrder(Map<String, Object> kafka) {
    Map<String, Object> settings = new HashMap<>(kafka);
    settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 120_000);
    return settings;
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
      if (failed.get()) {
        return;
      }
      // The callback gets the result, on the producer's own thread.
      var _ =
          current.send(
              record,
              (metadata, error) -> {
                if (error != null) {
                  failed.set(true);
                  // Here and now: the thread sends the next request after this.
                  current.close(Duration.ZERO);
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
