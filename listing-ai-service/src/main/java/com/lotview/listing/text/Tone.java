package com.lotview.listing.text;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How a text may sound. A closed list: free text here would be a way to give orders. */
public enum Tone {
  PROFESSIONAL,
  FRIENDLY,
  BRIEF,
  DETAILED,
  FAMILY;

  /** The tone of that name, or of that former name, in any case; empty if there is none. */
  public static Optional<Tone> named(String name) {
    String wanted =
        switch (name.strip().toLowerCase(Locale.ROOT)) {
          case "direct" -> "brief";
          case "conversational" -> "friendly";
          case String other -> other;
        };
    return Arrays.stream(values()).filter(tone -> tone.word().equals(wanted)).findFirst();
  }

  /** As {@link #named}, with {@link #PROFESSIONAL} for what is missing or unknown. */
  @JsonCreator
  public static Tone orDefault(@Nullable String name) {
    return Optional.ofNullable(name).flatMap(Tone::named).orElse(PROFESSIONAL);
  }

  /** The names, for people. */
  public static String words() {
    return Arrays.stream(values()).map(Tone::word).collect(Collectors.joining(", "));
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
