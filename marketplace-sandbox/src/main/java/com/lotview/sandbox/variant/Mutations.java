package com.lotview.sandbox.variant;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The mutations of the form, by account. Thread-safe, in memory only. */
public final class Mutations {
  private static final String EVERYONE = "";

  private final Map<String, Long> seeds = new ConcurrentHashMap<>();

  /**
   * Mutations of one site.
   *
   * @param seed for everyone; 0 for none
   */
  public Mutations(long seed) {
    seeds.put(EVERYONE, seed);
  }

  /**
   * Mutates the form from now on.
   *
   * @param account for whom; null for everyone without their own mutation
   * @param seed of the draws; 0 for the original form
   */
  public void mutate(@Nullable String account, long seed) {
    seeds.put(account == null ? EVERYONE : account, seed);
  }

  /** Removes all mutations. */
  public void clear() {
    seeds.clear();
  }

  Mutated of(@Nullable String account, Variant variant) {
    Long forAll = seeds.getOrDefault(EVERYONE, 0L);
    Long own = account == null ? forAll : seeds.getOrDefault(account, forAll);
    return new Mutation(own, variant).applied();
  }
}
