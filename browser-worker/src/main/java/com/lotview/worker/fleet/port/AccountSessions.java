package com.lotview.worker.fleet.port;

import com.lotview.worker.fleet.job.JobOrder;

/** The signed-in sessions of accounts. Their content never leaves the process unsealed. */
public interface AccountSessions {
  /**
   * Opens the session of the order's account.
   *
   * @throws PreparationFailed saying what the job ends with
   */
  AccountSession open(JobOrder order);

  /**
   * Seals the cookies as they are now in place of the session that was opened; does nothing if the
   * account got a newer one meanwhile.
   */
  void save(JobOrder order, AccountSession opened, String cookies);

  /**
   * An opened session.
   *
   * @param cookies JSON array; a secret
   * @param version counts what the account has been given
   */
  record AccountSession(String cookies, long version) {
    @Override
    public String toString() {
      return "AccountSession[version=" + version + "]";
    }
  }
}
