package com.lotview.standalone.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.lotview.contracts.KafkaUser;
import com.lotview.contracts.Topics;
import com.lotview.kit.kafka.KafkaSettings;
import com.lotview.kit.kafka.ProvisionKafka;
import com.lotview.standalone.JavaProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command of the container set-up that makes Kafka's users. */
@Tag("servers")
class ProvisionKafkaIT {
  /** Made by {@code mvn package}; without it, the class path of this test. */
  private static final Path JAR = Path.of("../auth-service/target/auth-service-0.1.0-exec.jar");

  @TempDir static Path folder;

  private static GuardedKafka kafka;

  @BeforeAll
  static void start() throws Exception {
    kafka = GuardedKafka.start(folder.resolve("kafka"));
  }

  @AfterAll
  static void stop() {
    kafka.close();
  }

  @Test
  void aNewPasswordReplacesTheOldOne_andOtherUsersKeepTheirs() throws Exception {
    run(Map.of("KAFKA_PASSWORD_POSTING", "new"));

    await()
        .atMost(Duration.ofSeconds(60))
        .ignoreExceptions()
        .untilAsserted(() ->
            assertThat(
                    GuardedKafka.topics(
                        kafka.client(KafkaSettings.of("posting", "new", KafkaSettings.SCRAM))))
                .contains(Topics.POSTING_REQUESTED));
    assertThatThrownBy(() -> GuardedKafka.topics(kafka.client(KafkaUser.POSTING)))
        .hasCauseInstanceOf(SaslAuthenticationException.class);
    assertThat(GuardedKafka.topics(kafka.client(KafkaUser.WORKER)))
        .contains(Topics.POSTING_REQUESTED);
  }

  @Test
  void aRightThatIsNotInTheTableIsTakenAway() throws Exception {
    AclBinding stale =
        new AclBinding(
            new ResourcePattern(ResourceType.TOPIC, Topics.AUDIT_RECORDED, PatternType.LITERAL),
            new AccessControlEntry("User:reader", "*", AclOperation.READ, AclPermissionType.ALLOW));
    try (Admin admin = Admin.create(kafka.server().superuser())) {
      admin.createAcls(List.of(stale)).all().get();
      run(Map.of("KAFKA_PASSWORD_READER", "new"));

      assertThat(admin.describeAcls(stale.toFilter()).values().get()).isEmpty();
    }
  }

  private static void run(Map<String, String> passwords) throws Exception {
    Map<String, String> environment = new HashMap<>(passwords);
    environment.put("KAFKA_BOOTSTRAP_SERVERS", kafka.server().bootstrapServers());
    environment.put("KAFKA_USER", "kafka");
    environment.put("KAFKA_PASSWORD", GuardedKafka.SUPERUSER);
    environment.put("KAFKA_SASL_MECHANISM", "PLAIN");
    Path log = folder.resolve("log.txt");
    int result = JavaProgram.start(log, environment, command()).waitFor();
    assertThat(result).as(Files.readString(log)).isZero();
  }

  private static String[] command() {
    return Files.exists(JAR)
        ? new String[] {
          "-Dloader.main=" + ProvisionKafka.class.getName(),
          "-cp",
          JAR.toString(),
          "org.springframework.boot.loader.launch.PropertiesLauncher"
        }
        : new String[] {
          "-cp", System.getProperty("java.class.path"), ProvisionKafka.class.getName()
        };
  }
}
