package com.lotview.worker.browser;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Converts cookies between our record and DevTools. */
public final class CookieFormat {

  private CookieFormat() {}

  public static Map<String, Object> toDevTools(BrowserCookie cookie, URI site) {
    boolean https = "https".equals(site.getScheme());
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("name", cookie.name());
    out.put("value", cookie.value());
    out.put("domain", domain(cookie.domain(), site.getHost()));
    out.put("path", cookie.path().isEmpty() ? "/" : cookie.path());
    out.put("httpOnly", cookie.httpOnly());
    out.put("secure", https && cookie.secure());
    sameSite(cookie.sameSite(), https).ifPresent(value -> out.put("sameSite", value));
    Double expires = cookie.expires();
    if (expires != null && expires > 0) {
      out.put("expires", expires);
    }
    return out;
  }

  /** A cookie of one address of the site also serves another, such as a test server. */
  private static String domain(String domain, String host) {
    String bare = domain.startsWith(".") ? domain.substring(1) : domain;
    boolean belongs = host.equals(bare) || host.endsWith("." + bare);
    return belongs && !bare.isEmpty() ? domain : host;
  }

  /** Browsers refuse {@code None} on insecure cookies, so these use the browser's default. */
  private static Optional<String> sameSite(@Nullable String exported, boolean https) {
    if (exported == null) {
      return Optional.of("Lax");
    }
    return switch (exported.toLowerCase(Locale.ROOT)) {
      case "strict" -> Optional.of("Strict");
      case "none", "no_restriction" -> https ? Optional.of("None") : Optional.empty();
      case "unspecified" -> Optional.empty();
      default -> Optional.of("Lax");
    };
  }

  public static BrowserCookie fromDevTools(Map<?, ?> cookie) {
    boolean session = Boolean.TRUE.equals(cookie.get("session"));
    return new BrowserCookie(
        text(cookie, "name"),
        text(cookie, "value"),
        text(cookie, "domain"),
        text(cookie, "path"),
        Boolean.TRUE.equals(cookie.get("secure")),
        Boolean.TRUE.equals(cookie.get("httpOnly")),
        cookie.get("sameSite") instanceof String sameSite ? sameSite : "unspecified",
        !session && cookie.get("expires") instanceof Number expires ? expires.doubleValue() : null);
  }

  private static String text(Map<?, ?> cookie, String key) {
    return cookie.get(key) instanceof String value ? value : "";
  }
}
