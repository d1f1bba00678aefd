package com.lotview.bench.form;

import com.lotview.bench.form.FormResult.Verdict;
import java.util.List;

/**
 * The result of one mutated form that the extension's script filled and a person published.
 *
 * @param fleet how the fleet ended on the same form, with the same vehicle
 * @param fleetFilled fields that the fleet filled; 0 if it did not post
 * @param filled fields that the script filled
 * @param healed fields whose label was missing, and by which control the script filled them
 * @param left fields that it left, with the reason
 * @param wrong differences between the ledger and the order
 * @param words what the person read last
 */
record HandResult(
    String variant,
    long seed,
    String vehicle,
    Verdict verdict,
    Verdict fleet,
    int fleetFilled,
    int filled,
    List<String> healed,
    List<String> left,
    List<String> wrong,
    List<String> changes,
    String words,
    long millis) {

  String name() {
    return variant + "-" + seed;
  }
}
