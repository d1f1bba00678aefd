package com.lotview.posting.account.connect;

import org.jspecify.annotations.Nullable;

/**
 * One cookie of a session, checked; in the form in which it is sealed.
 *
 * @param expires seconds since 1970; -1 for a cookie of the browser's session
 * @param sameSite {@code Strict}, {@code Lax}, {@code None} or null if not said
 */
public record Cookie(
    String name,
    String value,
    String domain,
    String path,
    long expires,
    boolean httpOnly,
    boolean secure,
    @Nullable String sameSite) {
  @Override
  public String toString() {
    return "Cookie[" + name + "]";
  }
}
