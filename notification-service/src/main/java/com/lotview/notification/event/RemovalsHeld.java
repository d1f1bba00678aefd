package com.lotview.notification.event;

import java.util.UUID;

/** Removals of an import wait for a manager. */
public record RemovalsHeld(UUID importId, UUID dealershipId, int held, int live) {

  public News news() {
    return new News("removals.held", null, new Held(importId, held, live));
  }

  private record Held(UUID importId, int held, int live) {}
}
