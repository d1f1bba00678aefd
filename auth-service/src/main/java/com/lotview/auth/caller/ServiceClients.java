package com.lotview.auth.caller;

import com.lotview.kit.hash.Sha256;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which service may call which, and their secrets. The table is code, not configuration, because it
 * follows from what the services do.
 */
public final class ServiceClients {
  private static final Map<String, Set<String>> MAY_CALL =
      Map.of(
          "posting", Set.of("auth", "inventory", "listing"),
          "listing", Set.of("auth", "inventory"),
          "worker", Set.of("inventory", "posting"),
          "inventory", Set.of("auth"),
          "notification", Set.of("auth", "posting"),
          "gateway", Set.of("auth", "posting", "worker"));
  private static final int SHA256_BYTES = 32;

  // An unknown name takes the same time.
  private static final byte[] NO_SECRET = new byte[SHA256_BYTES];

  private final Map<String, byte[]> secretHashes;

  private ServiceClients(Map<String, byte[]> secretHashes) {
    this.secretHashes = secretHashes;
  }

  /**
   * Reads {@code SERVICE_CLIENTS}.
   *
   * @param entries each {@code name=<SHA-256 of the secret, hex>}
   * @throws IllegalArgumentException naming the entry that is wrong
   */
  public static ServiceClients parse(List<String> entries) {
    Map<String, byte[]> hashes = new HashMap<>();
    for (String entry : entries) {
      int equals = entry.indexOf('=');
      String name = equals < 0 ? entry.strip() : entry.substring(0, equals).strip();
      if (!MAY_CALL.containsKey(name)) {
        throw new IllegalArgumentException("SERVICE_CLIENTS names no service: " + name);
      }
      hashes.put(name, hash(name, entry.substring(equals + 1).strip()));
    }
    return new ServiceClients(Map.copyOf(hashes));
  }

  /** Whether the secret is the service's. */
  public boolean proves(String service, String secret) {
    byte[] expected = secretHashes.getOrDefault(service, NO_SECRET);
    return MessageDigest.isEqual(expected, Sha256.of(secret)) && secretHashes.containsKey(service);
  }

  /** Whether the service may call the other. */
  public boolean mayCall(String service, String callee) {
    return MAY_CALL.getOrDefault(service, Set.of()).contains(callee);
  }

  private static byte[] hash(String name, String hex) {
    try {
      byte[] hash = HexFormat.of().parseHex(hex);
      if (hash.length == SHA256_BYTES) {
        return hash;
      }
    } catch (IllegalArgumentException e) {
      // Reported below, without the value.
    }
    throw new IllegalArgumentException(
        "SERVICE_CLIENTS must have name=<64 hex digits> for each service; wrong at " + name);
  }
}
