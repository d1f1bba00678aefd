package com.lotview.standalone;

import com.lotview.kit.seal.Keysets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The steps by which a key is replaced, on the variables of an installation: add, promote, retire.
 * Between two steps all services restart with the new variables, one after the other.
 */
final class KeyRotation {
  private static final String SIGNING = "JWT_PRIVATE_KEY";
  private static final String OTHERS = "JWT_OTHER_KEYS";
  private static final String OPEN = "FB_SESSION_ENCRYPTION_KEY";
  private static final String SEAL = "FB_SESSION_SEAL_KEY";
  private static final String TWO_FACTOR = "TWO_FACTOR_KEY";

  private KeyRotation() {}

  /** A step. */
  enum Step {
    /** A new key is known but not used yet. */
    ADD,
    /** The newest key is used; the earlier ones are still known. */
    PROMOTE,
    /** Only the key in use is known. */
    RETIRE
  }

  /** The purpose of a key. */
  enum Kind {
    /** Signs access tokens. */
    TOKEN,
    /** Seals sessions of Facebook accounts. */
    SESSION,
    /** Seals secrets of two-factor sign-in. */
    TWO_FACTOR
  }

  /**
   * The variables that change.
   *
   * @throws IllegalArgumentException naming a variable that is missing or wrong
   */
  static Map<String, String> change(Step step, Kind kind, Map<String, String> variables) {
    return switch (kind) {
      case TOKEN -> token(step, variables);
      case SESSION -> {
        Keysets.Pair pair = keyset(step, OPEN, variables);
        Map<String, String> changed = new LinkedHashMap<>();
        changed.put(SEAL, pair.sealKey());
        changed.put(OPEN, pair.openKey());
        yield changed;
      }
      case TWO_FACTOR -> Map.of(TWO_FACTOR, keyset(step, TWO_FACTOR, variables).openKey());
    };
  }

  private static Keysets.Pair keyset(Step step, String name, Map<String, String> variables) {
    String keys = required(name, variables);
    return switch (step) {
      case ADD -> Keysets.add(name, keys);
      case PROMOTE -> Keysets.promote(name, keys);
      case RETIRE -> Keysets.retire(name, keys);
    };
  }

  private static Map<String, String> token(Step step, Map<String, String> variables) {
    String signing = required(SIGNING, variables);
    String others = variables.getOrDefault(OTHERS, "");
    return switch (step) {
      case ADD -> Map.of(OTHERS, joined(others, LocalSecrets.rsaKey()));
      case PROMOTE -> {
        String newest = required(OTHERS, variables);
        int comma = newest.lastIndexOf(',');
        String rest = comma < 0 ? "" : newest.substring(0, comma);
        yield Map.of(SIGNING, newest.substring(comma + 1), OTHERS, joined(rest, signing));
      }
      case RETIRE -> Map.of(OTHERS, "");
    };
  }

  private static String joined(String keys, String key) {
    return keys.isEmpty() ? key : keys + "," + key;
  }

  private static String required(String name, Map<String, String> variables) {
    String value = variables.getOrDefault(name, "");
    if (value.isEmpty()) {
      throw new IllegalArgumentException(name + " is not in the file");
    }
    return value;
  }
}
