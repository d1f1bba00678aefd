package com.lotview.worker.marketplace;

import com.lotview.worker.marketplace.FormFinding.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A look at the open form that chooses the vehicle type and enters nothing else. */
final class DryReading {

  /** Kinds in which a field may come, best first. */
  private record Asked(String field, List<String> kinds) {}

  private static final List<Asked> FIELDS =
      List.of(
          new Asked("location", List.of("place")),
          new Asked("year", List.of("choice")),
          new Asked("make", List.of("choice", "text")),
          new Asked("model", List.of("text")),
          new Asked("mileage", List.of("text")),
          new Asked("price", List.of("text")),
          new Asked("bodyStyle", List.of("choice")),
          new Asked("exteriorColor", List.of("choice")),
          new Asked("interiorColor", List.of("choice")),
          new Asked("cleanTitle", List.of("tick")),
          new Asked("condition", List.of("choice")),
          new Asked("fuelType", List.of("choice")),
          new Asked("transmission", List.of("choice")),
          new Asked("description", List.of("text")));

  private final Page page;

  DryReading(Page page) {
    this.page = page;
  }

  FormReport read() {
    FormMap map = page.map();
    List<FormFinding> findings = new ArrayList<>();
    new DropdownField(
            "vehicleType", map.labels("vehicleType"), map.option("CAR_TRUCK"), false)
        .enter(page);
    findings.add(
        new FormFinding(
            "vehicleType",
            State.MATCHES,
            wanted(List.of("choice"), map.labels("vehicleType")),
            map.option("CAR_TRUCK").getFirst()));
    Waiting.until(page.settings().page(), () -> seen(new Asked("mileage", List.of("text"))));
    FIELDS.forEach(field -> findings.add(finding(field)));
    return new FormReport(map.language(), map.version(), findings);
  }

  private FormFinding finding(Asked field) {
    String wanted = wanted(field.kinds(), page.map().labels(field.field()));
    return seen(field)
        .map(value -> new FormFinding(field.field(), State.MATCHES, wanted, value))
        .orElseGet(() -> new FormFinding(field.field(), State.MISSING, wanted, ""));
  }

  private Optional<String> seen(Asked field) {
    return field.kinds().stream()
        .flatMap(kind ->
            page
                .ask("field", page.map().formNames(), kind, page.map().labels(field.field()))
                .map(found -> kind + " " + found.text("value"))
                .stream())
        .findFirst();
  }

  private static String wanted(List<String> kinds, List<String> labels) {
    return String.join(" or ", kinds) + " named " + String.join(" or ", labels);
  }
}
