package com.lotview.bench.browser;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * How a browser appears to a server and a page.
 *
 * @param headers of its request, names in lower case
 * @param page what the page's script read
 */
record Appeared(Map<String, String> headers, JsonNode page) {

  private static final List<String> HEADERS =
      List.of(
          "user-agent", "sec-ch-ua", "sec-ch-ua-platform", "sec-ch-ua-mobile", "accept-language");

  /** Everything seen, by name. */
  Map<String, String> values() {
    Map<String, String> values = new LinkedHashMap<>();
    HEADERS.forEach(name -> values.put("header " + name, headers.getOrDefault(name, "-")));
    page.properties().forEach(entry -> values.put(entry.getKey(), text(entry.getValue())));
    return values;
  }

  private static String text(JsonNode value) {
    return value.isArray()
        ? String.join(", ", value.valueStream().map(JsonNode::asString).toList())
        : value.asString();
  }

  /** Contradictions; empty if there are none. */
  List<String> contradictions() {
    List<String> found = new ArrayList<>();
    checkProgram(found);
    checkPlace(found);
    check(
        found, within("window", "screen") && within("page", "window"), "page in window in screen");
    check(found, page.path("focus").asBoolean(), "the window has the focus");
    check(found, !text(page.path("webgl")).equals("none"), "3D drawing is there");
    check(found, page.path("plugins").asInt() == 5, "the viewer of documents is there");
    return found;
  }

  private void checkProgram(List<String> found) {
    String agent = text(page.path("userAgent"));
    String major = agent.replaceFirst(".*Chrome/(\\d+).*", "$1");
    check(found, agent.equals(header("user-agent")), "user agent of header and page");
    check(
        found,
        page.path("brands").valueStream().anyMatch(one -> one.asString().endsWith(" " + major))
            && header("sec-ch-ua").contains("v=\"" + major + "\""),
        "version in user agent and client hints");
    check(
        found,
        page.path("fullVersions")
            .valueStream()
            .anyMatch(one -> one.asString().contains(" " + major + ".")),
        "full version in client hints");
    check(
        found,
        header("sec-ch-ua-platform").equals("\"" + text(page.path("hintPlatform")) + "\"")
            && text(page.path("platform")).startsWith(text(page.path("hintPlatform")))
            && agent.contains(text(page.path("hintPlatform"))),
        "platform in user agent, client hints and page");
    check(
        found,
        header("sec-ch-ua-mobile").equals("?0") && page.path("touchPoints").asInt() == 0,
        "no phone, no touch");
  }

  private void checkPlace(List<String> found) {
    String language = page.path("languages").path(0).asString();
    check(
        found,
        header("accept-language").startsWith(language)
            && text(page.path("locale")).equals(language),
        "language of header, page and formats");
    check(
        found,
        text(page.path("timeZone")).equals(ZoneId.systemDefault().getId())
            || ZoneId.systemDefault()
                .getRules()
                .equals(ZoneId.of(text(page.path("timeZone"))).getRules()),
        "time zone of page and machine");
  }

  private String header(String name) {
    return headers.getOrDefault(name, "");
  }

  private boolean within(String inner, String outer) {
    int x = inner.equals("window") ? page.path("position").path(0).asInt() : 0;
    int y = inner.equals("window") ? page.path("position").path(1).asInt() : 0;
    return page.path(inner).path(0).asInt() + x <= page.path(outer).path(0).asInt()
        && page.path(inner).path(1).asInt() + y <= page.path(outer).path(1).asInt();
  }

  private static void check(List<String> found, boolean agrees, String what) {
    if (!agrees) {
      found.add(what);
    }
  }
}
