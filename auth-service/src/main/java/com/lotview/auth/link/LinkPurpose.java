package com.lotview.auth.link;

import java.time.Duration;

/** What a one-time link is for, and how long it opens. */
public enum LinkPurpose {
  INVITATION(Duration.ofDays(7)),
  PASSWORD_RESET(Duration.ofHours(1));

  private final Duration life;

  LinkPurpose(Duration life) {
    this.life = life;
  }

  public Duration life() {
    return life;
  }
}
