package com.lotview.worker.marketplace.form;

import com.lotview.form.FormMap;
import com.lotview.form.mapping.FormValues;
import com.lotview.form.mapping.LeftOut;
import com.lotview.form.mapping.OrderPhoto;
import com.lotview.form.plan.FormPlan;
import com.lotview.form.plan.PlannedField;
import com.lotview.worker.marketplace.page.Page;
import com.lotview.worker.marketplace.page.PageState;
import com.lotview.worker.marketplace.page.PageTime;
import com.lotview.worker.marketplace.page.PostingOutcome.FieldMismatch;
import com.lotview.worker.marketplace.page.PostingOutcome.FieldUnmappable;
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
import java.util.stream.Stream;

/**
 * Fills the vehicle form in the order that works: the type first, because it clears the rest; then
 * the photos, because the first one redraws the form; then the other fields, roughly from top to
 * bottom, during the upload.
 */
public final class VehicleForm {

  /** The page may replace the make's text box by a list, about a second after the year. */
  private static final Duration MAKE_SETTLE_TIME = Duration.ofMillis(1500);

  /** Some forms show the mileage only after the make. */
  private static final Duration MAKE_STABLE_TIME = Duration.ofSeconds(4);

  private static final Duration DRAFT_SETTLE_TIME = Duration.ofMillis(150);

  /** A draft is restored once; later differences have other causes. */
  private static final int MAX_REPAIRS = 3;

  private final Page page;
  private final FormPlan plan;
  private final FormValues values;
  private final PhotoField photos;
  private final Healing healing;
  private final FormUnits units;
  private final List<FormField> filled = new ArrayList<>();
  private final List<LeftOut> absent = new ArrayList<>();

  public VehicleForm(Page page, FormPlan plan, FormValues values, List<OrderPhoto> photos) {
    this.page = page;
    this.plan = plan;
    this.values = values;
    this.photos = new PhotoField(page, photos);
    this.healing = new Healing(page);
    this.units = new FormUnits(page, values);
  }

  public void fill() {
    photos.check();
    enter(dropdown("vehicleType"));
    photos.begin();
    enter(dropdown("year"));
    // The page replaces the make's field some time after the year, and a list opened before would
    // stay open. So fields that do not depend on the make come first.
    enter(location());
    boolean priced = present("text", "price");
    if (priced) {
      enter(digits("price"));
    }
    enter(make());
    enter(TextField.entry("model", labels("model"), wanted("model")));
    enterIfKnownText("trim");
    enter(digits("mileage"));
    if (!priced) {
      enter(digits("price"));
    }
    units.insist(read(), filled);
    if (!present("choice", "transmission")) {
      Sections.unfold(page);
    }
    enterIfKnown("bodyStyle");
    enterIfKnown("exteriorColor");
    enterIfKnown("interiorColor");
    enter(
        new CheckboxField(
            "cleanTitle", labels("cleanTitle"), Boolean.parseBoolean(wanted("cleanTitle"))));
    enterIfKnown("condition");
    enterIfKnown("fuelType");
    transmission();
    enterIfKnownText("vin");
    enter(TextField.lines("description", labels("description"), wanted("description")));
  }

  /** A form without it counts as automatic, like an untouched one. */
  private void transmission() {
    if (plan.field("transmission").option() != null) {
      enter(dropdown("transmission"));
    } else if (present("choice", "transmission")) {
      throw new StoppedException(
          new FieldUnmappable("transmission", "", DealerTexts.AUTOMATIC_UNTOUCHED));
    }
  }

  public void finishPhotos() {
    photos.finish();
  }

  /**
   * Reads all fields at once and compares. Enters different fields once more (a restored draft may
   * have changed them), and reads all fields again.
   *
   * @throws StoppedException with a field that still differs, or a required field that was not
   *     filled
   */
  public FormReading verify() {
    PageState.of(page).ifPresent(PageState::orStop);
    repaired();
    photos.finish();
    new OpenQuestions(page).insistOnNone(filled.stream().map(FormField::name).toList());
    SequencedMap<String, String> read = repaired();
    units.insist(read, filled);
    return new FormReading(read, photos.count(), leftOut());
  }

  /** The values of the order that were left out so far. */
  public List<LeftOut> leftOut() {
    return Stream.concat(values.leftOut().stream(), absent.stream()).toList();
  }

  /** The last check before leaving the form, because a draft may have been restored. */
  public void settle() {
    repaired();
    photos.finish();
  }

