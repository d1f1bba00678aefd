package com.lotview.worker.marketplace.form;

import java.util.List;

/**
 * The form compared with the form map, field by field, in the form's order.
 *
 * @param language of the form map that was used, such as {@code en}
 * @param makes names of makes that the form accepts; empty if the make is a text or was not read
 */
public record FormReport(
    String language, int mapVersion, List<FormFinding> findings, List<String> makes) {

  public FormReport {
    findings = List.copyOf(findings);
    makes = List.copyOf(makes);
  }

  /** Whether a vehicle can be posted through this form without healing. */
  public boolean good() {
    return findings.stream().allMatch(one -> one.state() == FormFinding.State.MATCHES);
  }
}
