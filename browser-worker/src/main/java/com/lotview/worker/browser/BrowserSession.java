package com.lotview.worker.browser;

import com.lotview.worker.browser.process.ProcessGroup;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.remote.RemoteWebDriver;

/**
 * One running browser, for one thread at a time; any thread may call {@link #kill()} and {@link
 * #processGroup()}.
 */
public interface BrowserSession extends AutoCloseable {

  /** The driver of its pages. */
  RemoteWebDriver driver();

  /** Sends one DevTools command and returns its answer. */
  Map<String, Object> devTools(String method, Map<String, ?> parameters);

  /**
   * The DevTools socket of the current page, for listening beside the driver (network events, live
   * view).
   */
  URI pageSocket();

  /**
   * The process group of driver and browser, also written to {@link ProcessGroup#FILE} in the
   * folder.
   */
  long processGroup();

  /** The folder of the browser's job. */
  Path folder();

  /**
   * Sets cookies before the first navigation. A cookie of a foreign domain gets the host of {@code
   * site}; it is secure only if the site uses https.
   */
  void setCookies(List<BrowserCookie> cookies, URI site);

  /** All cookies of all sites, including http-only ones. They are login secrets: seal them. */
  List<BrowserCookie> cookies();

  /** A picture of the visible page, PNG. */
  byte[] screenshot();

  /**
   * Starts a period in which the browser sends each https request to the host at most once. Without
   * a forwarder it has no effect.
   *
   * @throws IllegalStateException if its forwarder is lost
   */
  OnceOnly onceOnly(String host);

  /** What keeps this browser waiting. */
  Slowness slowness();

  /** Whether any process of this browser runs. */
  boolean alive();

  /** Kills the process group and waits until it has ended. Safe to call twice. */
  void kill();

  /**
   * Asks the browser to close, waits a little, kills the rest and deletes the profile. Never
   * throws.
   */
  @Override
  void close();
}
