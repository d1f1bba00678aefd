package com.lotview.notification.webhook;

import java.util.List;

/** The events that a web hook can get: all that the sockets of a dealership get. */
public final class HookEvents {
  /** A delivery that a person asked for to try a web hook; every web hook gets it. */
  static final String TEST = "webhook.test";

  /** Their names. */
  public static final List<String> ALL =
      List.of(
          "posting.queued",
          "posting.generating",
          "posting.ready",
          "posting.posting",
          "posting.progress",
          "posting.publishing",
          "posting.completed",
          "posting.failed",
          "posting.cancelled",
          "posting.deleted",
          "posting.needs_login",
          "posting.needs_review",
          "posting.removing",
          "posting.edited",
          "posting.renewed",
          "posting.approval_wanted",
          "posting.changed",
          "posting.change_failed",
          "listing.seen",
          "bulk.progress",
          "removals.held",
          "stockfeed.state",
          "fleet.away",
          "fleet.back",
          "session.invalid",
          "account.resting",
          "account.ownerWanted",
          "account.disconnected",
          "vehicle.updated");

  private HookEvents() {}
}
