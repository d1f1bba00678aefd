package com.lotview.standalone.demo;

import com.lotview.standalone.client.ClientException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The demo's options.
 *
 * @param vehicles how many to post
 * @param feed a file to import instead of the demo's own vehicles
 * @param session cookies of a signed-in session, for another site than the sandbox
 * @param livedIn whether the dealership gets a history and a schedule too
 */
record DemoOptions(int vehicles, @Nullable Path feed, @Nullable Path session, boolean livedIn) {
  private static final String USAGE =
      " is unknown or lacks its value; demo takes --vehicles N, --feed FILE, --session FILE, --keep"
          + " and --open";

  static DemoOptions of(String... words) {
    int vehicles = 1;
    Path feed = null;
    Path session = null;
    boolean livedIn = false;
    for (int i = 0; i < words.length; i++) {
      String word = words[i];
      if (word.equals("--open")) {
        livedIn = true;
        continue;
      }
      if (i + 1 == words.length) {
        throw new ClientException("The option " + word + USAGE);
      }
      String value = words[++i];
      switch (word) {
        case "--vehicles" -> vehicles = number(value);
        case "--feed" -> feed = Path.of(value);
        case "--session" -> session = Path.of(value);
        default -> throw new ClientException("Unknown option " + word);
      }
    }
    return new DemoOptions(vehicles, feed, session, livedIn);
  }

  private static int number(String text) {
    try {
      int number = Integer.parseInt(text);
      if (number > 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      // reported below, like a number out of range
    }
    throw new ClientException("--vehicles takes a number from 1, not " + text);
  }
}
