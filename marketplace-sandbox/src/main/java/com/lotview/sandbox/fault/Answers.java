package com.lotview.sandbox.fault;

import com.lotview.sandbox.http.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Answers to the pages' own requests when something is wrong. */
public final class Answers {
  private Answers() {}

  /** The site itself failed; the page cannot know what was done. */
  public static Response error(String summary) {
    return Response.json(500, Map.of("error", 1357004, "errorSummary", summary));
  }

  /** A refusal that the page shows as a dialog with that title. */
  public static Response refusal(String title, String message) {
    return Response.json(
        200, Map.of("errors", List.of(Map.of("summary", title, "message", message))));
  }

  /** A refusal that the page does not show. */
  public static Response silentRefusal(String title, String message) {
    Map<String, String> error = Map.of("summary", title, "message", message);
    return Response.json(200, Map.of("errors", List.of(error), "silent", true));
  }

  /** A refusal only in the answer's data; the page shows it as a dialog after a time. */
  public static Response lateRefusal(String create, String title, String message, long millis) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put(create, null);
    data.put("dialog", Map.of("title", title, "message", message, "wait_ms", millis));
    return Response.json(200, Map.of("data", data));
  }

  /** A refusal that sends the browser to another page. */
  public static Response elsewhere(String address) {
    Map<String, String> error = Map.of("summary", "Checkpoint", "message", "not now");
    return Response.json(200, Map.of("errors", List.of(error), "redirect", address));
  }

  /** The visitor is not signed in. */
  public static Response loggedOut() {
    return Response.json(401, Map.of("error", 1357001, "errorSummary", "Not Logged In"));
  }
}
