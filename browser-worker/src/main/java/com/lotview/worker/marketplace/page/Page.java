package com.lotview.worker.marketplace.page;

import com.lotview.worker.browser.BrowserSession;
import com.lotview.worker.hand.Hand;
import com.lotview.worker.pace.Pace;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.ElementClickInterceptedException;
import org.openqa.selenium.JavascriptException;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** The page now shown: questions to it by script, and real clicks and keys. */
public final class Page {

  /** So many things may lie one over the other: the question for cookies, a prompt, a list. */
  private static final int MAX_COVERS = 3;

  /** A question that shows for so long instead of the page stands in its way. */
  private static final Duration COVERED_AFTER = Duration.ofMillis(1500);

  private final BrowserSession browser;
  private final MarketplaceSettings settings;
  private FormMap map;
  private final List<Heal> heals = new ArrayList<>();
  private final Overlays covers = new Overlays(this);
  private final Hand hand;
  private final Navigation navigation;

  public Page(BrowserSession browser, MarketplaceSettings settings, FormMap map) {
    this.browser = browser;
    this.settings = settings;
    this.map = map;
    this.hand = new Hand(browser.driver(), settings.pace(), this::insert);
    this.navigation = new Navigation(this);
  }

  public FormMap map() {
    return map;
  }

  /**
   * Takes the map of the page's language, as its {@code html} element names it. False if there is
   * none; an element that names no language changes nothing.
   */
  public boolean speaks(String language) {
    Optional<FormMap> found = FormMap.find(language);
    found.ifPresent(other -> map = other);
    return language.isBlank() || found.isPresent();
  }

  /** Notes a label that was gone and what is used in its place. */
  public void healed(Heal heal) {
    heals.add(heal);
  }

  public List<Heal> heals() {
    return List.copyOf(heals);
  }

  public MarketplaceSettings settings() {
    return settings;
  }

  public Pace pace() {
    return settings.pace();
  }

  public BrowserSession browser() {
    return browser;
  }

  /** Goes to a path of the site and answers a cookie question on the way. */
  public void open(String path) {
    navigation.open(path);
    speaks(String.valueOf(raw("page.language")));
  }

  /**
   * Answers a question that stands in the way ({@link Overlays#answered}).
   *
   * @return whether one was answered
   */
  public boolean answered() {
    return covers.answered();
  }

  /**
   * Waits for what a page is to show, as long as a page may take at most; stops at a page that
   * stops a run, and answers what stands in the way.
   */
  public <T> Optional<T> awaited(Supplier<Optional<T>> look) {
    long began = System.nanoTime();
    return Waiting.until(
        settings.page(),
        () -> {
          PageState.of(this).ifPresent(PageState::orStop);
          Optional<T> seen = look.get();
          if (seen.isEmpty() && System.nanoTime() - began > COVERED_AFTER.toNanos()) {
            answered();
          }
          return seen;
        });
  }

  /** The browser's own calendar, which is the one that the site shows dates by. */
  public LocalDate today() {
    return LocalDate.parse(String.valueOf(raw("page.today")));
  }

  public String address() {
    return String.valueOf(browser.driver().getCurrentUrl());
  }

  /**
   * Asks the page script. Empty if the page is being replaced or the thing asked for is not there.
   */
  public Optional<ScriptResult> ask(String task, Object... arguments) {
    return ScriptResult.of(raw(task, arguments));
  }

  public Object raw(String task, Object... arguments) {
    List<Object> all = new ArrayList<>();
    all.add(PageScript.local(task));
    all.addAll(List.of(arguments));
    try {
      Object result = browser.driver().executeScript(PageScript.of(task), all.toArray());
      return result == null ? "" : result;
    } catch (JavascriptException replaced) {
      // A page that is just being left has no body, or an element that was asked about has gone.
      return "";
    }
  }

  /** Brings the pointer to where the next click will be. */
  void approach(WebElement element) {
    hand.approach(element);
  }

  /** A real click. What lies over the element is closed, by its own button or Escape. */
  public void click(WebElement element) {
    for (int covers = 0; ; covers++) {
      try {
        hand.click(element);
        return;
      } catch (ElementClickInterceptedException covered) {
        if (covers == MAX_COVERS) {
          throw covered;
        }
        uncover(element);
      }
    }
  }

  /**
   * A real click beside the element's middle.
   *
   * @param spot where, as the page script found it; the middle if it names none
   */
  public void click(WebElement element, Optional<ScriptResult> spot) {
    if (spot.filter(place -> place.flag("links")).isEmpty()) {
      click(element);
      return;
    }
    hand.approach(element);
    new Actions(browser.driver())
        .moveToElement(element, spot.get().number("x"), spot.get().number("y"))
        .click()
        .perform();
  }

  /** Closes the uppermost dialog ({@link Overlays#uppermost}). */
  public void uncover() {
    covers.uppermost();
  }

  /** Closes what lies over the element ({@link Overlays#over}). */
  public void uncover(WebElement element) {
    covers.over(element);
  }

  public void escape() {
    browser.driver().findElement(By.tagName("body")).sendKeys(Keys.ESCAPE);
  }

  /** Empties a field the way a person does. */
  public void clear(WebElement field) {
    field.sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.BACK_SPACE);
  }

  /** Types into the field, key by key or in one go as the pace says. */
  public void type(WebElement field, String text) {
    hand.type(field, text);
  }

  /** Enters text into the focused field in one piece, as a paste does. */
  public void insert(String text) {
    browser.devTools("Input.insertText", Map.of("text", text));
  }

  /** A button by its exact name; waits until it is there. */
  public Optional<ScriptResult> button(List<String> names) {
    return ask("page.button", names);
  }

  /** Names of blocks in which other people speak: what they say stops nothing. */
  List<String> foreign() {
    return Stream.concat(map.text("viewer").stream(), map.text("panes").stream()).toList();
  }

  /** What the page says with one of these words in it. */
  public Optional<String> saying(List<String> words) {
    return raw("state.saying", words, foreign()) instanceof String text && !text.isEmpty()
        ? Optional.of(text)
        : Optional.empty();
  }

  public List<String> complaints() {
    return raw("page.complaints") instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of();
  }
}
