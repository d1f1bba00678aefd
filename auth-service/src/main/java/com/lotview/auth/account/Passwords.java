package com.lotview.auth.account;

import com.lotview.kit.hash.Sha256;
import java.util.Base64;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import reactor.core.publisher.Mono;

/**
 * Creates and checks password hashes: bcrypt, cost 12, over the Base64 of the password's SHA-256,
 * because bcrypt reads only 72 bytes. The work (some 0.3 s of one core) runs on threads of its own,
 * in fair turns; when too many wait, the call fails with {@link
 * java.util.concurrent.RejectedExecutionException}.
 */
public final class Passwords {
  private static final int COST = 12;

  // Hash of an unknown random value. Passwords of unknown people are compared with it, so that the
  // response takes the same time.
  private static final String NOBODY =
      "$2a$12$XpVv76I4.60MWfk1QjwHce8V1HVA0uM5AZf4Ng.bc/rms2YOVMa96";

  private final BCryptPasswordEncoder bcrypt = new BCryptPasswordEncoder(COST);
  private final FairQueue queue;

  /**
   * @param threads where the work runs
   * @param atOnce how many passwords are worked on at the same time
   */
  public Passwords(Executor threads, int atOnce) {
    this.queue = new FairQueue(threads, atOnce);
  }

  /**
   * The caller that wants a password checked.
   *
   * @param address identifies the caller, because callers take turns
   * @param known whether the caller comes before unknown ones
   */
  public record Source(String address, boolean known) {
    /** The system itself. */
    public static final Source SYSTEM = new Source("system", true);
  }

  /** The hash to store. */
  public Mono<String> hash(String password) {
    return queue.run(Source.SYSTEM, () -> encode(password));
  }

  /**
   * Whether the password is right.
   *
   * @param hash the stored one; null for an unknown person: false, after the same work
   */
  public Mono<Boolean> matches(String password, @Nullable String hash, Source source) {
    return queue.run(source, () -> check(password, hash));
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
