package com.lotview.worker.marketplace.form;

import com.lotview.form.mapping.LeftOut;
import java.util.List;
import java.util.SequencedMap;

/**
 * The form as read back.
 *
 * @param fields value of each field, in the form's order; all agree with the order
 * @param storedPhotos number of stored photos, each with its own address
 * @param leftOut values of the order that were left out, and why
 */
public record FormReading(
    SequencedMap<String, String> fields, int storedPhotos, List<LeftOut> leftOut) {

  public FormReading {
    leftOut = List.copyOf(leftOut);
  }
}
