package com.lotview.posting.account.web;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.openapi.ApiField;
import com.lotview.posting.account.connect.Cookie;
import com.lotview.posting.account.connect.SessionCookies;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A session to connect, with the cookies as browsers and their extensions export them. */
record ConnectAccountRequest(
    @Nullable @ApiField(required = true, minLength = 1, maxLength = MAX_LABEL) String label,
    @Nullable @ApiField(minLength = 1, maxLength = MAX_COOKIES) List<@Nullable Exported> cookies) {
  private static final int MAX_LABEL = 80;
  private static final int MAX_COOKIES = 100;

  String checkedLabel() {
    return checkedLabel(label);
  }

  static String checkedLabel(@Nullable String label) {
    if (label == null || label.isBlank()) {
      throw RefusalException.invalid("label", "is required");
    }
    if (label.strip().length() > MAX_LABEL) {
      throw RefusalException.invalid("label", "must have at most " + MAX_LABEL + " characters");
    }
    return label.strip();
  }

  /** Whether the owner is to sign in by live view: no cookies are named at all. */
  boolean byLiveView() {
    return cookies == null;
  }

  SessionCookies checkedCookies(Instant now) {
    if (cookies == null || cookies.isEmpty() || cookies.size() > MAX_COOKIES) {
      throw RefusalException.invalid(
          "cookies", "must be a list of 1 to " + MAX_COOKIES + " cookies");
    }
    List<Cookie> checked = new ArrayList<>();
    for (int i = 0; i < cookies.size(); i++) {
      Exported cookie = cookies.get(i);
      String at = "cookies[" + i + "]";
      if (cookie == null) {
        throw RefusalException.invalid(at, "is required");
      }
      checked.add(cookie.checked(at));
    }
    return SessionCookies.of(checked, now);
  }

  @Override
  public String toString() {
    return "ConnectAccountRequest[label=" + label + "]";
  }

  /** One exported cookie; what only exporters need is passed over, anything else is refused. */
  @JsonIgnoreProperties({
    "hostOnly",
    "session",
    "storeId",
    "id",
    "size",
    "priority",
    "sameParty",
    "sourceScheme",
    "sourcePort",
    "partitionKey",
    "partitioned",
    "firstPartyDomain"
  })
  record Exported(
      @Nullable @ApiField(required = true, minLength = 1, maxLength = MAX_NAME) String name,
      @Nullable @ApiField(required = true, maxLength = MAX_VALUE) String value,
      @Nullable
          @ApiField(required = true, minLength = 1, maxLength = MAX_NAME, example = ".facebook.com")
          String domain,
      @Nullable @ApiField(minLength = 1, maxLength = MAX_NAME) String path,
      @JsonAlias({"expirationDate", "expiry"}) @Nullable Double expires,
      @Nullable Boolean httpOnly,
      @Nullable Boolean secure,
      @Nullable String sameSite) {
    private static final int MAX_NAME = 256;
    private static final int MAX_VALUE = 4096;
    private static final double MAX_EXPIRES = 253_402_300_799.0;

    Cookie checked(String at) {
      return new Cookie(
          matching(at + ".name", name, MAX_NAME, "[!#$%&'*+.^_`|~0-9A-Za-z-]+"),
          matching(at + ".value", value, MAX_VALUE, "[\\x21-\\x3A\\x3C-\\x7E ]*"),
          matching(at + ".domain", domain, MAX_NAME, "\\.?[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*"),
          path == null ? "/" : matching(at + ".path", path, MAX_NAME, "/[\\x20-\\x3A\\x3C-\\x7E]*"),
          checkedExpires(at + ".expires"),
          Boolean.TRUE.equals(httpOnly),
          Boolean.TRUE.equals(secure),
          checkedSameSite(at + ".sameSite"));
    }

    private static String matching(String field, @Nullable String text, int longest, String form) {
      if (text == null) {
        throw RefusalException.invalid(field, "is required");
      }
      if (text.length() > longest || !text.matches(form)) {
        throw RefusalException.invalid(field, "has the wrong form");
      }
      return text;
    }

    private long checkedExpires(String field) {
      if (expires == null) {
        return -1;
      }
      if (!(expires >= -1 && expires <= MAX_EXPIRES)) {
        throw RefusalException.invalid(field, "must be seconds since 1970, or -1");
      }
      return expires.longValue();
    }

    private @Nullable String checkedSameSite(String field) {
      if (sameSite == null) {
        return null;
      }
      return switch (sameSite.toLowerCase(Locale.ROOT)) {
        case "strict" -> "Strict";
        case "lax" -> "Lax";
        case "none", "no_restriction" -> "None";
        case "", "unspecified" -> null;
        default -> throw RefusalException.invalid(field, "must be Strict, Lax or None");
      };
    }

    @Override
    public String toString() {
      return "Exported[" + name + "]";
    }
  }
}
