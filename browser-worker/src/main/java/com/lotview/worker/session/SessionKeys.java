package com.lotview.worker.session;

import com.lotview.kit.seal.Opener;
import com.lotview.kit.seal.Sealer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The keys of sessions.
 *
 * @param openKey private keyset; only the worker has it
 * @param sealKey its public keyset
 */
public record SessionKeys(@Nullable String openKey, @Nullable String sealKey) {
  private static final String OPEN = "FB_SESSION_ENCRYPTION_KEY";
  private static final String SEAL = "FB_SESSION_SEAL_KEY";

  /** The opener; throws an {@link IllegalArgumentException} that names a wrong setting. */
  public Opener opener() {
    return new Opener(OPEN, required(OPEN, openKey));
  }

  /** The sealer; throws an {@link IllegalArgumentException} if the opener cannot open its seals. */
  public Sealer sealer() {
    Sealer sealer = new Sealer(SEAL, required(SEAL, sealKey));
    String probe = sealer.seal("probe".getBytes(StandardCharsets.UTF_8), SEAL);
    if (opener().open(probe, SEAL).isEmpty()) {
      throw new IllegalArgumentException(
          SEAL + " does not belong to " + OPEN + ": sessions would be lost");
    }
    return sealer;
  }

  private static String required(String setting, @Nullable String value) {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(setting + " is not set");
    }
    return value;
  }

  @Override
  public String toString() {
    return "SessionKeys[***]";
  }
}
