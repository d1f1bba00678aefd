package com.lotview.sandbox.fault;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Troubles inside the form. */
public final class FormHook {
  /** The default time after which an unfinished listing comes back. */
  private static final long USUAL_RETURN_MILLIS = 3000;

  private static final Set<String> FIELDS =
      Set.of(
          "vehicleType",
          "location",
          "year",
          "make",
          "model",
          "mileage",
          "price",
          "bodyStyle",
          "exteriorColor",
          "interiorColor",
          "cleanTitle",
          "condition",
          "fuelType",
          "transmission",
          "description",
          "next",
          "publish");

  /**
   * An unfinished listing that comes back.
   *
   * @param millis how long after the form was opened
   * @param photo true when it brings a picture
   */
  public record Return(long millis, boolean photo) {}

  private final Faults faults;

  /** Reads from this board. */
  public FormHook(Faults faults) {
    this.faults = faults;
  }

  /** By field, its replacement label on this page load; empty if there is none. */
  public Map<String, String> labels(String account) {
    Map<String, String> labels = new LinkedHashMap<>();
    for (FaultKind kind : List.of(FaultKind.LABEL_REMOVED, FaultKind.LABEL_RENAMED)) {
      for (Fault fault : faults.strikeEach(kind, account)) {
        labels.put(
            Objects.requireNonNull(fault.field()), Objects.requireNonNullElse(fault.text(), ""));
      }
    }
    return labels;
  }

  /** The unfinished listing that comes back on this page load. */
  public Optional<Return> returns(String account) {
    return faults
        .strike(FaultKind.DRAFT_RESTORED, account)
        .or(() -> faults.strike(FaultKind.DRAFT_RESTORED_WITH_PHOTO, account))
        .map(fault ->
            new Return(
                fault.millis() == 0 ? USUAL_RETURN_MILLIS : fault.millis(),
                fault.kind() == FaultKind.DRAFT_RESTORED_WITH_PHOTO));
  }

  /** How many clicks on Publish the page loses. */
  public int lostClicks(String account) {
    int lost = 0;
    while (faults.strike(FaultKind.PUBLISH_LOST, account).isPresent()) {
      lost++;
    }
    return lost;
  }

  /** True when this picture cannot be uploaded. */
  public boolean losesPicture(String account) {
    return faults.strike(FaultKind.UPLOAD_FAILS, account).isPresent();
  }

  /** Holds an upload back, if that is due. */
  public void holdPicture(String account) {
    faults.strike(FaultKind.UPLOAD_SLOW, account).ifPresent(Fault::sleep);
  }

  /** True when the search for places fails. */
  public boolean losesPlaces(String account) {
    return faults.strike(FaultKind.LOCATION_FAILS, account).isPresent();
  }

  /** True when the form has a field of that name. */
  public static boolean knows(String field) {
    return FIELDS.contains(field);
  }
}
