package com.lotview.testkit;

import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import org.testcontainers.kafka.KafkaContainer;

/** A Kafka broker: embedded, or a container. */
record KafkaServer(String bootstrapServers) {

  private static final class Holder {
    static final KafkaServer RUNNING = ServerChoice.docker() ? container() : embedded();
  }

  static KafkaServer running() {
    return Holder.RUNNING;
  }

  private static KafkaServer embedded() {
    EmbeddedKafkaKraftBroker broker = new EmbeddedKafkaKraftBroker(1, 1);
    broker.brokerProperty("group.initial.rebalance.delay.ms", "0");
    broker.brokerProperty("auto.create.topics.enable", "false");
    broker.brokerProperty("offsets.topic.num.partitions", "1");
    // By default it sets spring.kafka.bootstrap-servers for the whole JVM, and a system with a
    // Kafka of its own would use this one.
    broker.brokerListProperty("lotview.test.brokers");
    broker.afterPropertiesSet();
    Runtime.getRuntime().addShutdownHook(new Thread(broker::destroy));
    return new KafkaServer(broker.getBrokersAsString());
  }

  // The containers' own reaper stops it with the JVM.
  @SuppressWarnings("resource")
  private static KafkaServer container() {
    KafkaContainer kafka = new KafkaContainer("apache/kafka:4.2.1");
    kafka.start();
    return new KafkaServer(kafka.getBootstrapServers());
  }
}
