package com.lotview.worker.fleet.messaging;

import com.lotview.worker.marketplace.form.FormFinding;
import com.lotview.worker.marketplace.form.FormReport;
import java.util.List;
import java.util.Set;

/** The inspected form, in {@code posting.completed}. */
record FormSeen(String language, int mapVersion, List<Finding> findings, List<String> makes) {
  /** No vehicle can be posted without these fields; others are optional. */
  private static final Set<String> REQUIRED =
      Set.of(
          "vehicleType",
          "photos",
          "location",
          "year",
          "make",
          "model",
          "mileage",
          "price",
          "transmission",
          "description",
          "next");

  /** One field. */
  record Finding(String field, String state, boolean required, String wanted, String found) {
    static Finding of(FormFinding finding) {
      return new Finding(
          finding.field(),
          finding.state().name(),
          REQUIRED.contains(finding.field()),
          finding.wanted(),
          finding.found());
    }
  }

  static FormSeen of(FormReport report) {
    return new FormSeen(
        report.language(),
        report.mapVersion(),
        report.findings().stream().map(Finding::of).toList(),
        report.makes());
  }
}
