package com.lotview.worker.session;

import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Cookies that were sealed outside the services, so they may be anything. */
final class OwnersCookies {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Pattern USER = Pattern.compile("[0-9]{5,20}");
  private static final int MAX = 100;

  private OwnersCookies() {}

  /** The account's number, if this is a list of cookies with one signed-in session. */
  static Optional<String> user(String cookies) {
    try {
      JsonNode all = JSON.readTree(cookies);
      boolean cookiesOnly =
          all.isArray() && all.size() <= MAX && all.valueStream().allMatch(OwnersCookies::isCookie);
      return cookiesOnly && value(all, "xs").isPresent()
          ? value(all, "c_user").filter(user -> USER.matcher(user).matches())
          : Optional.empty();
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private static boolean isCookie(JsonNode cookie) {
    return isText(cookie, "name") && isText(cookie, "value") && isText(cookie, "domain");
  }

  private static boolean isText(JsonNode cookie, String field) {
    return cookie.path(field).isString();
  }

  // Of two with one name it is not known which one the site would take.
  private static Optional<String> value(JsonNode all, String name) {
    return all.valueStream()
        .filter(cookie -> cookie.path("name").asString("").equals(name))
        .map(cookie -> cookie.path("value").asString(""))
        .filter(value -> !value.isEmpty())
        .reduce((one, other) -> "")
        .filter(value -> !value.isEmpty());
  }
}
