package com.lotview.listing.text;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The languages of texts: those of the marketplace's form maps. */
public enum Language {
  EN("Call or message us at %s to schedule a test drive."),
  ES("Llámenos o escríbanos a %s para agendar una prueba de manejo."),
  ID("Telepon atau kirim pesan ke %s untuk menjadwalkan test drive.");

  private final String callToAction;

  Language(String callToAction) {
    this.callToAction = callToAction;
  }

  /**
   * The language of a tag such as {@code es} or {@code en-US}; empty if there are no texts in it.
   */
  public static Optional<Language> of(@Nullable String tag) {
    String wanted = tag == null ? "" : tag.strip().toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
    return Arrays.stream(values()).filter(language -> language.tag().equals(wanted)).findFirst();
  }

  /** The tags, for people. */
  public static String tags() {
    return Arrays.stream(values()).map(Language::tag).collect(Collectors.joining(", "));
  }

  public String tag() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The call to action that every text ends with. */
  public String callToAction(String dealership) {
    return callToAction.formatted(dealership.strip());
  }
}
