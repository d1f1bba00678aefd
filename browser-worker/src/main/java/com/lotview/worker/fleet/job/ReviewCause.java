package com.lotview.worker.fleet.job;

import java.util.Locale;

/**
 * Why a person must review the result of a job; a tag of the metric {@code lotview.jobs.review}.
 */
public enum ReviewCause {
  /** The account's listings could not be read completely. */
  LISTINGS_UNREADABLE,
  /** The site's answer says nothing, and the job did not look further. */
  ANSWER_UNCLEAR;

  /** The value of the metric's tag. */
  public String tag() {
    return name().toLowerCase(Locale.ROOT);
  }
}
