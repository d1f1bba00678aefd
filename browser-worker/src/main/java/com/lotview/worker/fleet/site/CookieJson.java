package com.lotview.worker.fleet.site;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.lotview.worker.browser.BrowserCookie;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Cookies as browser extensions export them. */
final class CookieJson {
  private static final double SESSION = -1;

  private CookieJson() {}

  /**
   * One exported cookie.
   *
   * @param expires seconds since the epoch; -1 or absent for a session cookie
   * @param expirationDate the same in some exports
   */
  record Exported(
      String name,
      String value,
      String domain,
      @Nullable String path,
      @Nullable Double expires,
      @Nullable Double expirationDate,
      @Nullable Boolean httpOnly,
      @Nullable Boolean secure,
      @JsonProperty("sameSite") @Nullable String sameSite) {

    BrowserCookie cookie() {
      Double end = expires == null ? expirationDate : expires;
      return new BrowserCookie(
          name,
          value,
          domain,
          path == null ? "/" : path,
          Boolean.TRUE.equals(secure),
          Boolean.TRUE.equals(httpOnly),
          sameSite,
          end == null || end <= 0 ? null : end);
    }

    static Exported of(BrowserCookie cookie) {
      Double expires = cookie.expires();
      return new Exported(
          cookie.name(),
          cookie.value(),
          cookie.domain(),
          cookie.path(),
          expires == null ? SESSION : expires,
          null,
          cookie.httpOnly(),
          cookie.secure(),
          cookie.sameSite());
    }
  }

  static List<BrowserCookie> read(JsonMapper json, String cookies) {
    Exported[] exported =
        json.rebuild()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build()
            .readValue(cookies, Exported[].class);
    return List.of(exported).stream().map(Exported::cookie).toList();
  }

  static String write(JsonMapper json, List<BrowserCookie> cookies) {
    return json.rebuild()
        .changeDefaultPropertyInclusion(in ->
            in.withValueInclusion(com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL))
        .build()
        .writeValueAsString(cookies.stream().map(Exported::of).toList());
  }
}
