package com.lotview.standalone;

import com.lotview.contracts.KafkaUser;
import com.lotview.kit.hash.Sha256;
import com.lotview.kit.seal.Keysets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Keys and passwords of an installation, made at its first start and kept in files that only the
 * owner can read. Nothing secret is in the code, so no two installations share any.
 */
public final class LocalSecrets {
  /** Name of the password of PostgreSQL's superuser. */
  public static final String SUPERUSER = "database-superuser";

  /** Name of the password of Kafka's superuser. */
  public static final String KAFKA_SUPERUSER = "kafka-superuser";

  private static final String SEAL = "secrets/session-seal.key";
  private static final String OPEN = "secrets/session-open.key";

  private static final SecureRandom RANDOM = new SecureRandom();

  private final Home home;

  /** The secrets of this installation; missing ones are generated. */
  public LocalSecrets(Home home) {
    this.home = home;
    if (!Files.exists(home.path(OPEN)) || !Files.exists(home.path(SEAL))) {
      Keysets.Pair pair = Keysets.generate();
      home.writePrivate(OPEN, pair.openKey());
      home.writePrivate(SEAL, pair.sealKey());
    }
  }

  /** The public set of keys. */
  public String sessionSealKey() {
    return read(SEAL);
  }

  String sessionOpenKey() {
    return read(OPEN);
  }

  String webhookKey() {
    return kept("webhook.key", () -> Keysets.generate().openKey());
  }

  String feedKey() {
    return kept("feed.key", () -> Keysets.generate().openKey());
  }

  String jwtPrivateKey() {
    return kept("jwt.key", LocalSecrets::rsaKey);
  }

  String twoFactorKey() {
    return kept("two-factor.key", () -> Keysets.generate().openKey());
  }

  /** A password or shared secret by name. */
  public String password(String name) {
    return kept(name + ".secret", LocalSecrets::randomText);
  }

  /** The password of each user of Kafka. */
  public Map<KafkaUser, String> kafkaPasswords() {
    Map<KafkaUser, String> all = new EnumMap<>(KafkaUser.class);
    for (KafkaUser user : KafkaUser.values()) {
      all.put(user, password("kafka-" + user.principal()));
    }
    return all;
  }

  /** A password of an installation that another process runs. */
  public static String passwordOf(Path home, String name) throws IOException {
    return Files.readString(home.resolve("secrets/" + name + ".secret")).strip();
  }

  /** The form in which the auth service stores a service's password. */
  String sha256(String name) {
    return Sha256.hex(password(name).getBytes(StandardCharsets.UTF_8));
  }

  private String kept(String name, Supplier<String> make) {
    String file = "secrets/" + name;
    if (!Files.exists(home.path(file))) {
      home.writePrivate(file, make.get());
    }
    return read(file);
  }

  private String read(String file) {
    Path path = home.path(file);
    try {
      return Files.readString(path).strip();
    } catch (IOException e) {
      throw new StartupException(path + " cannot be read", e);
    }
  }

  static String randomText() {
    byte[] bytes = new byte[24];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  static String rsaKey() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return Base64.getEncoder()
          .encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has RSA", e);
    }
  }
}
