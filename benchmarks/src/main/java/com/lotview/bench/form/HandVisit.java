package com.lotview.bench.form;

import com.lotview.bench.form.FormSite.Visitor;
import com.lotview.form.mapping.FormMapping;
import com.lotview.form.mapping.ListingOrder;
import com.lotview.form.mapping.OrderPhoto;
import com.lotview.form.plan.FormPlan;
import com.lotview.form.plan.FormWords;
import com.lotview.worker.marketplace.page.PostingOutcome;
import com.lotview.worker.marketplace.page.StoppedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A person's browser with the extension's script in the form's page. The script fills by script
 * events only; Next and Publish are pressed from outside, as the person does.
 */
final class HandVisit implements AutoCloseable {
  private static final Duration FILLS_WITHIN = Duration.ofMinutes(3);
  private static final Duration CLICK = Duration.ofSeconds(20);
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final FormMapping MAPPING = new FormMapping();

  private static final String RUN =
      """
      const [plan, photos, done] = arguments;
      const file = ([name, base64]) =>
        new File([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], name, { type: 'image/jpeg' });
      window.lotviewFill.fill(JSON.parse(plan), photos.map(file))
        .then((report) => done(JSON.stringify(report)), (error) => done(JSON.stringify({ error: String(error?.stack ?? error) })));
      """;

  private final FormVisit visit;
  private final String script;

  private HandVisit(FormVisit visit, String script) {
    this.visit = visit;
    this.script = script;
  }

  /**
   * Opens the form.
   *
   * @param script of the extension, as {@code fill.mjs} builds it
   */
  static HandVisit begin(URI site, Visitor visitor, Path folder, String script) {
    FormVisit visit = FormVisit.begin(site, visitor, folder);
    visit.browser().driver().manage().timeouts().scriptTimeout(FILLS_WITHIN);
    return new HandVisit(visit, script);
  }

  /** Opens the form and has it filled; the script's report. */
  JsonNode fill(ListingOrder order) {
    visit.marketplace().checkLogin();
    visit.marketplace().openForm();
    var driver = visit.browser().driver();
    driver.executeScript(script + "\nwindow.lotviewFill = lotviewFill;");
    FormPlan plan = FormPlan.of(MAPPING, MAPPING.map(order));
    List<List<String>> photos = order.photos().stream().map(HandVisit::encoded).toList();
    Object report = driver.executeAsyncScript(RUN, JSON.writeValueAsString(wire(plan)), photos);
    return JSON.readTree(String.valueOf(report));
  }

  // As posting-service sends it.
  private static Map<String, Object> wire(FormPlan plan) {
    Map<String, Object> wire = new HashMap<>();
    // Dollars and miles on every variant, as the fleet's trials have them (Units.ACCOUNT).
    wire.put("counts", null);
    wire.put("languages", FormWords.of(plan));
    wire.put(
        "fields",
        plan.fields().stream()
            .map(one ->
                Map.of(
                    "name", one.name(),
                    "kind", one.kind(),
                    "values", one.values(),
                    "optional", one.optional()))
            .toList());
    return wire;
  }

  private static List<String> encoded(OrderPhoto photo) {
    try {
      return List.of(
          String.valueOf(photo.file().getFileName()),
          Base64.getEncoder().encodeToString(Files.readAllBytes(photo.file())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The person presses Next and Publish. */
  PostingOutcome publish(ListingOrder order) {
    try {
      visit.marketplace().next();
      visit.marketplace().clickPublish(() -> CLICK);
    } catch (StoppedException stopped) {
      return stopped.outcome();
    }
    return visit.marketplace().awaitListing(order);
  }

  void picture(Path file) {
    visit.picture(file);
  }

  @Override
  public void close() {
    visit.close();
  }
}
