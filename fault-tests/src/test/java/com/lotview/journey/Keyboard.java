package com.lotview.journey;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.openqa.selenium.Keys;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A person who uses no mouse. */
final class Keyboard {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final int MOST_TABS = 400;

  /**
   * Marks what has the focus; whether it was marked before, is nothing, or is still the same: a
   * date has parts.
   */
  private static final String STEP =
      """
      const now = document.activeElement;
      if (now === null || now === document.body) return "nothing";
      if (now === window.walkedLast) return "same";
      window.walkedLast = now;
      if (now.dataset.walked !== undefined) return "again";
      now.dataset.walked = getComputedStyle(now).outlineStyle === "none" ? "unseen" : "seen";
      return "new";
      """;

  /** What a mouse can use: controls, what is dragged, and what shows a hand. */
  private static final String LEFT_OUT =
      """
      const shown = (one) => one.checkVisibility() && one.getClientRects().length > 0;
      const hand = (one) => ["pointer", "grab"].includes(getComputedStyle(one).cursor);
      const walked = (one) => one !== null && one !== undefined && one.dataset.walked !== undefined;
      const controls = "a[href], button, input, select, textarea, summary, [tabindex='0']";
      const left = [];
      for (const one of document.querySelectorAll("body *")) {
        if (!shown(one) || one.disabled) continue;
        if (one.matches(controls)) {
          if (!walked(one)) left.push("not reached: " + one.outerHTML.slice(0, 160));
          else if (one.dataset.walked === "unseen") left.push("focus not seen: " + one.outerHTML.slice(0, 160));
        } else if (one.draggable && !one.matches("img") || hand(one) && !hand(one.parentElement)) {
          const inside = one.querySelector("[data-walked]") ?? one.closest("[data-walked]") ?? one.control;
          if (!walked(inside)) left.push("only by mouse: " + one.outerHTML.slice(0, 160));
        }
      }
      return left;
      """;

  private final ChromeDriver driver;

  Keyboard(ChromeDriver driver) {
    this.driver = driver;
  }

  /** Presses keys one after the other, wherever the focus is. */
  Keyboard press(CharSequence... keys) {
    new Actions(driver).sendKeys(keys).perform();
    return this;
  }

  /** Waits until the focus is on what a selector finds. */
  Keyboard awaitFocus(String selector) {
    new WebDriverWait(driver, TIMEOUT)
        .withMessage(() -> selector + " has not the focus, but " + focused())
        .until(page -> has(selector));
    return this;
  }

  /** Presses Tab until the focus is there. */
  Keyboard tabTo(String selector) {
    for (int i = 0; i < MOST_TABS && !has(selector); i++) {
      press(Keys.TAB);
    }
    return awaitFocus(selector);
  }

  /** Goes on by a key, if need be, until the row with the focus has that text. */
  Keyboard stepTo(String key, String text) {
    new WebDriverWait(driver, TIMEOUT)
        .until(page -> {
          boolean there = row().contains(text);
          if (!there) {
            press(key);
          }
          return there;
        });
    return this;
  }

  /** The text of the row with the focus; empty without one. */
  String row() {
    return String.valueOf(
        driver.executeScript(
            "return document.activeElement?.closest('[data-row]')?.innerText ?? ''"));
  }

  /** Walks around the page by Tab. What of it a mouse can use and this cannot. */
  List<String> leftOut() {
    for (int i = 0, nothing = 0; i < MOST_TABS && nothing < 3; i++) {
      press(Keys.TAB);
      Object step = driver.executeScript(STEP);
      if ("again".equals(step)) {
        break;
      }
      nothing = "nothing".equals(step) ? nothing + 1 : 0;
    }
    List<String> left = new ArrayList<>();
    if (driver.executeScript(LEFT_OUT) instanceof List<?> found) {
      found.forEach(one -> left.add(String.valueOf(one)));
    }
    return left;
  }

  private boolean has(String selector) {
    return Boolean.TRUE.equals(
        driver.executeScript("return document.activeElement?.matches(arguments[0])", selector));
  }

  private String focused() {
    return String.valueOf(
        driver.executeScript("return document.activeElement?.outerHTML.slice(0, 200)"));
  }
}
