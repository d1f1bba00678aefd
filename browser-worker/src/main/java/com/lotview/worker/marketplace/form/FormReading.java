package com.lotview.worker.marketplace.form;

import com.lotview.worker.marketplace.mapping.LeftOut;
import java.util.List;
import java.util.SequencedMap;

/**
 * What the form held when it was read back.
 *
 * @param fields field name to the value shown, in the form's order; every one agreed with the order
 * @param storedPhotos photos with a distinct stored address
 * @param leftOut what of the order the form was not told, and why
 */
public record FormReading(
    SequencedMap<String, String> fields, int storedPhotos, List<LeftOut> leftOut) {

  public FormReading {
    leftOut = List.copyOf(leftOut);
  }
}
