package com.lotview.bench.hidden;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A way in which the site shows or hides a listing.
 *
 * @param name for people
 * @param faces values of the site's choices, by choice
 */
record HiddenFace(String name, Map<String, String> faces) {
  /** The usual value of every choice that a face may change. */
  private static final Map<String, String> USUAL =
      Map.of(
          "item.description", "whole",
          "item.language", "own",
          "item.layout", "viewer",
          "selling.foot", "plain",
          "selling.page", "twenty",
          "selling.cards", "plain",
          "selling.end", "scroll");

  HiddenFace {
    Map<String, String> all = new LinkedHashMap<>(USUAL);
    all.putAll(faces);
    faces = Map.copyOf(all);
  }

  /** The faces under which every click is looked for, the usual one first. */
  static List<HiddenFace> main() {
    return List.of(
        face("unfolded"),
        face("folded", "item.description", "seeMore"),
        face("fold in unknown words", "item.description", "unfamiliar"),
        face("other language, folded", "item.language", "other", "item.description", "seeMore"),
        face("no description", "item.description", "missing"),
        face("other layout", "item.layout", "bare"));
  }

  /** The others. */
  static List<HiddenFace> more() {
    return List.of(
        face("fold without a role", "item.description", "inline"),
        face("fold without words", "item.description", "disclosure"),
        face("fold that closes again", "item.description", "toggle"),
        face("cut off", "item.description", "cut"),
        face("unknown language, folded", "item.language", "unknown", "item.description", "seeMore"),
        face("other layout, cut off", "item.layout", "bare", "item.description", "cut"),
        face("foot goes on loading", "selling.page", "ten", "selling.foot", "loading"),
        face("foot never ends", "selling.page", "ten", "selling.foot", "stuck"),
        face("cards without dates", "selling.cards", "dateless"),
        face("card of another layout", "selling.cards", "strange"),
        face("more behind a button", "selling.page", "ten", "selling.end", "more"),
        face("more behind unknown words", "selling.page", "ten", "selling.end", "unknownMore"));
  }

  private static HiddenFace face(String name, String... choices) {
    Map<String, String> faces = new LinkedHashMap<>();
    for (int i = 0; i < choices.length; i += 2) {
      faces.put(choices[i], choices[i + 1]);
    }
    return new HiddenFace(name, faces);
  }
}
