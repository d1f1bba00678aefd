package com.lotview.standalone.doctor;

import com.lotview.kit.kafka.KafkaSettings;
import com.lotview.standalone.doctor.Finding.Unknown;
import com.lotview.standalone.doctor.Finding.Well;
import com.lotview.standalone.doctor.Finding.Wrong;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;

/** Kafka: the brokers, each service's login, the topics. */
final class KafkaChecks {
  private final Surroundings.Kafka kafka;

  KafkaChecks(Surroundings.Kafka kafka) {
    this.kafka = kafka;
  }

  List<Check> all() {
    List<Check> checks = new ArrayList<>();
    checks.add(new Check("Kafka", this::brokers));
    new TreeMap<>(kafka.users())
        .forEach(
            (name, user) -> checks.add(new Check("Kafka's user " + name, () -> login(name, user))));
    checks.add(
        new Check(
            "Kafka's topics", () -> withAny(admin -> new TopicsCheck(kafka, admin).findings())));
    checks.add(new Check("min.insync.replicas", this::inSync));
    return checks;
  }

  private static String unreachable(String broker) {
    int colon = broker.lastIndexOf(':');
    try {
      return Reason.unreachable(
          broker.substring(0, Math.max(colon, 0)), Integer.parseInt(broker.substring(colon + 1)));
    } catch (NumberFormatException e) {
      return "it is no HOST:PORT";
    }
  }

  private boolean away() {
    return kafka.brokers().stream().noneMatch(broker -> unreachable(broker).isEmpty());
  }

  private List<Finding> brokers() {
    List<Finding> found = new ArrayList<>();
    for (String broker : kafka.brokers()) {
      String reason = unreachable(broker);
      if (!reason.isEmpty()) {
        found.add(
            new Wrong(
                "Kafka at " + broker + " cannot be reached: " + reason,
                "start it, or correct KAFKA_BOOTSTRAP_SERVERS; on Kubernetes a network policy may"
                    + " forbid the way"));
      }
    }
    return found.isEmpty()
        ? List.of(new Well("Kafka at " + String.join(", ", kafka.brokers()) + " is reached"))
        : found;
  }

  private List<Finding> login(String name, KafkaSettings user) throws InterruptedException {
    if (away()) {
      return List.of();
    }
    if (user.tls() && noTls()) {
      return List.of(
          new Wrong(
              "Kafka takes no TLS at " + String.join(", ", kafka.brokers()),
              "KAFKA_TLS=false, or the port of its listener with TLS"));
    }
    try (Admin admin = Admin.create(client(user))) {
      answer(admin.describeCluster().nodes());
      return List.of(new Well("Kafka lets " + (name.isEmpty() ? "everybody" : name) + " in"));
    } catch (ExecutionException | TimeoutException | KafkaException e) {
      return List.of(refusal(name, e));
    }
  }

  // A client that waits for TLS would not hear of it.
  private boolean noTls() {
    return kafka.brokers().stream()
        .map(broker -> URI.create("tls://" + broker))
        .noneMatch(broker -> ServerCertificate.isShown(broker.getHost(), broker.getPort()));
  }

  private static Finding refusal(String name, Exception error) {
    if (Reason.has(error, SaslAuthenticationException.class)) {
      return new Wrong(
          "Kafka refuses the password of " + name,
          "run ProvisionKafka again (/app/provision-kafka in the images), or correct"
              + " KAFKA_PASSWORD and KAFKA_SASL_MECHANISM");
    }
    if (Reason.has(error, SslAuthenticationException.class)) {
      return new Wrong(
          "Kafka and this side do not agree on TLS: " + Reason.of(error),
          "correct KAFKA_TLS and KAFKA_TRUSTSTORE, or the broker's certificate");
    }
    return new Wrong(
        "Kafka is reached and does not answer",
        "look at the broker's log; KAFKA_TLS and KAFKA_USER must fit its listener, and the"
            + " addresses that it advertises must be reached from here");
  }

  /** A question to Kafka. */
  interface Question {
    List<Finding> ask(Admin admin)
        throws ExecutionException, InterruptedException, TimeoutException;
  }

  // Nothing if no login works: the checks of the logins say so.
  private List<Finding> withAny(Question question)
      throws InterruptedException, ExecutionException, TimeoutException {
    KafkaSettings any = kafka.any();
    if (away() || any == null || (any.tls() && noTls())) {
      return List.of();
    }
    List<KafkaSettings> logins = new ArrayList<>(new TreeMap<>(kafka.users()).values());
    if (kafka.superuser() != null) {
      logins.addFirst(kafka.superuser());
    }
    for (KafkaSettings login : logins) {
      try (Admin admin = Admin.create(client(login))) {
        answer(admin.describeCluster().nodes());
        return question.ask(admin);
      } catch (ExecutionException | TimeoutException e) {
        if (!(e instanceof TimeoutException)
            && !Reason.has(e, SaslAuthenticationException.class)
            && !Reason.has(e, SslAuthenticationException.class)) {
          throw e;
        }
      }
    }
    return List.of();
  }

  private List<Finding> inSync() throws InterruptedException {
    KafkaSettings superuser = kafka.superuser();
    if (away() || (superuser != null && superuser.tls() && noTls())) {
      return List.of();
    }
    if (superuser == null) {
      return List.of(
          new Unknown(
              "min.insync.replicas of the topics",
              "only Kafka's superuser sees it: KAFKA_SUPERUSER_PASSWORD is not given"));
    }
    try (Admin admin = Admin.create(client(superuser))) {
      return new InSyncCheck(admin).findings();
    } catch (ExecutionException | TimeoutException | KafkaException e) {
      return List.of(refusal(superuser.user(), e));
    }
  }

  /** The result, in time. */
  static <T> T answer(KafkaFuture<T> future)
      throws ExecutionException, InterruptedException, TimeoutException {
    return future.get(Examination.ANSWER.toMillis(), TimeUnit.MILLISECONDS);
  }

  private Map<String, Object> client(KafkaSettings login) {
    Map<String, Object> client = new TreeMap<>(login.client());
    client.put("bootstrap.servers", String.join(",", kafka.brokers()));
    int millis = Math.toIntExact(Examination.ANSWER.toMillis());
    client.put("request.timeout.ms", millis);
    client.put("default.api.timeout.ms", millis);
    return client;
  }
}
