package com.lotview.inventory.meaning;

import java.util.Set;

/** What a text says about one {@link Kind}. Values are those of {@code words.txt}. */
public sealed interface Answer {

  /** It states this value, and does not deny it. */
  record Says(String value) implements Answer {}

  /** It denies these values and states none. */
  record SaysNot(Set<String> values) implements Answer {
    public SaysNot {
      values = Set.copyOf(values);
    }
  }

  /** It states several values, or states and denies the same one: none of them may be used. */
  record SaysBoth(Set<String> values) implements Answer {
    public SaysBoth {
      values = Set.copyOf(values);
    }
  }

  /** It says nothing about the kind. */
  record SaysNothing() implements Answer {}
}
