package com.lotview.worker.fleet.job;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A session that is to be looked at: whether the account is still signed in with it.
 *
 * @param readForm whether the empty form is to be read too; null: no
 */
public record CheckOrder(
    String jobId,
    UUID taskId,
    UUID dealershipId,
    UUID fbAccountId,
    int attempt,
    int deadlineSeconds,
    @Nullable Boolean readForm)
    implements JobOrder {

  public boolean readsForm() {
    return Boolean.TRUE.equals(readForm);
  }
}
