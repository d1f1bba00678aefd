package com.lotview.worker.marketplace;

import com.lotview.worker.marketplace.FormMap.StopAddress;
import com.lotview.worker.marketplace.FormMap.StopText;
import java.net.URI;
import java.util.Optional;

/** Where the browser is: on the site's form, on a stop page, or still underway. */
record PageState(
    boolean loggedIn,
    boolean form,
    boolean ready,
    String language,
    String address,
    Optional<PostingOutcome> stop) {

  static Optional<PageState> of(Page page) {
    FormMap map = page.map();
    return page.ask(
            "state",
            map.text("loggedIn"),
            map.stopTexts().stream().map(StopText::starts).toList(),
            map.formNames(),
            map.text("loading"))
        .map(answer ->
            new PageState(
                answer.flag("loggedIn"),
                answer.flag("form"),
                !answer.text("ready").equals("loading"),
                answer.text("language"),
                answer.text("address"),
                stop(map, answer)));
  }

  /** Throws if the page is one that stops a run. */
  PageState orStop() {
    stop.ifPresent(outcome -> {
      throw new StoppedException(outcome);
    });
    return this;
  }

  private static Optional<PostingOutcome> stop(FormMap map, Answer answer) {
    String path = path(answer.text("address"));
    if (answer.flag("captcha")) {
      return Optional.of(StopMeaning.CAPTCHA.outcome("a captcha at " + path));
    }
    if (answer.flag("code")) {
      return Optional.of(StopMeaning.TWO_FACTOR.outcome(path));
    }
    Optional<PostingOutcome> byText =
        answer.number("stop") < 0 || answer.text("stopText").isEmpty()
            ? Optional.empty()
            : Optional.of(
                map.stopTexts()
                    .get(answer.number("stop"))
                    .meaning()
                    .outcome(answer.text("stopText")));
    if (byText.isPresent()) {
      return byText;
    }
    Optional<StopAddress> byAddress =
        map.stopAddresses().stream()
            .filter(stop -> path.startsWith(stop.starts()) || path.startsWith("/x" + stop.starts()))
            .findFirst();
    if (byAddress.isPresent()) {
      return byAddress.map(stop -> stop.meaning().outcome(path));
    }
    return answer.flag("login") && !answer.flag("loggedIn")
        ? Optional.of(StopMeaning.LOGIN.outcome(path))
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
