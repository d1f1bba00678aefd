package com.lotview.worker.fleet.port;

import com.lotview.worker.fleet.job.JobOrder;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** The sign-ins of the posting service. Blocking. */
public interface SignIns {
  /** Whether the sign-in still waits for a browser; true also if that is unknown. */
  boolean wanted(UUID dealershipId, UUID signInId);

  /**
   * Reports that this worker shows the browser.
   *
   * @return whether the sign-in is still wanted; true also if that is unknown
   */
  boolean shown(UUID dealershipId, UUID signInId);

  /**
   * Seals the cookies for their account and hands them over; the session is valid from then on.
   *
   * @param cookies JSON array; a secret
   * @throws Refused if they belong to another account, or it is too late
   */
  void keep(UUID dealershipId, UUID signInId, String cookies);

  /**
   * Asks the account's owner to continue in a job's browser.
   *
   * @param reason what the site asks for
   * @param limit maximum wait of the job
   * @return the sign-in of the view; empty if there is no one to ask
   */
  Optional<UUID> ask(JobOrder order, String reason, Duration limit);

  /** Reports that the sign-in failed. */
  void failed(UUID dealershipId, UUID signInId, String why);

  /** The session is refused, with the reason for the owner. */
  final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Refused(String why) {
      super(why);
    }

    public String why() {
      return String.valueOf(getMessage());
    }
  }
}
