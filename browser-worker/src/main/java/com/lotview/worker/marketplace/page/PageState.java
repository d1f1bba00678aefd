package com.lotview.worker.marketplace.page;

import com.lotview.form.FormMap;
import com.lotview.form.FormMap.StopAddress;
import com.lotview.form.FormMap.StopText;
import com.lotview.form.StopMeaning;
import com.lotview.worker.text.DealerTexts;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The state of the page: the form, a page that stops a run, or still loading.
 *
 * @param settled whether the page shows no sign of loading
 */
public record PageState(
    boolean loggedIn,
    boolean form,
    boolean settled,
    String language,
    String address,
    Optional<PostingOutcome> stop) {

  public static Optional<PageState> of(Page page) {
    FormMap map = page.map();
    List<StopText> stops = map.stopTexts();
    return page.ask(
            "state.state",
            Map.of(
                "loggedIn", map.text("loggedIn"),
                "stops", stops.stream().map(StopText::starts).toList(),
                "forms", map.formNames(),
                "loading", map.text("loading"),
                "foreign", page.foreign()))
        .map(answer ->
            new PageState(
                answer.flag("loggedIn"),
                answer.flag("form"),
                answer.text("ready").equals("complete") && !answer.flag("busy"),
                answer.text("language"),
                answer.text("address"),
                stop(map, stops, answer)));
  }

  /** What on the current page stops a run; empty if nothing does. */
  public static Optional<PostingOutcome> stop(Page page) {
    return PageState.of(page).flatMap(PageState::stop);
  }

  /** Throws if the page stops a run. */
  public PageState orStop() {
    stop.ifPresent(outcome -> {
      throw new StoppedException(outcome);
    });
    return this;
  }

  /** Captchas and codes appear at several addresses, so the page's content decides first. */
  private static Optional<PostingOutcome> stop(
      FormMap map, List<StopText> stops, ScriptResult answer) {
    String path = path(answer.text("address"));
    if (answer.flag("captcha")) {
      return Optional.of(PostingOutcome.of(StopMeaning.CAPTCHA, DealerTexts.captcha(path)));
    }
    if (answer.flag("code")) {
      return Optional.of(PostingOutcome.of(StopMeaning.TWO_FACTOR, path));
    }
    if (answer.number("stop") >= 0 && !answer.text("stopText").isEmpty()) {
      StopMeaning meaning = stops.get(answer.number("stop")).meaning();
      return Optional.of(PostingOutcome.of(meaning, answer.text("stopText")));
    }
    Optional<StopAddress> byAddress =
        map.stopAddresses().stream()
            .filter(stop -> path.startsWith(stop.starts()) || path.startsWith("/x" + stop.starts()))
            .findFirst();
    if (byAddress.isPresent()) {
      return byAddress.map(stop -> PostingOutcome.of(stop.meaning(), path));
    }
    // The site may ask for the password over a page that looks signed in.
    return answer.flag("password") || (answer.flag("login") && !answer.flag("loggedIn"))
        ? Optional.of(PostingOutcome.of(StopMeaning.LOGIN, path))
        : Optional.empty();
  }

  private static String path(String address) {
    try {
      String path = URI.create(address).getPath();
      return path == null ? "" : path;
    } catch (IllegalArgumentException odd) {
      return "";
    }
  }
}
