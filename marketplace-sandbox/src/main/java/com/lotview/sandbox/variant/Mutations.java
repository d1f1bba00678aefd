package com.lotview.sandbox.variant;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Which account sees a mutated form. Thread-safe, in memory only. */
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
   * @param account for whom; null for everyone who has no mutation of their own
   * @param seed what is drawn from; 0 for the form as it was written
   */
  public void mutate(@Nullable String account, long seed) {
    seeds.put(account == null ? EVERYONE : account, seed);
  }

  /** Nothing is mutated any more. */
  public void clear() {
    seeds.clear();
  }

  Mutated of(@Nullable String account, Variant variant) {
    Long forAll = seeds.getOrDefault(EVERYONE, 0L);
    Long own = account == null ? forAll : seeds.getOrDefault(account, forAll);
    return new Mutation(own, variant).applied();
  }
}
