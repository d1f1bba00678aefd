package com.lotview.standalone.faults;

import com.lotview.standalone.faults.Stock.Offer;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One order under one fault, while it is being done. Thread-safe. */
final class Stand {
  private final Scene scene;
  private final Offer offer;
  private volatile Set<String> ends;
  private volatile String posting = "";
  private volatile String note = "";
  private volatile @Nullable Instant struckAt;

  Stand(Scene scene, Offer offer, Set<String> ends) {
    this.scene = scene;
    this.offer = offer;
    this.ends = ends;
  }

  Scene scene() {
    return scene;
  }

  Offer offer() {
    return offer;
  }

  String posting() {
    return posting;
  }

  void ordered(String id) {
    posting = id;
  }

  /** The fault strikes now. */
  void struck() {
    struckAt = Instant.now();
  }

  Instant struckAt() {
    Instant at = struckAt;
    if (at == null) {
      throw new IllegalStateException("The fault did not strike");
    }
    return at;
  }

  /** The states in which the posting may end. */
  Set<String> ends() {
    return ends;
  }

  /** What the system answered allows only these ends. */
  void mustEnd(Set<String> allowed) {
    ends = allowed;
  }

  String note() {
    return note;
  }

  void note(String text) {
    note = text;
  }
}
