package com.lotview.auth.link;

import java.time.Duration;

/** The purpose of a one-time link, and how long the link is valid. */
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
