package com.lotview.worker.hand;

import com.lotview.worker.pace.Pace;
import java.util.ArrayList;
import java.util.List;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.KeyInput;
import org.openqa.selenium.interactions.Pause;
import org.openqa.selenium.interactions.Sequence;

/** An American keyboard: its characters and their keys. */
final class Keyboard {

  private static final String WITH_SHIFT = "~!@#$%^&*()_+{}|:\"<>?";

  private Keyboard() {}

  /** Splits the text into pieces with keys and pieces without. */
  static List<String> pieces(String text, int longest) {
    List<String> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    for (int point : text.codePoints().toArray()) {
      boolean other = !piece.isEmpty() && hasKey(piece.codePointAt(0)) != hasKey(point);
      if (other || piece.length() >= longest) {
        pieces.add(piece.toString());
        piece.setLength(0);
      }
      piece.appendCodePoint(point);
    }
    if (!piece.isEmpty()) {
      pieces.add(piece.toString());
    }
    return pieces;
  }

  static boolean hasKeysFor(String piece) {
    return piece.codePoints().allMatch(Keyboard::hasKey);
  }

  private static boolean hasKey(int point) {
    return point == '\n' || (point >= ' ' && point < 0x7F);
  }

  /** Presses and releases each key, with the pace's pause after it. */
  static Sequence strokes(String piece, Pace pace) {
    KeyInput keys = new KeyInput("keys");
    Sequence strokes = new Sequence(keys, 0);
    for (int i = 0; i < piece.length(); i++) {
      char character = piece.charAt(i);
      boolean shift = Character.isUpperCase(character) || WITH_SHIFT.indexOf(character) >= 0;
      int key = character == '\n' ? Keys.ENTER.getCodePoint() : character;
      if (shift) {
        strokes.addAction(keys.createKeyDown(Keys.SHIFT.getCodePoint()));
      }
      strokes.addAction(keys.createKeyDown(key));
      strokes.addAction(keys.createKeyUp(key));
      if (shift) {
        strokes.addAction(keys.createKeyUp(Keys.SHIFT.getCodePoint()));
      }
      strokes.addAction(new Pause(keys, pace.betweenKeys()));
    }
    return strokes;
  }
}
