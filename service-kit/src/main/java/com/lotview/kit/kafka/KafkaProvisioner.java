package com.lotview.kit.kafka;

import com.lotview.contracts.KafkaUser;
import com.lotview.contracts.Topics;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialDeletion;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.clients.admin.UserScramCredentialsDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * Makes the users and rights of {@link KafkaUser} as Kafka's superuser, and takes away all others:
 * the Kafka is LotView's alone. A second run changes only the passwords.
 */
public final class KafkaProvisioner {
  private static final ScramCredentialInfo HASHING =
      new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096);

  private KafkaProvisioner() {}

  /**
   * Makes all rights, and the users whose passwords are given; others keep theirs. The brokers know
   * them a moment later.
   *
   * @param superuser properties of a client that may do everything
   */
  public static void provision(Map<String, Object> superuser, Map<KafkaUser, String> passwords) {
    try (Admin admin = Admin.create(superuser)) {
      var known = admin.describeUserScramCredentials().all();
      var granted = admin.describeAcls(AclBindingFilter.ANY).values();
      var users = alterations(known.get(), passwords);
      Set<AclBinding> missing = rights();
      Set<AclBinding> surplus = new HashSet<>(granted.get());
      surplus.removeAll(missing);
      missing.removeAll(granted.get());

      var altered = admin.alterUserScramCredentials(users).all();
      var created = admin.createAcls(missing).all();
      var deleted = admin.deleteAcls(surplus.stream().map(AclBinding::toFilter).toList()).all();
      altered.get();
      created.get();
      deleted.get();
    } catch (ExecutionException e) {
      throw new KafkaException("Kafka's users could not be made", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("Interrupted while Kafka's users were made", e);
    }
  }

  private static List<UserScramCredentialAlteration> alterations(
      Map<String, UserScramCredentialsDescription> known, Map<KafkaUser, String> passwords) {
    List<UserScramCredentialAlteration> all = new ArrayList<>();
    passwords.forEach((user, password) ->
        all.add(new UserScramCredentialUpsertion(user.principal(), HASHING, password)));
    Set<String> wanted =
        Stream.of(KafkaUser.values()).map(KafkaUser::principal).collect(Collectors.toSet());
    known.forEach((name, credentials) -> {
      if (!wanted.contains(name)) {
        credentials
            .credentialInfos()
            .forEach(info -> all.add(new UserScramCredentialDeletion(name, info.mechanism())));
      }
    });
    return all;
  }

  private static Set<AclBinding> rights() {
    Set<AclBinding> all = new HashSet<>();
    for (KafkaUser user : KafkaUser.values()) {
      user.mayRead().forEach(topic -> all.add(topic(user, topic, AclOperation.READ)));
      user.mayWrite().forEach(topic -> all.add(topic(user, topic, AclOperation.WRITE)));
      // Groups of programs of others begin with the user's name.
      PatternType own = user.isService() ? PatternType.LITERAL : PatternType.PREFIXED;
      all.add(
          allow(
              user,
              new ResourcePattern(ResourceType.GROUP, user.principal(), own),
              AclOperation.READ));
      if (user.isService()) {
        all.addAll(maker(user));
      }
    }
    return all;
  }

  // Services start in any order, and each makes the topics that are missing.
  private static Set<AclBinding> maker(KafkaUser user) {
    return Topics.ALL.stream()
        .flatMap(topic -> Stream.of(topic, topic + Topics.DEAD_LETTER_SUFFIX))
        .flatMap(topic ->
            Stream.of(
                topic(user, topic, AclOperation.DESCRIBE), topic(user, topic, AclOperation.CREATE)))
        .collect(Collectors.toSet());
  }

  private static AclBinding topic(KafkaUser user, String topic, AclOperation operation) {
    return allow(
        user, new ResourcePattern(ResourceType.TOPIC, topic, PatternType.LITERAL), operation);
  }

  private static AclBinding allow(
      KafkaUser user, ResourcePattern resource, AclOperation operation) {
    return new AclBinding(
        resource,
        new AccessControlEntry(
            "User:" + user.principal(), "*", operation, AclPermissionType.ALLOW));
  }
}
