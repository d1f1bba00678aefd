package com.lotview.worker.browser.proxy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A proxy outside, as its owner gave it to us.
 *
 * @param user empty if it asks for none
 */
record Upstream(String host, int port, String user, String password) {

  private static final Pattern FORM =
      Pattern.compile(
          "(?:http://)?(?:(?<user>[^:]*):(?<password>.*)@)?(?<host>[^:@/]+):(?<port>\\d{1,5})/?");

  /**
   * Reads {@code host:port} or {@code user:password@host:port}.
   *
   * @param name of the setting, for the message, which never shows the text itself
   */
  static Upstream parse(String text, String name) {
    Matcher seen = FORM.matcher(text.strip());
    if (!seen.matches()) {
      throw new IllegalArgumentException(
          name + " is not host:port or user:password@host:port (what it holds is not shown)");
    }
    String user = seen.group("user");
    String password = seen.group("password");
    return new Upstream(
        seen.group("host"),
        Integer.parseInt(seen.group("port")),
        user == null ? "" : user,
        password == null ? "" : password);
  }

  /** With {@code {account}} in the user's name replaced: how providers keep an address for long. */
  Upstream forAccount(String token) {
    return new Upstream(host, port, user.replace("{account}", token), password);
  }

  /** The header's value; empty if it asks for no user. */
  String authorization() {
    String pair = user + ":" + password;
    return user.isEmpty()
        ? ""
        : "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  String address() {
    return host + ":" + port;
  }

  /** Never the password, nor the user, by which some providers are paid. */
  @Override
  public String toString() {
    return "Upstream[" + address() + "]";
  }
}
