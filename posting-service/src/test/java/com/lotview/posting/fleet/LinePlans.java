package com.lotview.posting.fleet;

import com.lotview.posting.fleet.FleetStore.InLine;
import com.lotview.posting.fleet.WaitingLine.Place;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Gives tests of the dispatcher the plan that dealers are shown. */
public final class LinePlans {
  private LinePlans() {}

  /** The places of all posts in line. */
  public static Map<UUID, Place> of(
      Instant now, FleetCapacity fleet, List<InLine> line, Map<UUID, Instant> served) {
    return LinePlan.of(now, fleet, line, served);
  }
}
