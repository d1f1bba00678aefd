package com.lotview.worker.browser;

import com.lotview.worker.browser.process.BrowserStartException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the selected launcher. */
public final class Launchers {

  private Launchers() {}

  /**
   * The launcher of this name.
   *
   * @param jars a jar, or a folder of jars, besides the class path; null or empty for none
   * @throws IllegalArgumentException if there is none; it names the existing ones
   * @throws BrowserStartException if this machine lacks a requirement
   */
  public static BrowserLauncher named(
      String name, @Nullable String jars, Map<String, String> environment) {
    List<LauncherProvider> all =
        ServiceLoader.load(LauncherProvider.class, loader(jars)).stream()
            .map(ServiceLoader.Provider::get)
            .toList();
    return all.stream()
        .filter(provider -> provider.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "LOTVIEW_LAUNCHER=%s is not there; there are: %s (more by LOTVIEW_LAUNCHER_JARS)"
                    .formatted(name, all.stream().map(LauncherProvider::name).toList())))
        .launcher(environment);
  }

  private static ClassLoader loader(@Nullable String place) {
    ClassLoader own = Launchers.class.getClassLoader();
    if (place == null || place.isBlank()) {
      return own;
    }
    Path jars = Path.of(place);
    try (Stream<Path> files = Files.isDirectory(jars) ? Files.list(jars) : Stream.of(jars)) {
      URL[] places =
          files
              .filter(file -> file.toString().endsWith(".jar"))
              .map(Launchers::address)
              .toArray(URL[]::new);
      return new URLClassLoader("launchers", places, own);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("LOTVIEW_LAUNCHER_JARS cannot be read: " + jars, unreadable);
    }
  }

  private static URL address(Path jar) {
    try {
      return jar.toUri().toURL();
    } catch (MalformedURLException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
