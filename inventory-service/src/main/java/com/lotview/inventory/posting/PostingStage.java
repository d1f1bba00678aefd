package com.lotview.inventory.posting;

import java.util.Arrays;
import java.util.Set;

/** The progress of a vehicle's latest posting, as a list of vehicles distinguishes it. */
public enum PostingStage {
  /** There never was one. */
  NEVER(Set.of()),
  /** Ordered, and not live yet. */
  UNDER_WAY(Set.of("QUEUED", "GENERATING", "READY", "POSTING", "PUBLISHING")),
  LIVE(Set.of("POSTED")),
  /** It waits for a person. */
  NEEDS_PERSON(Set.of("AWAITING_APPROVAL", "NEEDS_LOGIN", "NEEDS_REVIEW")),
  /** It failed, was cancelled, or its listing is gone. */
  ENDED(Set.of("FAILED", "CANCELLED", "DELETED"));

  // Made by Set.of.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Set<String> statuses;

  PostingStage(Set<String> statuses) {
    this.statuses = statuses;
  }

  /** The stage of a posting in this state, as the posting service names it. */
  public static PostingStage of(String status) {
    return Arrays.stream(values())
        .filter(stage -> stage.statuses.contains(status))
        .findFirst()
        .orElse(NEVER);
  }

  /** The posting service's names of the states. */
  public Set<String> statuses() {
    return statuses;
  }
}
