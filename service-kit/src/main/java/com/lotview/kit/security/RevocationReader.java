package com.lotview.kit.security;

import com.lotview.contracts.EventTypes;
import com.lotview.contracts.Topics;
import com.lotview.kit.events.EventReader;
import com.lotview.kit.events.IncomingEvent;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Reads all revocations of the last {@link Revocations#TOKEN_LIFE} and then every new one. Each
 * process reads the whole topic, without a group. Starts before the web server and lets it wait for
 * the first reading.
 */
public final class RevocationReader implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(RevocationReader.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration DEADLINE = Duration.ofSeconds(2);
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final long START_SECONDS = 10;

  private final Supplier<Consumer<String, String>> consumers;
  private final EventReader reader;
  private final Revocations revocations;
  private final Clock clock;
  private final CountDownLatch first = new CountDownLatch(1);
  private volatile boolean running;
  private volatile @Nullable Thread thread;

  /**
   * @param consumers makes a consumer without a group at each call
   */
  public RevocationReader(
      Supplier<Consumer<String, String>> consumers,
      EventReader reader,
      Revocations revocations,
      Clock clock) {
    this.consumers = consumers;
    this.reader = reader;
    this.revocations = revocations;
    this.clock = clock;
  }

  @Override
  public int getPhase() {
    return 0;
  }

  @Override
  public void start() {
    // Set before the thread reads it.
    running = true;
    thread = Thread.ofPlatform().daemon().name("revocations").start(this::run);
    try {
      if (!first.await(START_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("Revocations cannot be read; requests of people are refused until they are");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void stop() {
    running = false;
    Thread reading = thread;
    if (reading != null) {
      reading.interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void run() {
    while (running) {
      Consumer<String, String> consumer = consumers.get();
      try {
        follow(consumer);
      } catch (InterruptException e) {
        return;
      } catch (KafkaException e) {
        LOG.warn("Revocations are not read for now: {}", e.toString());
        LockSupport.parkNanos(PAUSE.toNanos());
      } finally {
        consumer.close(CloseOptions.timeout(PAUSE));
      }
    }
  }

  private void follow(Consumer<String, String> consumer) {
    List<TopicPartition> partitions = partitions(consumer);
    consumer.assign(partitions);
    seek(consumer, partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, DEADLINE);
    while (running) {
      if (first.getCount() > 0 && reached(consumer, ends)) {
        revocations.completed();
        first.countDown();
      }
      consumer.poll(POLL).forEach(this::add);
    }
  }

  private static List<TopicPartition> partitions(Consumer<String, String> consumer) {
    List<TopicPartition> partitions =
        consumer.partitionsFor(Topics.ACCESS_REVOKED, DEADLINE).stream()
            .map(found -> new TopicPartition(found.topic(), found.partition()))
            .toList();
    if (partitions.isEmpty()) {
      throw new KafkaException("The topic " + Topics.ACCESS_REVOKED + " is not there yet");
    }
    return partitions;
  }

  private void seek(Consumer<String, String> consumer, List<TopicPartition> partitions) {
    long since = clock.instant().minus(Revocations.TOKEN_LIFE).toEpochMilli();
    Map<TopicPartition, Long> times = new HashMap<>();
    partitions.forEach(partition -> times.put(partition, since));
    Map<TopicPartition, OffsetAndTimestamp> starts = consumer.offsetsForTimes(times, DEADLINE);
    partitions.forEach(partition -> {
      OffsetAndTimestamp start = starts.get(partition);
      if (start == null) {
        consumer.seekToEnd(List.of(partition));
      } else {
        consumer.seek(partition, start.offset());
      }
    });
  }

  private static boolean reached(
      Consumer<String, String> consumer, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey(), DEADLINE) >= end.getValue());
  }

  // One that cannot be read must not keep those behind it.
  private void add(ConsumerRecord<String, String> record) {
    try {
      IncomingEvent event = IncomingEvent.of(record);
      if (event.type().equals(EventTypes.ACCESS_REVOKED)) {
        revocations.add(reader.body(event, Revocations.Revoked.class));
      }
    } catch (RuntimeException e) {
      LOG.error("A revocation cannot be read, offset {}", record.offset(), e);
    }
  }
}
