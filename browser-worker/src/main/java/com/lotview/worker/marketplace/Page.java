package com.lotview.worker.marketplace;

import com.lotview.worker.browser.BrowserSession;
import com.lotview.worker.marketplace.PostingOutcome.Retryable;
import com.lotview.worker.pace.Pace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openqa.selenium.By;
import org.openqa.selenium.ElementClickInterceptedException;
import org.openqa.selenium.JavascriptException;
import org.openqa.selenium.Keys;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.WebElement;

/** The page now shown: questions to it by script, and real clicks and keys. */
final class Page {

  private static final String SCRIPT =
      MakeNames.lines("/marketplace/page.js")
          + MakeNames.lines("/marketplace/selling.js")
          + MakeNames.lines("/marketplace/click.js")
          + "return tasks[arguments[0]](...[...arguments].slice(1));";

  /** A dialog fades out after its button was clicked. */
  private static final Duration COVER_WAIT = Duration.ofSeconds(2);

  private final BrowserSession browser;
  private final MarketplaceSettings settings;
  private FormMap map;
  private final List<Heal> heals = new ArrayList<>();

  Page(BrowserSession browser, MarketplaceSettings settings, FormMap map) {
    this.browser = browser;
    this.settings = settings;
    this.map = map;
  }

  FormMap map() {
    return map;
  }

  /**
   * Takes the map of the page's language, as its {@code html} element names it. False if there is
   * none; an element that names no language changes nothing.
   */
  boolean speaks(String language) {
    Optional<FormMap> found = FormMap.find(language);
    found.ifPresent(other -> map = other);
    return language.isBlank() || found.isPresent();
  }

  /** Notes a label that was gone and what is used in its place. */
  void healed(Heal heal) {
    heals.add(heal);
  }

  List<Heal> heals() {
    return List.copyOf(heals);
  }

  MarketplaceSettings settings() {
    return settings;
  }

  Pace pace() {
    return settings.pace();
  }

  BrowserSession browser() {
    return browser;
  }

  /** Goes to a path of the site and stops if the site shows a stop page. */
  void open(String path) {
    try {
      browser.driver().get(settings.site().resolve(path).toString());
      speaks(String.valueOf(raw("language")));
    } catch (TimeoutException slow) {
      throw new StoppedException(new Retryable("the site did not answer: " + path), slow);
    }
  }

  String address() {
    return String.valueOf(browser.driver().getCurrentUrl());
  }

  /**
   * Asks the page script. Empty if the page is being replaced or the thing asked for is not there.
   */
  Optional<Answer> ask(String task, Object... arguments) {
    return Answer.of(raw(task, arguments));
  }

  Object raw(String task, Object... arguments) {
    List<Object> all = new ArrayList<>();
    all.add(task);
    all.addAll(List.of(arguments));
    try {
      Object result = browser.driver().executeScript(SCRIPT, all.toArray());
      return result == null ? "" : result;
    } catch (JavascriptException replaced) {
      // A page that is just being left has no body, or an element that was asked about has gone.
      return "";
    }
  }

  /**
   * A real click. If something lies over the element it is closed once, by its own button or
   * Escape.
   */
  void click(WebElement element) {
    try {
      element.click();
    } catch (ElementClickInterceptedException covered) {
      uncover();
      element.click();
    }
  }

  /** Closes what lies over the page, if it offers a harmless way. */
  void uncover() {
    Object button = raw("cover", map.button("dismiss"));
    if (button instanceof WebElement dismiss) {
      dismiss.click();
      Waiting.until(
          COVER_WAIT,
          () ->
              raw("cover", map.button("dismiss")) instanceof WebElement
                  ? Optional.empty()
                  : Optional.of(true));
    } else {
      escape();
    }
  }

  void escape() {
    browser.driver().findElement(By.tagName("body")).sendKeys(Keys.ESCAPE);
  }

  /** Empties a field the way a person does. */
  void clear(WebElement field) {
    field.sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.BACK_SPACE);
  }

  /** Types into the field, key by key or in one go as the pace says. */
  void type(WebElement field, String text) {
    if (!pace().typesByKey()) {
      field.sendKeys(text);
      return;
    }
    text.codePoints()
        .forEach(point -> {
          key(field, Character.toString(point));
          Waiting.pause(pace().betweenKeys());
        });
  }

  /** The driver has no key for characters beyond the basic plane (emoji); those go in as text. */
  private void key(WebElement field, String character) {
    if (character.length() == 1) {
      field.sendKeys(character);
    } else {
      insert(character);
    }
  }

  /** Enters text into the focused field in one piece, as a paste does. */
  void insert(String text) {
    browser.devTools("Input.insertText", Map.of("text", text));
  }

  /** A button by its exact name; waits until it is there. */
  Optional<Answer> button(List<String> names) {
    return ask("button", names);
  }

  List<String> complaints() {
    return raw("complaints") instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of();
  }
}
