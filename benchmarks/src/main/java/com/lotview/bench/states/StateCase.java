package com.lotview.bench.states;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One trouble or variant of the site, and the end state that the worker must reach.
 *
 * @param troubles as the site's control interface takes them
 * @param faces values of the site's choices, by choice
 */
record StateCase(
    String name,
    String variant,
    List<Map<String, Object>> troubles,
    Map<String, String> faces,
    Play play,
    Expected expected) {

  /** The worker's task. */
  enum Play {
    /** Posts. */
    POST,
    /** Posts with an account that has a dozen other listings. */
    POST_AMONG_MANY,
    /** Posts in a narrow window. */
    POST_NARROW,
    /** Posts a stock in dollars and miles. */
    POST_AMERICAN,
    /** Fills the form, opens it again and posts. */
    LEAVE_AND_POST,
    /** Deletes one of two listings that have the same title. */
    DELETE,
    /** Marks one of them as sold. */
    SOLD,
    /** Gives one of them another price. */
    PRICE
  }

  static StateCase post(String name, Expected expected) {
    return new StateCase(name, "us", List.of(), Map.of(), Play.POST, expected);
  }

  static StateCase manage(Play play, String name, Expected expected) {
    return new StateCase(name, "us", List.of(), Map.of(), play, expected);
  }

  StateCase struck(String kind, Object... more) {
    Map<String, Object> trouble = new LinkedHashMap<>();
    trouble.put("kind", kind);
    for (int i = 0; i < more.length; i += 2) {
      trouble.put(String.valueOf(more[i]), more[i + 1]);
    }
    List<Map<String, Object>> all = new java.util.ArrayList<>(troubles);
    all.add(trouble);
    return new StateCase(name, variant, List.copyOf(all), faces, play, expected);
  }

  StateCase named(String other) {
    return new StateCase(other, variant, troubles, faces, play, expected);
  }

  StateCase facing(String choice, String value) {
    Map<String, String> all = new LinkedHashMap<>(faces);
    all.put(choice, value);
    return new StateCase(name, variant, troubles, all, play, expected);
  }

  StateCase in(String other) {
    return new StateCase(name, other, troubles, faces, play, expected);
  }

  StateCase played(Play other) {
    return new StateCase(name, variant, troubles, faces, other, expected);
  }
}
