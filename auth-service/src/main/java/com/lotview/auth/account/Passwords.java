package com.lotview.auth.account;

import com.lotview.kit.hash.Sha256;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Makes and checks password hashes: bcrypt, cost 12, over the Base64 of the password's SHA-256,
 * because bcrypt reads only 72 bytes. The work (some 0.3 s of one core) runs on threads of its own;
 * when too many wait, the call fails with {@link java.util.concurrent.RejectedExecutionException}.
 */
public final class Passwords {
  private static final int COST = 12;

  // Hash of a random value that nobody knows: what an unknown person's password is compared with,
  // so that the answer takes as long as for a known one.
  private static final String NOBODY =
      "$2a$12$XpVv76I4.60MWfk1QjwHce8V1HVA0uM5AZf4Ng.bc/rms2YOVMa96";

  private final BCryptPasswordEncoder bcrypt = new BCryptPasswordEncoder(COST);
  private final Scheduler threads;

  public Passwords(Scheduler threads) {
    this.threads = threads;
  }

  /** The hash to keep. */
  public Mono<String> hash(String password) {
    return Mono.fromSupplier(() -> encode(password)).subscribeOn(threads);
  }

  /**
   * Whether the password is right.
   *
   * @param hash the kept one; null if there is no such person: false, after the same work
   */
  public Mono<Boolean> matches(String password, @Nullable String hash) {
    return Mono.fromSupplier(() -> check(password, hash)).subscribeOn(threads);
  }

  private String encode(String password) {
    String hash = bcrypt.encode(digest(password));
    if (hash == null) {
      throw new IllegalStateException("bcrypt gave no hash");
    }
    return hash;
  }

  private boolean check(String password, @Nullable String hash) {
    boolean same = bcrypt.matches(digest(password), hash == null ? NOBODY : hash);
    return same && hash != null;
  }

  private static String digest(String password) {
    return Base64.getEncoder().encodeToString(Sha256.of(password));
  }
}
