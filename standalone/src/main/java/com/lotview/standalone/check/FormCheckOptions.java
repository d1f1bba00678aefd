package com.lotview.standalone.check;

import com.lotview.standalone.client.ClientException;
import com.lotview.standalone.client.Installation;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The account whose form is read, and the installation.
 *
 * @param account empty: the only one
 */
record FormCheckOptions(String account, String url, String email, String password) {
  private static final List<String> KNOWN = List.of("--account", "--url", "--email", "--password");

  /**
   * Reads the command's arguments. Missing ones are taken from {@code LOTVIEW_EMAIL} and {@code
   * LOTVIEW_PASSWORD}, then from the installation that runs on {@code LOTVIEW_HOME}.
   */
  static FormCheckOptions of(String[] args, Map<String, String> environment) {
    Map<String, String> said = new HashMap<>();
    for (int i = 0; i < args.length; i += 2) {
      if (!KNOWN.contains(args[i]) || i + 1 == args.length) {
        throw new ClientException(
            "usage: ./lotview form check --account ID [--url URL] [--email EMAIL] [--password"
                + " PASSWORD]");
      }
      said.put(args[i], args[i + 1]);
    }
    environment.forEach((name, value) -> {
      if (name.equals("LOTVIEW_EMAIL") || name.equals("LOTVIEW_PASSWORD")) {
        said.putIfAbsent("--" + name.substring(8).toLowerCase(Locale.ROOT), value);
      }
    });
    if (!said.keySet().containsAll(List.of("--url", "--email", "--password"))) {
      Installation here = Installation.running();
      said.putIfAbsent("--url", here.url());
      said.putIfAbsent("--email", here.email());
      said.putIfAbsent("--password", here.password());
    }
    return new FormCheckOptions(
        said.getOrDefault("--account", ""),
        said.getOrDefault("--url", ""),
        said.getOrDefault("--email", ""),
        said.getOrDefault("--password", ""));
  }

  @Override
  public String toString() {
    return "FormCheckOptions[account=" + account + ", url=" + url + "]";
  }
}
