package com.lotview.worker.fleet.port;

import java.util.OptionalLong;

/**
 * A browser at the site, for one run. One thread drives it; only the pictures may be taken from
 * another thread. Each call has its own deadline and fails soon after the browser is killed. A
 * {@code StoppedException} says what the site does not allow; any other unchecked exception means
 * that the browser itself failed.
 */
public interface SiteBrowser extends AutoCloseable {
  /** Signs in with cookies (JSON array) and checks that it worked. */
  void signIn(String cookies);

  /** The vehicle form. */
  SiteForm form();

  /** The account's listings. */
  SiteListings listings();

  /** The same browser, for the account's owner to work in. */
  OwnerBrowser forOwner();

  /**
   * When the site last answered, by {@link System#nanoTime}; later by the time for which the
   * browser has waited for a processor since. Any thread may ask.
   */
  OptionalLong lastAnswer();

  /** The page as it looks now, PNG. */
  byte[] picture();

  /** The cookies now (JSON array). */
  String cookies();

  /** Ends the browser; no process of it is left when this returns. */
  @Override
  void close();
}
