package com.lotview.worker.live;

import java.util.Map;

/**
 * Windows' virtual-key codes by the key's place on the keyboard. They are not character codes: the
 * full stop's would be Delete.
 */
final class Keys {
  private static final int LETTERS = 65;
  private static final int DIGITS = 48;
  private static final int NUMPAD = 96;

  private static final Map<String, Integer> NAMED =
      Map.ofEntries(
          Map.entry("Backspace", 8),
          Map.entry("Tab", 9),
          Map.entry("Enter", 13),
          Map.entry("NumpadEnter", 13),
          Map.entry("ShiftLeft", 16),
          Map.entry("ShiftRight", 16),
          Map.entry("ControlLeft", 17),
          Map.entry("ControlRight", 17),
          Map.entry("AltLeft", 18),
          Map.entry("AltRight", 18),
          Map.entry("CapsLock", 20),
          Map.entry("Escape", 27),
          Map.entry("Space", 32),
          Map.entry("PageUp", 33),
          Map.entry("PageDown", 34),
          Map.entry("End", 35),
          Map.entry("Home", 36),
          Map.entry("ArrowLeft", 37),
          Map.entry("ArrowUp", 38),
          Map.entry("ArrowRight", 39),
          Map.entry("ArrowDown", 40),
          Map.entry("Delete", 46),
          Map.entry("NumpadMultiply", 106),
          Map.entry("NumpadAdd", 107),
          Map.entry("NumpadSubtract", 109),
          Map.entry("NumpadDecimal", 110),
          Map.entry("NumpadDivide", 111),
          Map.entry("Semicolon", 186),
          Map.entry("Equal", 187),
          Map.entry("Comma", 188),
          Map.entry("Minus", 189),
          Map.entry("Period", 190),
          Map.entry("Slash", 191),
          Map.entry("Backquote", 192),
          Map.entry("BracketLeft", 219),
          Map.entry("Backslash", 220),
          Map.entry("BracketRight", 221),
          Map.entry("Quote", 222),
          Map.entry("IntlBackslash", 226));

  private Keys() {}

  /** The key's code; 0 for other keys. */
  static int code(String place) {
    if (place.matches("Key[A-Z]")) {
      return LETTERS + place.charAt(3) - 'A';
    }
    if (place.matches("Digit[0-9]")) {
      return DIGITS + place.charAt(5) - '0';
    }
    if (place.matches("Numpad[0-9]")) {
      return NUMPAD + place.charAt(6) - '0';
    }
    return NAMED.getOrDefault(place, 0);
  }
}
