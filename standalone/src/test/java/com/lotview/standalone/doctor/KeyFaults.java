package com.lotview.standalone.doctor;

import com.lotview.kit.seal.Keysets;
import java.util.List;

/** Keys and secrets that do not fit. */
final class KeyFaults {
  private KeyFaults() {}

  static List<PlantedFault> all() {
    return List.of(
        PlantedFault.of(
            "keys of another installation",
            "1 stored sessions are sealed with a key that is not in FB_SESSION_SEAL_KEY",
            "bring back the keys",
            (system, variables) -> {
              Keysets.Pair other = Keysets.generate();
              variables.put("FB_SESSION_SEAL_KEY", other.sealKey());
              variables.put("FB_SESSION_ENCRYPTION_KEY", other.openKey());
              return () -> {};
            }),
        PlantedFault.ofVariable(
            "two keys that are no pair",
            "are not of one pair",
            "./lotview keys",
            "FB_SESSION_SEAL_KEY",
            Keysets.generate().sealKey()),
        PlantedFault.ofVariable(
            "a key that was cut off",
            "FB_SESSION_SEAL_KEY is not a public set of keys",
            "copy it whole",
            "FB_SESSION_SEAL_KEY",
            "eyJwcmltYXJ5"),
        PlantedFault.ofVariable(
            "a secret that auth-service does not know",
            "another secret of posting",
            "./lotview keys",
            "SERVICE_SECRET_POSTING",
            "wrong"));
  }
}
