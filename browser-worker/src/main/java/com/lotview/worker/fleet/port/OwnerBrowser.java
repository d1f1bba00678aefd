package com.lotview.worker.fleet.port;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** A browser in which the account's owner works; the fleet only watches. */
public interface OwnerBrowser {
  /**
   * Opens the site's start page signed out, so that the owner can sign in.
   *
   * @param cookies of an earlier session (JSON array); only those that identify the browser are
   *     used, not the login
   */
  void visit(@Nullable String cookies);

  /** Whether the current page belongs to a signed-in account. Stays on it. */
  boolean signedIn();

  /** The DevTools address of the page. */
  URI pageSocket();
}
