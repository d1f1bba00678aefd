package com.lotview.worker.fleet.port;

import com.lotview.worker.fleet.job.JobOrder;

/** The sessions of accounts. Their content leaves the process only sealed. */
public interface AccountSessions {
  /**
   * Opens the session of the order's account.
   *
   * @throws PreparationFailed with the job's result
   */
  AccountSession open(JobOrder order);

  /**
   * Replaces the opened session by the sealed cookies; does nothing if the account has a newer
   * session.
   */
  void save(JobOrder order, AccountSession opened, String cookies);

  /**
   * An opened session.
   *
   * @param cookies JSON array; a secret
   * @param version counts the sessions of the account
   */
  record AccountSession(String cookies, long version) {
    @Override
    public String toString() {
      return "AccountSession[version=" + version + "]";
    }
  }
}
