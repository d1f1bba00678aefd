package com.lotview.worker.browser;

import com.lotview.worker.browser.screen.Screen;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a browser is started with.
 *
 * @param folder the job's own folder (made if absent): profile, temporary files and the
 *     process-group file live in it
 * @param language the browser's language, such as {@code en-US}
 * @param display with a window or without
 * @param screen where the window is drawn; null for the one that the environment names
 * @param viewport the size of the page in the window
 * @param proxy {@code host:port} of an HTTP proxy without credentials (a forwarder of ours holds
 *     those), or none
 */
public record LaunchRequest(
    Path folder,
    String language,
    Display display,
    @Nullable Screen screen,
    Viewport viewport,
    @Nullable String proxy) {

  /** Without a screen of its own. */
  public LaunchRequest(
      Path folder, String language, Display display, Viewport viewport, @Nullable String proxy) {
    this(folder, language, display, null, viewport, proxy);
  }

  /** Whether the browser draws a window. */
  public enum Display {
    /** Chromium's own headless mode: the same browser without a window. */
    HEADLESS,
    /** A window on an X screen. */
    WINDOW
  }
}
