package com.lotview.worker.marketplace;

import com.lotview.worker.marketplace.PostingOutcome.FieldMismatch;
import com.lotview.worker.marketplace.PostingOutcome.FieldUnmappable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * The vehicle form, filled in the one order that holds: the type first, because choosing it clears
 * the rest; then the photos, because the first of them makes the page draw the form anew; then the
 * other fields from top to bottom, while the upload goes on.
 */
final class VehicleForm {

  /**
   * The page may put a text box for the make first and replace it by a list about a second after
   * the year.
   */
  private static final Duration MAKE_SETTLES = Duration.ofMillis(1500);

  private static final Duration DRAFT_SETTLES = Duration.ofMillis(150);

  private final Page page;
  private final FormValues values;
  private final PhotoField photos;
  private final List<FormField> filled = new ArrayList<>();

  VehicleForm(Page page, FormValues values, List<OrderPhoto> photos) {
    this.page = page;
    this.values = values;
    this.photos = new PhotoField(page, photos);
  }

  void fill() {
    enter(choice("vehicleType", values.vehicleType(), false));
    photos.begin();
    enter(
        new LocationField(
            "location", labels("location"), values.location(), page.map().text("cityKind")));
    enter(exact("year", String.valueOf(values.year())));
    enter(make());
    enter(TextField.line("model", labels("model"), values.model(), false));
    String trim = values.trim();
    if (trim != null && present("text", "trim")) {
      enter(TextField.line("trim", labels("trim"), trim, true));
    }
    enter(TextField.digits("mileage", labels("mileage"), values.mileage()));
    enter(TextField.digits("price", labels("price"), values.priceDollars()));
    enterIfKnown("bodyStyle", values.bodyStyle());
    enterIfKnown("exteriorColor", values.exteriorColor());
    enterIfKnown("interiorColor", values.interiorColor());
    enter(new CheckboxField("cleanTitle", labels("cleanTitle"), values.cleanTitle()));
    enterIfKnown("condition", values.condition());
    enterIfKnown("fuelType", values.fuelType());
    enter(choice("transmission", values.transmission(), false));
    enter(TextField.lines("description", labels("description"), values.description()));
  }

  void finishPhotos() {
    photos.finish();
  }

  /**
   * Reads all fields in one look and compares. What differs is entered once more (a restored draft
   * may have come over it), and then everything is read again.
   */
  FormReading verify() {
    List<FormField> wrong = wrong(read());
    if (!wrong.isEmpty()) {
      // Top to bottom: a field above may clear those below it.
      filled.stream().filter(wrong::contains).forEach(field -> field.enter(page));
      Waiting.pause(DRAFT_SETTLES);
      SequencedMap<String, String> again = read();
      for (FormField field : wrong(again)) {
        throw new StoppedException(
            new FieldMismatch(field.name(), field.wanted(), again.getOrDefault(field.name(), "")));
      }
    }
    photos.finish();
    return new FormReading(read(), photos.count());
  }

  private List<FormField> wrong(Map<String, String> read) {
    return filled.stream()
        .filter(field -> !(field.optional() && !read.containsKey(field.name())))
        .filter(field -> !field.agrees(read.getOrDefault(field.name(), "")))
        .toList();
  }

  /** What each filled field shows; one that the form does not have is not in it. */
  private SequencedMap<String, String> read() {
    List<Map<String, Object>> asked =
        filled.stream()
            .map(field -> Map.<String, Object>of("kind", field.kind(), "names", field.labels()))
            .toList();
    SequencedMap<String, String> read = new LinkedHashMap<>();
    if (page.raw("read", page.map().formNames(), asked) instanceof List<?> answers) {
      for (int i = 0; i < answers.size() && i < filled.size(); i++) {
        if (answers.get(i) instanceof String value) {
          read.put(filled.get(i).name(), value);
        }
      }
    }
    return read;
  }

  private void enter(FormField field) {
    if (!filled.isEmpty()) {
      Waiting.pause(page.pace().betweenFields());
    }
    field.enter(page);
    filled.add(field);
  }

  private void enterIfKnown(String name, @Nullable String option) {
    if (option != null) {
      enter(choice(name, option, true));
    }
  }

  private DropdownField choice(String name, String option, boolean optional) {
    return new DropdownField(name, labels(name), page.map().option(option), optional);
  }

  private DropdownField exact(String name, String value) {
    return new DropdownField(name, labels(name), List.of(value), false);
  }

  /** A list in most countries, a text box in some. */
  private FormField make() {
    Optional<Boolean> list =
        Waiting.until(
            page.settings().page(),
            () -> present("choice", "make") ? Optional.of(true) : textMake());
    if (list.isEmpty()) {
      PageState.of(page).ifPresent(PageState::orStop);
      throw new StoppedException(
          new FieldUnmappable("make", values.make(), "the form shows no field for the make"));
    }
    return list.get()
        ? exact("make", values.make())
        : TextField.line("make", labels("make"), values.make(), false);
  }

  private Optional<Boolean> textMake() {
    if (!present("text", "make") || !present("text", "mileage")) {
      return Optional.empty();
    }
    Optional<Boolean> replaced =
        Waiting.until(
            MAKE_SETTLES, () -> present("choice", "make") ? Optional.of(true) : Optional.empty());
    return Optional.of(replaced.isPresent());
  }

  private boolean present(String kind, String name) {
    return page.ask("field", page.map().formNames(), kind, labels(name)).isPresent();
  }

  private List<String> labels(String field) {
    return page.map().labels(field);
  }
}
