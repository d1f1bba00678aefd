package com.lotview.kit.wiring;

import com.lotview.contracts.Topics;
import com.lotview.kit.audit.AuditTrail;
import com.lotview.kit.database.DatabaseProperties;
import com.lotview.kit.events.EventReader;
import com.lotview.kit.events.Inbox;
import com.lotview.kit.kafka.KafkaSettings;
import com.lotview.kit.metrics.EventMeters;
import com.lotview.kit.outbox.Outbox;
import com.lotview.kit.outbox.OutboxRelay;
import com.lotview.kit.outbox.OutboxSignal;
import com.lotview.kit.security.RevocationReader;
import com.lotview.kit.security.Revocations;
import com.lotview.kit.tenant.TenantTransactions;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.support.ExponentialBackOffWithMaxRetries;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.FixedBackOff;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Events out by outbox, events in by inbox, for services with a schema. */
@AutoConfiguration(
    after = {
      KitDatabaseConfiguration.class,
      KitMetricsConfiguration.class,
      KafkaAutoConfiguration.class
    })
@ConditionalOnProperty("lotview.database.schema")
@EnableConfigurationProperties(KafkaSettings.class)
public class KitEventsConfiguration {
  private static final BackOff AT_ONCE = new FixedBackOff(0, 0);

  /**
   * User, password and TLS for all that Spring makes of its own settings, and what is made here.
   */
  @Bean
  static BeanPostProcessor kafkaLogin(ObjectProvider<KafkaSettings> settings) {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof KafkaProperties kafka) {
          kafka.getProperties().putAll(settings.getObject().client());
        }
        return bean;
      }
    };
  }

  @Bean
  OutboxSignal outboxSignal() {
    return new OutboxSignal();
  }

  @Bean
  Outbox outbox(DatabaseClient database, JsonMapper json, OutboxSignal signal) {
    return new Outbox(database, json, signal);
  }

  @Bean
  OutboxRelay outboxRelay(
      DatabaseClient database,
      TenantTransactions transactions,
      ProducerFactory<?, ?> settings,
      OutboxSignal signal,
      DatabaseProperties properties) {
    return new OutboxRelay(
        database,
        transactions,
        settings.getConfigurationProperties(),
        signal,
        "/lotview/" + properties.schema());
  }

  @Bean
  EventReader eventReader(JsonMapper json) {
    return new EventReader(json);
  }

  @Bean
  Inbox inbox(DatabaseClient database, TenantTransactions transactions, EventMeters meters) {
    return new Inbox(database, transactions, meters);
  }

  @Bean
  AuditTrail auditTrail(Outbox outbox, Clock clock) {
    return new AuditTrail(outbox, clock);
  }

  @Bean
  Revocations revocations(Clock clock) {
    return new Revocations(clock);
  }

  @Bean
  RevocationReader revocationReader(
      ConsumerFactory<?, ?> settings, EventReader reader, Revocations revocations, Clock clock) {
    Map<String, Object> properties = new HashMap<>(settings.getConfigurationProperties());
    properties.remove(ConsumerConfig.GROUP_ID_CONFIG);
    return new RevocationReader(
        () -> new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer()),
        reader,
        revocations,
        clock);
  }

  @Bean
  KafkaAdmin.NewTopics topics(KafkaSettings settings) {
    return new KafkaAdmin.NewTopics(
        Topics.ALL.stream()
            .flatMap(topic ->
                Stream.of(
                    Topics.COMPACTED.contains(topic)
                        ? TopicBuilder.name(topic).partitions(Topics.PARTITIONS).compact()
                        : TopicBuilder.name(topic).partitions(Topics.PARTITIONS),
                    // Rare, and read by people: order across keys matters more than partitions.
                    TopicBuilder.name(topic + Topics.DEAD_LETTER_SUFFIX).partitions(1)))
            .map(topic -> topic.replicas(settings.replication()).build())
            .toArray(NewTopic[]::new));
  }

  /**
   * Three retries for transient failures (0.2 to 2 s, well inside the poll interval), none for
   * unreadable records; then the dead letter topic, with the cause in the headers.
   */
  @Bean
  CommonErrorHandler deadLetters(KafkaTemplate<String, String> kafka, EventMeters meters) {
    ExponentialBackOffWithMaxRetries backOff = new ExponentialBackOffWithMaxRetries(3);
    backOff.setInitialInterval(200);
    backOff.setMultiplier(3);
    backOff.setMaxInterval(2000);
    DefaultErrorHandler handler =
        new DefaultErrorHandler(new CountedDeadLetters(kafka, meters), backOff);
    // Not-retryable classes count only for listeners of single records.
    handler.setBackOffFunction((record, error) -> isUnreadable(error) ? AT_ONCE : backOff);
    return handler;
  }

  /** A record counts when its topic has it. */
  private static final class CountedDeadLetters extends DeadLetterPublishingRecoverer {
    private final EventMeters meters;

    CountedDeadLetters(KafkaTemplate<String, String> kafka, EventMeters meters) {
      super(
          kafka,
          (record, error) -> new TopicPartition(record.topic() + Topics.DEAD_LETTER_SUFFIX, 0));
      this.meters = meters;
    }

    @Override
    public void accept(
        ConsumerRecord<?, ?> record, @Nullable Consumer<?, ?> consumer, Exception error) {
      super.accept(record, consumer, error);
      meters.deadLetter(record.topic());
    }
  }

  private static boolean isUnreadable(Throwable error) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof JacksonException || cause instanceof IllegalArgumentException) {
        return true;
      }
    }
    return false;
  }
}
