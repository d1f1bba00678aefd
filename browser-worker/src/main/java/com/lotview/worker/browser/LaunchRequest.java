package com.lotview.worker.browser;

import com.lotview.worker.browser.screen.Screen;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The settings of one browser.
 *
 * @param folder the job's folder (created if missing), with profile, temporary files and the
 *     process-group file
 * @param language the browser's language, such as {@code en-US}
 * @param display with a window or without
 * @param screen the screen of the window; null for the environment's display
 * @param viewport the size of the page in the window
 * @param proxy {@code host:port} of an HTTP proxy without credentials (our forwarder has them), or
 *     null
 */
public record LaunchRequest(
    Path folder,
    String language,
    Display display,
    @Nullable Screen screen,
    Viewport viewport,
    @Nullable String proxy) {

  /** Without its own screen. */
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
