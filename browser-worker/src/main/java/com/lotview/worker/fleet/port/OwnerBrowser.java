package com.lotview.worker.fleet.port;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** A browser in which the account's owner works; this side only looks on. */
public interface OwnerBrowser {
  /**
   * Opens the site's start page, signed out: whoever is shown it must be able to sign in.
   *
   * @param cookies of an earlier session (JSON array); only what tells the site that it knows this
   *     browser is used, never the login itself
   */
  void visit(@Nullable String cookies);

  /** Whether the page that is shown is one of somebody who is signed in. Does not leave it. */
  boolean signedIn();

  /** Where the page can be listened to and driven beside us. */
  URI pageSocket();
}
