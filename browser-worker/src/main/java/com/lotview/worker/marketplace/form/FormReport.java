package com.lotview.worker.marketplace.form;

import java.util.List;

/**
 * The form compared with the form map, field by field, in the form's order.
 *
 * @param language of the form map that was used, such as {@code en}
 */
public record FormReport(String language, int mapVersion, List<FormFinding> findings) {

  public FormReport {
    findings = List.copyOf(findings);
  }

  /** Whether a vehicle can be posted through this form without healing. */
  public boolean good() {
    return findings.stream().allMatch(one -> one.state() == FormFinding.State.MATCHES);
  }
}
