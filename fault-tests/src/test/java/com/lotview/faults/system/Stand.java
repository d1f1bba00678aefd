package com.lotview.faults.system;

import static java.util.stream.Collectors.toUnmodifiableSet;

import com.lotview.faults.system.Stock.Offer;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One order under one fault, while it is in progress. Thread-safe. */
public final class Stand {
  private final Scene scene;
  private final Offer offer;
  private volatile Set<String> ends;
  private volatile String posting = "";
  private volatile String note = "";
  private volatile @Nullable Instant struckAt;

  public Stand(Scene scene, Offer offer, Set<String> ends) {
    this.scene = scene;
    this.offer = offer;
    this.ends = ends;
  }

  public Scene scene() {
    return scene;
  }

  public Offer offer() {
    return offer;
  }

  public String posting() {
    return posting;
  }

  public void ordered(String id) {
    posting = id;
  }

  /** The fault strikes now. */
  public void struck() {
    struckAt = Instant.now();
  }

  public Instant struckAt() {
    Instant at = struckAt;
    if (at == null) {
      throw new IllegalStateException("The fault did not strike");
    }
    return at;
  }

  /** The states in which the posting may end. */
  public Set<String> ends() {
    return ends;
  }

  /** Limits the allowed ends according to the system's answer. */
  public void mustEnd(Set<String> allowed) {
    ends = allowed;
  }

  /** A fault of another posting strikes this one too: whether its click worked may stay unknown. */
  public void struckBeside() {
    if (ends.contains("POSTED")) {
      ends = Stream.concat(ends.stream(), Stream.of("NEEDS_REVIEW")).collect(toUnmodifiableSet());
    }
  }

  public String note() {
    return note;
  }

  public void note(String text) {
    note = text;
  }
}