  /** Enters different fields again and returns what all fields hold. */
  private SequencedMap<String, String> repaired() {
    SequencedMap<String, String> read = read();
    for (int i = 0; i < MAX_REPAIRS && !wrong(read).isEmpty(); i++) {
      // From top to bottom, because a field may clear those below it.
      filled.forEach(field -> {
        if (wrong(read()).contains(field)) {
          field.enter(page);
        }
      });
      Waiting.pause(DRAFT_SETTLE_TIME);
      read = read();
    }
    for (FormField field : wrong(read)) {
      throw new StoppedException(
          new FieldMismatch(field.name(), field.wanted(), read.getOrDefault(field.name(), "")));
    }
    return read;
  }

  private List<FormField> wrong(Map<String, String> read) {
    return filled.stream()
        .filter(field -> !(field.optional() && !read.containsKey(field.name())))
        .filter(field -> !field.agrees(read.getOrDefault(field.name(), "")))
        .toList();
  }

  /** The values of the filled fields that the form has. */
  private SequencedMap<String, String> read() {
    List<Map<String, Object>> asked =
        filled.stream()
            .map(field -> Map.<String, Object>of("kind", field.kind(), "names", field.labels()))
            .toList();
    SequencedMap<String, String> read = new LinkedHashMap<>();
    if (page.raw("form.read", page.map().formNames(), asked) instanceof List<?> answers) {
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
    Healing.Located located = healing.located(field);
    FormField found = located.field();
    if (field.optional() && located.seen().isEmpty()) {
      // The fields of a form appear together, and the previous ones are there.
      if (!field.wanted().equals("false")) {
        absent.add(new LeftOut(field.name(), field.wanted(), located.missing()));
      }
      return;
    }
    try {
      FieldAccess.enter(page, found, located.seen());
      filled.add(found);
    } catch (StoppedException refused) {
      absent.add(withoutOption(found, refused));
    }
  }

  /**
   * If the list of an optional field lacks the option, the field stays empty.
   *
   * @throws StoppedException the given one, if it is another refusal or the field is not empty
   */
  private LeftOut withoutOption(FormField field, StoppedException refused) {
    if (field.optional()
        && refused.outcome() instanceof FieldUnmappable missing
        && FieldAccess.read(page, field).isEmpty()) {
      return new LeftOut(field.name(), missing.value(), missing.reason());
    }
    throw refused;
  }

  private void enterIfKnown(String name) {
    if (plan.find(name).isPresent()) {
      enter(dropdown(name));
    }
  }

  private void enterIfKnownText(String name) {
    plan.find(name)
        .ifPresent(field -> enter(TextField.line(name, labels(name), field.value(), true)));
  }

  private String wanted(String name) {
    return plan.field(name).value();
  }

  private DropdownField dropdown(String name) {
    FormMap map = page.map();
    PlannedField field = plan.field(name);
    PlannedField.Position place = field.place(map);
    return new DropdownField(
        name,
        labels(name),
        field.accepted(map),
        field.optional(),
        place == null ? null : new DropdownField.Place(place.index(), place.of()));
  }

  private TextField digits(String name) {
    return TextField.digits(name, labels(name), Long.parseLong(wanted(name)));
  }

  private LocationField location() {
    return new LocationField(
        "location",
        labels("location"),
        plan.field("location").values(),
        page.map().text("cityKind"));
  }

  /** The make: a list in most countries, a text box in some. */
  private FormField make() {
    PageTime.Since began = page.time().start();
    Optional<Boolean> list =
        page.settled(
            page.settings().page(),
            () -> present("choice", "make") ? Optional.of(true) : textMake(began));
    if (list.isEmpty()) {
      PageState.of(page).ifPresent(PageState::orStop);
      throw new StoppedException(
          new FieldUnmappable("make", values.make(), DealerTexts.NO_MAKE_FIELD));
    }
    return list.get() ? dropdown("make") : TextField.make(labels("make"), values.make());
  }

  /**
   * False when the text box stays: the rest of the form is there, or it was stable for long enough.
   */
  private Optional<Boolean> textMake(PageTime.Since began) {
    if (!present("entry", "make")) {
      return Optional.empty();
    }
    boolean stood = began.over(MAKE_STABLE_TIME);
    if (!stood && !present("text", "mileage")) {
      return Optional.empty();
    }
    Optional<Boolean> replaced =
        page.until(
            MAKE_SETTLE_TIME,
            () -> present("choice", "make") ? Optional.of(true) : Optional.empty());
    return Optional.of(replaced.isPresent());
  }

  private boolean present(String kind, String name) {
    return page.ask("form.field", page.map().formNames(), kind, labels(name)).isPresent();
  }

  private List<String> labels(String field) {
    return page.map().labels(field);
  }
}
