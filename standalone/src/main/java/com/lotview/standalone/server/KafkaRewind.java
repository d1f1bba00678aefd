package com.lotview.standalone.server;

import com.lotview.standalone.Home;
import com.lotview.standalone.StartupException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * After a restore, sets Kafka's consumer groups back to an hour before the moment that was
 * restored: what the services had read later, the database has forgotten. Events that it still
 * knows are recognised by the inbox. Without Kafka's old data there are no groups, and nothing is
 * done.
 */
public final class KafkaRewind {
  /** File of the home with the moment that was restored. */
  public static final String MARK = "run/restored-at";

  private static final Duration BEFORE = Duration.ofHours(1);
  private static final Duration BETWEEN_TRIES = Duration.ofSeconds(2);
  private static final int TRIES = 45;

  private final Admin admin;

  private KafkaRewind(Admin admin) {
    this.admin = admin;
  }

  /** Does it once after a restore; the services must not run yet. */
  public static void afterRestore(Home home, Map<String, Object> superuser) {
    Path mark = home.path(MARK);
    if (!Files.exists(mark)) {
      return;
    }
    try (Admin admin = Admin.create(superuser)) {
      new KafkaRewind(admin).allTo(Instant.parse(Files.readString(mark).strip()).minus(BEFORE));
      Files.delete(mark);
    } catch (IOException | ExecutionException e) {
      throw new StartupException("Kafka's groups could not be set back: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartupException("Interrupted", e);
    }
  }

  private void allTo(Instant time) throws ExecutionException, InterruptedException {
    for (GroupListing group : admin.listGroups().all().get()) {
      Map<TopicPartition, OffsetAndMetadata> offsets =
          admin.listConsumerGroupOffsets(group.groupId()).partitionsToOffsetAndMetadata().get();
      if (!offsets.isEmpty()) {
        set(group.groupId(), earlier(offsets, time));
      }
    }
  }

  private Map<TopicPartition, OffsetAndMetadata> earlier(
      Map<TopicPartition, OffsetAndMetadata> offsets, Instant time)
      throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
    offsets.keySet().forEach(part -> asked.put(part, OffsetSpec.forTimestamp(time.toEpochMilli())));
    Map<TopicPartition, OffsetAndMetadata> earlier = new HashMap<>();
    for (Map.Entry<TopicPartition, ListOffsetsResultInfo> found :
        admin.listOffsets(asked).all().get().entrySet()) {
      long there = found.getValue().offset();
      OffsetAndMetadata read = offsets.get(found.getKey());
      // -1: nothing was written since then.
      if (read != null && there >= 0 && there < read.offset()) {
        earlier.put(found.getKey(), new OffsetAndMetadata(there));
      }
    }
    return earlier;
  }

  // A group of a system that was killed has members until their sessions end.
  private void set(String group, Map<TopicPartition, OffsetAndMetadata> offsets)
      throws ExecutionException, InterruptedException {
    for (int attempt = 1; !offsets.isEmpty(); attempt++) {
      try {
        admin.alterConsumerGroupOffsets(group, offsets).all().get();
        return;
      } catch (ExecutionException e) {
        if (attempt == TRIES) {
          throw e;
        }
        TimeUnit.MILLISECONDS.sleep(BETWEEN_TRIES.toMillis());
      }
    }
  }
}
