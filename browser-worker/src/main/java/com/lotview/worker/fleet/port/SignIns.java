package com.lotview.worker.fleet.port;

import com.lotview.worker.fleet.job.JobOrder;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Sign-ins as the posting service keeps them. Blocking. */
public interface SignIns {
  /** Whether the sign-in still waits for a browser; true also if that cannot be told. */
  boolean wanted(UUID dealershipId, UUID signInId);

  /**
   * Says that the browser can be looked at here.
   *
   * @return whether it is still wanted; true also if that cannot be told
   */
  boolean shown(UUID dealershipId, UUID signInId);

  /**
   * Seals the cookies for the account that they are of, and hands them over: it is valid from then
   * on.
   *
   * @param cookies JSON array; a secret
   * @throws Refused if they are of another account than was asked for, or it is too late
   */
  void keep(UUID dealershipId, UUID signInId, String cookies);

  /**
   * Asks the account's owner to go on in a job's browser.
   *
   * @param reason what the site wants of them
   * @param limit how long the job waits at most
   * @return the sign-in that the view is for; empty if nobody can be asked
   */
  Optional<UUID> ask(JobOrder order, String reason, Duration limit);

  /** Nothing came of it. */
  void failed(UUID dealershipId, UUID signInId, String why);

  /** The session is not taken; says why, to the owner. */
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
