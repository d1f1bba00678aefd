package com.lotview.inventory.vehicle.query;

import com.lotview.inventory.vehicle.query.Understood.Kind;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A search, read.
 *
 * @param understood in the order of the words
 * @param text words that were not understood: each must occur in what the vehicle says of itself
 */
public record SearchReading(List<Understood> understood, List<String> text) {
  /** Of no search. */
  public static final SearchReading NONE = new SearchReading(List.of(), List.of());

  public SearchReading {
    understood = List.copyOf(understood);
    text = List.copyOf(text);
  }

  /** Every value of the kind; a vehicle that has one of them is wanted. */
  public Set<String> values(Kind kind) {
    return of(kind).stream()
        .flatMap(one -> one.values().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Every range of the kind; a vehicle must be in all of them. */
  public List<NumberRange> ranges(Kind kind) {
    return of(kind).stream().map(Understood::range).toList();
  }

  private List<Understood> of(Kind kind) {
    return understood.stream().filter(one -> one.kind() == kind).toList();
  }
}
