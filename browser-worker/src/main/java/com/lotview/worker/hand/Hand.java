package com.lotview.worker.hand;

import com.lotview.worker.pace.Pace;
import com.lotview.worker.pace.Spot;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.openqa.selenium.ElementNotInteractableException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Pause;
import org.openqa.selenium.interactions.PointerInput;
import org.openqa.selenium.interactions.PointerInput.Origin;
import org.openqa.selenium.interactions.Sequence;
import org.openqa.selenium.interactions.WheelInput;
import org.openqa.selenium.remote.RemoteWebDriver;

/**
 * Points, clicks, scrolls and types at the given pace. Its events are the browser's own, trusted
 * events. For one thread at a time.
 */
public final class Hand {

  /** How many keys are typed between two checks of the focus. */
  private static final int KEYS_AT_ONCE = 25;

  private static final int WHEEL_STEP = 110;
  private static final Duration AT_ONCE = Duration.ZERO;

  /** The middle of its visible part, the size of the view, and whether a click there hits it. */
  private static final String MIDDLE =
      """
      const box = arguments[0].getBoundingClientRect();
      const middle = (from, to, end) => Math.floor((Math.max(0, from) + Math.min(end, to)) / 2);
      const x = middle(box.left, box.right, innerWidth), y = middle(box.top, box.bottom, innerHeight);
      const hit = document.elementFromPoint(x, y);
      return [x, y, innerWidth, innerHeight, Math.floor((box.top + box.bottom) / 2),
              Boolean(hit) && box.width > 0 && arguments[0].contains(hit)];
      """;

  private final RemoteWebDriver driver;
  private final Pace pace;
  private final Consumer<String> paste;
  private final PointerInput mouse = new PointerInput(PointerInput.Kind.MOUSE, "hand");
  private Spot at = new Spot(0, 0);

  /**
   * @param paste enters text into the focused field in one piece
   */
  public Hand(RemoteWebDriver driver, Pace pace, Consumer<String> paste) {
    this.driver = driver;
    this.pace = pace;
    this.paste = paste;
  }

  /**
   * Moves the pointer to the element's middle and scrolls if needed. Does nothing at a pace where
   * the pointer jumps with the click.
   */
  public void approach(WebElement element) {
    if (jumps()) {
      return;
    }
    Sight seen = look(element);
    if (seen.offBy() != 0) {
      turnWheel(seen);
      seen = look(element);
    }
    if (seen.offBy() == 0) {
      move(seen.middle(), seen.within());
    }
  }

  /**
   * Clicks the element's middle.
   *
   * @throws org.openqa.selenium.ElementClickInterceptedException if another element covers it
   */
  public void click(WebElement element) {
    approach(element);
    if (jumps()) {
      press(element);
    } else {
      element.click();
    }
  }

  /** Takes half the time of the driver's own click, which handles the other cases. */
  private void press(WebElement element) {
    Sight seen = look(element);
    if (!seen.open()) {
      element.click();
      return;
    }
    Sequence click = new Sequence(mouse, 0);
    Spot at = seen.middle();
    click.addAction(mouse.createPointerMove(AT_ONCE, Origin.viewport(), at.x(), at.y()));
    click.addAction(mouse.createPointerDown(PointerInput.MouseButton.LEFT.asArg()));
    click.addAction(mouse.createPointerUp(PointerInput.MouseButton.LEFT.asArg()));
    driver.perform(List.of(click));
  }

  private boolean jumps() {
    return pace.path(at, at, at).isEmpty();
  }

  private void move(Spot to, Spot within) {
    Sequence way = new Sequence(mouse, 0);
    for (Spot next : pace.path(at, to, within)) {
      way.addAction(mouse.createPointerMove(AT_ONCE, Origin.viewport(), next.x(), next.y()));
    }
    driver.perform(List.of(way));
    at = to;
  }

  private void turnWheel(Sight seen) {
    WheelInput wheel = new WheelInput("wheel");
    Sequence turns = new Sequence(wheel, 0);
    int x = Math.min(at.x(), seen.within().x());
    int y = Math.min(at.y(), seen.within().y());
    int left = seen.offBy();
    while (left != 0) {
      int step = Math.clamp(left, -WHEEL_STEP, WHEEL_STEP);
      turns.addAction(
          wheel.createScroll(x, y, 0, step, AT_ONCE, WheelInput.ScrollOrigin.fromViewport()));
      turns.addAction(new Pause(wheel, pace.betweenKeys()));
      left -= step;
    }
    driver.perform(List.of(turns));
  }

  /**
   * Types into a clicked field. Characters without a key are pasted.
   *
   * @throws ElementNotInteractableException if another element keeps the focus: read the field and
   *     try again
   */
  public void type(WebElement field, String text) {
    if (!pace.typesByKey()) {
      field.sendKeys(text);
      return;
    }
    for (String piece : Keyboard.pieces(text, KEYS_AT_ONCE)) {
      focus(field);
      if (Keyboard.hasKeysFor(piece)) {
        driver.perform(List.of(Keyboard.strokes(piece, pace)));
      } else {
        paste.accept(piece);
      }
    }
  }

  private void focus(WebElement field) {
    if (!focused(field)) {
      // Puts the cursor behind the text, to continue typing.
      field.sendKeys("");
      if (!focused(field)) {
        throw new ElementNotInteractableException("something else keeps the focus");
      }
    }
  }

  private boolean focused(WebElement field) {
    return Boolean.TRUE.equals(
        driver.executeScript("return document.activeElement === arguments[0]", field));
  }

  private Sight look(WebElement element) {
    if (driver.executeScript(MIDDLE, element) instanceof List<?> seen && seen.size() == 6) {
      int height = number(seen.get(3));
      int middle = number(seen.get(4));
      boolean inView = middle >= 0 && middle < height;
      return new Sight(
          new Spot(number(seen.get(0)), number(seen.get(1))),
          new Spot(number(seen.get(2)) - 1, height - 1),
          inView ? 0 : middle - height / 2,
          Boolean.TRUE.equals(seen.get(5)));
    }
    throw new IllegalStateException("the browser does not tell where the element is");
  }

  private static int number(Object value) {
    return value instanceof Number number ? number.intValue() : 0;
  }

  /**
   * The position of an element on the screen.
   *
   * @param offBy scroll distance that brings it to the middle; 0 if it is in view
   * @param open whether its middle is not covered
   */
  private record Sight(Spot middle, Spot within, int offBy, boolean open) {}
}
