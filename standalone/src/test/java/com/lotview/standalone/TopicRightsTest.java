package com.lotview.standalone;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.contracts.KafkaUser;
import com.lotview.contracts.Topics;
import com.lotview.kit.audit.AuditTrail;
import com.lotview.kit.outbox.OutboxEvent;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.StringEntry;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.kafka.annotation.KafkaListener;

/** {@link KafkaUser} says what the code does: who reads and who writes which topic. */
class TopicRightsTest {
  private static final JavaClasses CODE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("com.lotview");

  private static List<JavaClass> classes(KafkaUser user) {
    List<JavaClass> classes =
        CODE.stream().filter(one -> one.getPackageName().startsWith(packageOf(user))).toList();
    assertThat(classes).isNotEmpty();
    return classes;
  }

  private static String packageOf(KafkaUser user) {
    return "com.lotview." + user.principal();
  }

  @Test
  void everyServiceWithASchemaIsAUser() {
    assertThat(Stream.of(KafkaUser.values()).filter(KafkaUser::isService))
        .extracting(KafkaUser::principal)
        .containsExactlyInAnyOrderElementsOf(Environment.SCHEMAS.keySet());
  }

  @Test
  void everyTopicHasAWriterAndAReader() {
    for (String topic : Topics.ALL) {
      assertThat(KafkaUser.values()).anyMatch(user -> user.writes().contains(topic));
      assertThat(KafkaUser.values()).anyMatch(user -> user.mayRead().contains(topic));
    }
  }

  // Listeners and the outbox are all that this test looks at.
  @Test
  void aServiceSpeaksToKafkaByListenersAndTheOutboxOnly() {
    noClasses()
        .that()
        .resideInAnyPackage(
            Stream.of(KafkaUser.values())
                .map(user -> packageOf(user) + "..")
                .toArray(String[]::new))
        .should()
        .dependOnClassesThat(
            DescribedPredicate.describe(
                "are Kafka's, except listeners on methods and records",
                type ->
                    type.getName().matches("org\\.(apache|springframework)\\.kafka\\..*")
                        && !type.isEquivalentTo(KafkaListener.class)
                        && !type.isEquivalentTo(ConsumerRecord.class)))
        .orShould()
        .beAnnotatedWith(KafkaListener.class)
        .check(CODE);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "READER")
  void aServiceReadsTheTopicsOfItsListenersInItsGroup(KafkaUser user) {
    List<KafkaListener> listeners =
        classes(user).stream()
            .flatMap(type -> type.getMethods().stream())
            .filter(method -> method.isAnnotatedWith(KafkaListener.class))
            .map(method -> method.getAnnotationOfType(KafkaListener.class))
            .toList();

    assertThat(listeners)
        .allSatisfy(listener -> {
          assertThat(listener.topics()).isNotEmpty();
          assertThat(listener.groupId()).isEqualTo(user.principal());
        });
    assertThat(listeners.stream().flatMap(listener -> Stream.of(listener.topics())).distinct())
        .containsExactlyInAnyOrderElementsOf(user.reads());
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "READER")
  void aServiceWritesTheTopicsOfItsOutbox(KafkaUser user) throws IOException {
    Set<String> written = new HashSet<>(ofMigrations(user));
    for (JavaClass type : classes(user)) {
      if (makesEvents(type)) {
        Set<String> topics = topicsNamedIn(type);
        assertThat(topics).as("topics in %s, which makes events", type).isNotEmpty();
        written.addAll(topics);
      }
      if (type.getDirectDependenciesFromSelf().stream()
          .anyMatch(use -> use.getTargetClass().isEquivalentTo(AuditTrail.class))) {
        written.add(Topics.AUDIT_RECORDED);
      }
    }

    assertThat(written).containsExactlyInAnyOrderElementsOf(user.writes());
  }

  private static boolean makesEvents(JavaClass type) {
    return Stream.concat(
            type.getConstructorCallsFromSelf().stream(),
            type.getConstructorReferencesFromSelf().stream())
        .anyMatch(call -> call.getTargetOwner().isEquivalentTo(OutboxEvent.class));
  }

  // The compiler puts constants in; a type that is called as a topic belongs to that topic.
  private static Set<String> topicsNamedIn(JavaClass type) throws IOException {
    try (InputStream code = type.getSource().orElseThrow().getUri().toURL().openStream()) {
      Set<String> topics = new HashSet<>();
      ClassFile.of()
          .parse(code.readAllBytes())
          .constantPool()
          .forEach(entry -> {
            if (entry instanceof StringEntry text) {
              topics.add(text.stringValue());
            }
          });
      topics.retainAll(Topics.ALL);
      return topics;
    }
  }

  private static Set<String> ofMigrations(KafkaUser user) throws IOException {
    Set<String> topics = new HashSet<>();
    for (Resource file :
        new PathMatchingResourcePatternResolver()
            .getResources(
                "classpath*:db/" + Environment.SCHEMAS.get(user.principal()) + "/*.sql")) {
      String sql = file.getContentAsString(StandardCharsets.UTF_8);
      if (sql.contains("outbox")) {
        Topics.ALL.stream().filter(topic -> sql.contains("'" + topic + "'")).forEach(topics::add);
      }
    }
    return topics;
  }
}
