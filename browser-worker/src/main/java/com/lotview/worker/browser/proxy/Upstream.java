package com.lotview.worker.browser.proxy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An upstream proxy with its credentials.
 *
 * @param user empty if it needs none
 */
record Upstream(String host, int port, String user, String password) {

  private static final Pattern FORM =
      Pattern.compile(
          "(?:http://)?(?:(?<user>[^:]*):(?<password>.*)@)?(?<host>[^:@/]+):(?<port>\\d{1,5})/?");

  /**
   * Reads {@code host:port} or {@code user:password@host:port}.
   *
   * @param name name of the setting for the message, which does not contain the text
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

  /** With {@code {account}} in the user name replaced, by which providers keep an address. */
  Upstream forAccount(String token) {
    return new Upstream(host, port, user.replace("{account}", token), password);
  }

  /** The header's value; empty without a user. */
  String authorization() {
    String pair = user + ":" + password;
    return user.isEmpty()
        ? ""
        : "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  String address() {
    return host + ":" + port;
  }

  /** Without password and user, because some providers bill by user. */
  @Override
  public String toString() {
    return "Upstream[" + address() + "]";
  }
}
