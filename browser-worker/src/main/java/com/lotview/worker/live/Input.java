package com.lotview.worker.live;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The DevTools command for an input of the owner's mouse or keys. Pure. The messages are {@code
 * {"t":"move|down|up|wheel","x":..,"y":..}} in pixels of the page, {@code
 * {"t":"key","d":true,"key":"a","code":"KeyA","m":0}}, {@code {"t":"text","s":".."}}, {@code
 * {"t":"back"}} and {@code {"t":"reload"}}; modifiers are 1 Alt, 2 Control, 4 Meta, 8 Shift.
 *
 * @param parameters may contain typed text: never log them
 */
record Input(String method, Map<String, ?> parameters) {
  private static final int MAX_TEXT = 4_000;
  private static final double MAX_COORDINATE = 20_000;
  private static final int SHORTCUT = 1 | 2 | 4;
  private static final int ALL_MODIFIERS = 15;
  private static final int MAX_CLICKS = 3;

  /** Shortcuts that help in a form; others could leave the page. */
  private static final Map<String, String> SHORTCUTS =
      Map.of("a", "selectAll", "x", "cut", "z", "undo", "y", "redo");

  /** The command; empty for any other message. */
  static Optional<Input> of(JsonNode message) {
    return switch (message.path("t").asString("")) {
      case "move" -> mouse("mouseMoved", message);
      case "down" -> mouse("mousePressed", message);
      case "up" -> mouse("mouseReleased", message);
      case "wheel" -> wheel(message);
      case "key" -> key(message);
      case "text" -> text(message.path("s").asString(""));
      case "reload" -> Optional.of(new Input("Page.reload", Map.of()));
      default -> Optional.empty();
    };
  }

  private static Optional<Input> mouse(String type, JsonNode message) {
    Map<String, Object> parameters = at(type, message);
    // Other buttons open menus and windows that the picture does not show.
    if (message.path("b").asInt(0) != 0) {
      return Optional.empty();
    }
    boolean moved = type.equals("mouseMoved");
    parameters.put("button", moved ? "none" : "left");
    parameters.put("buttons", message.path("held").asInt(0) & 1);
    if (!moved) {
      parameters.put("clickCount", Math.clamp(message.path("n").asInt(1), 1, MAX_CLICKS));
    }
    return Optional.of(new Input("Input.dispatchMouseEvent", parameters));
  }

  private static Optional<Input> wheel(JsonNode message) {
    Map<String, Object> parameters = at("mouseWheel", message);
    parameters.put("deltaX", within(message.path("dx").asDouble(0)));
    parameters.put("deltaY", within(message.path("dy").asDouble(0)));
    return Optional.of(new Input("Input.dispatchMouseEvent", parameters));
  }

  private static Map<String, Object> at(String type, JsonNode message) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("type", type);
    parameters.put("x", within(message.path("x").asDouble(0)));
    parameters.put("y", within(message.path("y").asDouble(0)));
    parameters.put("modifiers", modifiers(message));
    return parameters;
  }

  private static double within(double value) {
    return Double.isFinite(value) ? Math.clamp(value, -MAX_COORDINATE, MAX_COORDINATE) : 0;
  }

  private static int modifiers(JsonNode message) {
    return message.path("m").asInt(0) & ALL_MODIFIERS;
  }

  private static Optional<Input> key(JsonNode message) {
    String key = message.path("key").asString("");
    String place = message.path("code").asString("");
    int modifiers = modifiers(message);
    boolean prints = key.codePointCount(0, key.length()) == 1;
    boolean shortcut = prints && (modifiers & SHORTCUT) != 0;
    String command = shortcut ? SHORTCUTS.get(key.toLowerCase(java.util.Locale.ROOT)) : null;
    int code = Keys.code(place);
    if ((shortcut && command == null) || (!prints && code == 0)) {
      return Optional.empty();
    }
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("key", key);
    parameters.put("code", place);
    parameters.put("modifiers", modifiers);
    parameters.put("windowsVirtualKeyCode", code);
    press(parameters, message.path("d").asBoolean(false), character(key, prints, shortcut));
    if (command != null) {
      parameters.put("commands", List.of(command));
    }
    return Optional.of(new Input("Input.dispatchKeyEvent", parameters));
  }

  private static @Nullable String character(String key, boolean prints, boolean shortcut) {
    if (key.equals("Enter")) {
      return "\r";
    }
    return prints && !shortcut ? key : null;
  }

  private static void press(
      Map<String, Object> parameters, boolean down, @Nullable String character) {
    if (!down) {
      parameters.put("type", "keyUp");
    } else if (character == null) {
      parameters.put("type", "rawKeyDown");
    } else {
      parameters.put("type", "keyDown");
      parameters.put("text", character);
    }
  }

  private static Optional<Input> text(String text) {
    return text.isEmpty() || text.length() > MAX_TEXT
        ? Optional.empty()
        : Optional.of(new Input("Input.insertText", Map.of("text", text)));
  }

  /** Without typed text. */
  @Override
  public String toString() {
    return "Input[" + method + "]";
  }
}
