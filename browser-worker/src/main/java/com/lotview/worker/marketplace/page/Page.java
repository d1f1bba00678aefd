package com.lotview.worker.marketplace.page;

import com.lotview.form.FormMap;
import com.lotview.worker.browser.BrowserSession;
import com.lotview.worker.hand.Hand;
import com.lotview.worker.marketplace.page.PostingOutcome.Retryable;
import com.lotview.worker.marketplace.settings.MarketplaceSettings;
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
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** The current page: reads it by script, and works in it with real clicks and keys. */
public final class Page {

  /** Maximum number of overlays on each other: the cookie question, a prompt, a list. */
  private static final int MAX_COVERS = 3;

  /** After this time without the page, a question is taken to block it. */
  private static final Duration COVERED_AFTER = Duration.ofMillis(1500);

  private final BrowserSession browser;
  private final MarketplaceSettings settings;
  private FormMap map;
  private final List<Heal> heals = new ArrayList<>();
  private final Overlays covers = new Overlays(this);
  private final Hand hand;
  private final Navigation navigation;
  private final PageTime time;
  private final Waiting waiting;

  public Page(BrowserSession browser, MarketplaceSettings settings, FormMap map) {
    this.browser = browser;
    this.settings = settings;
    this.map = map;
    this.hand = new Hand(browser.driver(), settings.pace(), this::insert);
    this.navigation = new Navigation(this);
    this.time = new PageTime(System::nanoTime, browser.slowness());
    this.waiting = new Waiting(time);
  }

  public FormMap map() {
    return map;
  }

  /**
   * Switches to the form map of the page's language, as its {@code html} element names it. False if
   * there is no such map; without a language nothing changes.
   */
  public boolean speaks(String language) {
    Optional<FormMap> found = FormMap.find(language);
    found.ifPresent(other -> map = other);
    return language.isBlank() || found.isPresent();
  }

  /** Records a missing label and its replacement. */
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
   * Answers a blocking question ({@link Overlays#answered}).
   *
   * @return whether it answered one
   */
  public boolean answered() {
    return covers.answered();
  }

  /**
   * Waits until the page shows something, up to the limit of a page. Throws at a page that stops a
   * run, and answers blocking questions.
   */
  public <T> Optional<T> awaited(Supplier<Optional<T>> look) {
    return waited(look).seen();
  }

  /** The same, with the cause of a delay. */
  public <T> Waiting.Ended<T> waited(Supplier<Optional<T>> look) {
    PageTime.Since began = time.start();
    return waiting.until(
        settings.page(),
        () -> {
          PageState.of(this).ifPresent(PageState::orStop);
          Optional<T> seen = look.get();
          if (seen.isEmpty() && began.passed().compareTo(COVERED_AFTER) > 0) {
            answered();
          }
          return seen;
        });
  }

  /**
   * Waits until the page shows something, at most for this long in the page's own time. A vanished
   * element means "not yet".
   */
  public <T> Optional<T> until(Duration most, Supplier<Optional<T>> look) {
    return waiting.until(most, look).seen();
  }

  /**
   * The same, where an empty result will be taken for the page's own: empty only if nothing moves.
   *
   * @throws StoppedException with {@link Retryable} if the site or the machine is too slow
   */
  public <T> Optional<T> settled(Duration most, Supplier<Optional<T>> look) {
    Waiting.Ended<T> ended = waiting.until(most, look);
    if (ended.seen().isEmpty() && ended.stall() != Stall.NOTHING_MOVES) {
      PageState.of(this).ifPresent(PageState::orStop);
      throw new StoppedException(new Retryable(ended.stall().sentence()));
    }
    return ended.seen();
  }

  /** Time as this page has it. */
  public PageTime time() {
    return time;
  }

  /** Today in the browser's time zone, in which the site shows dates. */
  public LocalDate today() {
    return LocalDate.parse(String.valueOf(raw("page.today")));
  }

  public String address() {
    return String.valueOf(browser.driver().getCurrentUrl());
  }

  /** Runs a task of the page script. Empty if the page is being replaced or has no such element. */
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
    } catch (WebDriverException failed) {
      if (PageReplaced.is(failed)) {
        return "";
      }
      throw failed;
    }
  }

  /** Moves the pointer to the element. */
  void approach(WebElement element) {
    hand.approach(element);
  }

  /** Makes a real click. Closes overlays of the element by their own button or Escape. */
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
   * Makes a real click beside the element's middle.
   *
   * @param spot the place from the page script; without one, the middle
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

  /** Closes overlays of the element ({@link Overlays#over}). */
  public void uncover(WebElement element) {
    covers.over(element);
  }

  public void escape() {
    browser.driver().findElement(By.tagName("body")).sendKeys(Keys.ESCAPE);
  }

  /** Empties a field with keys, as a person does. */
  public void clear(WebElement field) {
    field.sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.BACK_SPACE);
  }

  /** Types into the field, key by key or in one piece, depending on the pace. */
  public void type(WebElement field, String text) {
    hand.type(field, text);
  }

  /** Enters text into the focused field in one piece, as a paste does. */
  public void insert(String text) {
    browser.devTools("Input.insertText", Map.of("text", text));
  }

  /** A button by its exact name. */
  public Optional<ScriptResult> button(List<String> names) {
    return ask("page.button", names);
  }

  /** Names of blocks with texts of other people, which must not stop a run. */
  List<String> foreign() {
    return Stream.concat(map.text("viewer").stream(), map.text("panes").stream()).toList();
  }

  /** A text of the page that contains one of these words. */
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
