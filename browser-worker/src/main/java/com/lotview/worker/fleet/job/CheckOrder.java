package com.lotview.worker.fleet.job;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A check whether the account's session still signs it in.
 *
 * @param readForm whether to inspect the empty form too; null means no
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
