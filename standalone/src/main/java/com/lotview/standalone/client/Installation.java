package com.lotview.standalone.client;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * A running LotView on this machine, as it announced itself.
 *
 * @param home folder with its data
 * @param url of the gateway
 * @param sandbox address of the sandbox; empty if another site is posted on
 */
public record Installation(
    Path home, String url, String sandbox, String marketplace, String email, String password) {

  /** The one on {@code LOTVIEW_HOME}. */
  public static Installation running() {
    return at(Path.of(System.getenv().getOrDefault("LOTVIEW_HOME", ".lotview")).toAbsolutePath());
  }

  /** Reads the files that a ready system has written to its folder. */
  public static Installation at(Path home) {
    Path file = home.resolve("run/ready.properties");
    if (!Files.exists(file)) {
      throw new ClientException("LotView does not run on " + home + "; start it with ./lotview up");
    }
    try {
      Properties p = new Properties();
      p.load(new StringReader(Files.readString(file)));
      return new Installation(
          home,
          p.getProperty("url"),
          p.getProperty("sandbox"),
          p.getProperty("marketplace"),
          p.getProperty("email"),
          p.getProperty("password"));
    } catch (IOException e) {
      throw new ClientException(file + " cannot be read: " + e.getMessage());
    }
  }

  @Override
  public String toString() {
    return "Installation[" + url + "]";
  }
}
