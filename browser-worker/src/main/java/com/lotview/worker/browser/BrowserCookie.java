package com.lotview.worker.browser;

import org.jspecify.annotations.Nullable;

/**
 * One cookie, with the fields that browsers and export tools share.
 *
 * @param domain the host, with a leading dot if it includes sub-domains
 * @param sameSite {@code Strict}, {@code Lax}, {@code None}, or what an export tool wrote ({@code
 *     no_restriction}, {@code lax}, {@code unspecified}), or null
 * @param expires seconds since the epoch; null for a session cookie
 */
public record BrowserCookie(
    String name,
    String value,
    String domain,
    String path,
    boolean secure,
    boolean httpOnly,
    @Nullable String sameSite,
    @Nullable Double expires) {

  /** Without the value, which must not get into a log. */
  @Override
  public String toString() {
    return "BrowserCookie[" + name + " of " + domain + "]";
  }
}
