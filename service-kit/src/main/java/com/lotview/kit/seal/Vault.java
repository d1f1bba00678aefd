package com.lotview.kit.seal;

import java.util.Optional;

/** Seals for, and opens at, the same service: for secrets that no other service reads. */
public final class Vault {
  private final Sealer sealer;
  private final Opener opener;

  /**
   * @param setting name of the setting, for the error
   * @param openKey private set of keys
   * @throws IllegalArgumentException if it is not one; its value is not in the message
   */
  public Vault(String setting, String openKey) {
    this.opener = new Opener(setting, openKey);
    this.sealer = new Sealer(setting, Keysets.publicHalf(setting, openKey));
  }

  /** As {@link Sealer#seal}. */
  public String seal(byte[] content, String context) {
    return sealer.seal(content, context);
  }

  /** As {@link Opener#open}. */
  public Optional<byte[]> open(String sealed, String context) {
    return opener.open(sealed, context);
  }

  /**
   * The same content under the set's primary key: the value itself if it is sealed with that key
   * already; empty if no key of the set opens it.
   */
  public Optional<String> renew(String sealed, String context) {
    return sealer.isCurrent(sealed)
        ? Optional.of(sealed)
        : open(sealed, context).map(content -> seal(content, context));
  }

  /** As {@link Sealer#beginning}. */
  public String beginning() {
    return sealer.beginning();
  }
}
