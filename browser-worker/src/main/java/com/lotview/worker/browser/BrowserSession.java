package com.lotview.worker.browser;

import com.lotview.worker.browser.process.ProcessGroup;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.remote.RemoteWebDriver;

/**
 * One running browser. Driven by one thread at a time; {@link #kill()} and {@link #processGroup()}
 * may be called from any thread.
 */
public interface BrowserSession extends AutoCloseable {

  /** The driver, for whoever drives pages. */
  RemoteWebDriver driver();

  /** Sends one DevTools command and returns its answer. */
  Map<String, Object> devTools(String method, Map<String, ?> parameters);

  /**
   * The DevTools socket of the page now shown, for listening beside the driver (network events,
   * live view).
   */
  URI pageSocket();

  /**
   * The process group of driver and browser, also written to {@link ProcessGroup#FILE} in the
   * folder.
   */
  long processGroup();

  /** The job's folder this browser lives in. */
  Path folder();

  /**
   * Sets cookies before the first navigation. Each is set for the host of {@code site} if its own
   * domain does not belong to it, and as secure only if the site is https.
   */
  void setCookies(List<BrowserCookie> cookies, URI site);

  /** All cookies of all sites, with http-only ones. These are login secrets: seal them. */
  List<BrowserCookie> cookies();

  /** A picture of the visible page, PNG. */
  byte[] screenshot();

  /**
   * Begins a time in which what the browser sends to the host by https is sent once. A browser
   * whose way out nobody watches goes on as before.
   *
   * @throws IllegalStateException if its way out is lost
   */
  OnceOnly onceOnly(String host);

  /** Whether any process of this browser still lives. */
  boolean alive();

  /** Ends the whole process group at once. Safe to call twice; returns when nothing of it lives. */
  void kill();

  /**
   * Asks the browser to end, waits a little, then kills what is left and deletes the profile. Never
   * throws.
   */
  @Override
  void close();
}
