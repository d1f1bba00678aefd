package com.lotview.worker.marketplace.listings.change;

import com.lotview.form.Texts;
import com.lotview.worker.marketplace.page.Page;
import com.lotview.worker.marketplace.page.PageState;
import com.lotview.worker.marketplace.page.PostingOutcome;
import com.lotview.worker.marketplace.page.PostingOutcome.FieldMismatch;
import com.lotview.worker.marketplace.page.PostingOutcome.Retryable;
import com.lotview.worker.marketplace.page.StoppedException;
import com.lotview.worker.marketplace.page.Waiting;
import com.lotview.worker.text.DealerTexts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** The edit form of a listing. The site fills it some time after it appears. */
final class EditForm {

  /** Time between two equal readings, after which the form counts as filled. */
  private static final Duration READING_GAP = Duration.ofMillis(500);

  /** The make is a list in some countries and a text field with suggestions in others. */
  private static final List<Asked> FIELDS =
      List.of(
          new Asked("vehicleType", "choice"),
          new Asked("location", "place"),
          new Asked("year", "choice"),
          new Asked("make", "choice"),
          new Asked("make", "entry"),
          new Asked("model", "entry"),
          new Asked("trim", "text"),
          new Asked("vin", "text"),
          new Asked("mileage", "text"),
          new Asked("price", "text"),
          new Asked("bodyStyle", "choice"),
          new Asked("exteriorColor", "choice"),
          new Asked("interiorColor", "choice"),
          new Asked("cleanTitle", "tick"),
          new Asked("condition", "choice"),
          new Asked("fuelType", "choice"),
          new Asked("transmission", "choice"),
          new Asked("description", "text"));

  private record Asked(String name, String kind) {}

  private final Page page;

  EditForm(Page page) {
    this.page = page;
  }

  /** The values of the form's existing fields. */
  record Reading(SequencedMap<String, String> fields) {

    String value(String field) {
      return fields.getOrDefault(field, "");
    }

    /**
     * Whether it is this listing's form: by the marker, or by the title if it has no description.
     */
    boolean shows(String marker, String title) {
      return fields.containsKey("description")
          ? value("description").contains(marker)
          : Texts.key(value("year") + value("make") + value("model")).equals(Texts.key(title));
    }

    /** The first different field, except the price. */
    Optional<FieldMismatch> otherwise(Reading later) {
      List<String> names = new ArrayList<>(fields.keySet());
      later.fields.keySet().stream().filter(name -> !fields.containsKey(name)).forEach(names::add);
      return names.stream()
          .filter(name -> !name.equals("price") && !value(name).equals(later.value(name)))
          .map(name -> new FieldMismatch(name, value(name), later.value(name)))
          .findFirst();
    }
  }

  /**
   * Waits until the form shows the listing.
   *
   * @throws StoppedException if the form does not appear or is another listing's
   */
  Reading await(String marker, String title) {
    Optional<Reading> filled =
        page.settled(
            page.settings().page(),
            () -> {
              PageState.of(page).ifPresent(PageState::orStop);
              Reading first = read();
              if (first.value("price").isEmpty() || !first.shows(marker, title)) {
                return Optional.empty();
              }
              Waiting.pause(READING_GAP);
              return Optional.of(first).filter(read()::equals);
            });
    return filled.orElseThrow(() -> new StoppedException(missing(read(), marker)));
  }

  /** Waits for any field of the form; false if none appears. */
  boolean appears() {
    return page.awaited(
            () -> read().fields().isEmpty() ? Optional.<Boolean>empty() : Optional.of(true))
        .isPresent();
  }

  private static PostingOutcome missing(Reading read, String marker) {
    return read.fields().isEmpty()
        ? new Retryable(DealerTexts.EDIT_FORM_MISSING)
        : new FieldMismatch("description", "a text with " + marker, read.value("description"));
  }

  Reading read() {
    List<Map<String, Object>> asked =
        FIELDS.stream()
            .map(field ->
                Map.<String, Object>of(
                    "kind", field.kind(), "names", page.map().labels(field.name())))
            .toList();
    SequencedMap<String, String> read = new LinkedHashMap<>();
    if (page.raw("form.read", page.map().formNames(), asked) instanceof List<?> answers) {
      for (int i = 0; i < answers.size() && i < FIELDS.size(); i++) {
        if (answers.get(i) instanceof String value) {
          read.put(FIELDS.get(i).name(), value);
        }
      }
    }
    return new Reading(read);
  }
}
