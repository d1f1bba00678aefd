package com.lotview.listing.text.builtin;

import com.lotview.listing.text.Language;
import com.lotview.listing.text.ListingBrief;
import com.lotview.listing.text.ListingText;
import com.lotview.listing.text.TextFrame;
import com.lotview.listing.text.Tone;
import com.lotview.listing.text.check.ListingChecks;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Writes a text from the vehicle's facts only, at once and always the same for the same facts.
 * Unknown facts are not mentioned. Thread-safe.
 *
 * <p>The words are data: see the files below {@code lotview/listing/writer}. Drafts are tried until
 * one passes the checks; if none does, plainer ones are tried, down to the vehicle's name.
 */
public final class BuiltInWriter {
  private static final int DRAFTS = 24;

  private final ListingChecks checks;
  private final Map<Language, Map<Tone, PhraseBook>> inMiles = PhraseBook.all(false);
  private final Map<Language, Map<Tone, PhraseBook>> inKilometres = PhraseBook.all(true);
  private final Spelling spelling = new Spelling();
  private final Equipment equipment = new Equipment();
  private final ClosedValues values = new ClosedValues();

  public BuiltInWriter(ListingChecks checks) {
    this.checks = checks;
  }

  /**
   * Writes a text that passes the checks. Those of the dealership's own parts that do not pass are
   * left out.
   *
   * @throws UnwritableListingException if not even the plainest one does
   */
  public ListingText write(ListingBrief wanted) {
    ListingBrief brief = checks.usable(wanted);
    Map<Language, Map<Tone, PhraseBook>> books =
        brief.vehicle().inKilometres() ? inKilometres : inMiles;
    PhraseBook book =
        Objects.requireNonNull(
            Objects.requireNonNull(books.get(brief.language())).get(brief.tone()));
    VehicleSpeech speech = VehicleSpeech.of(brief, book, checks, spelling, equipment, values);
    return Stream.concat(
            Stream.of(true, false)
                .flatMap(withEquipment ->
                    IntStream.range(0, DRAFTS)
                        .mapToObj(draft -> draft(brief, speech, book, draft, withEquipment))),
            Stream.of(plain(brief, speech, book)))
        .filter(text -> checks.problems(text, brief).isEmpty())
        .findFirst()
        .orElseThrow(() ->
            new UnwritableListingException(checks.problems(plain(brief, speech, book), brief)));
  }

  private static ListingText draft(
      ListingBrief brief, VehicleSpeech speech, PhraseBook book, int draft, boolean withEquipment) {
    Composer composer = new Composer(speech, book, seed(brief.vehicle().id(), draft));
    String text = composer.text(TextFrame.room(brief), withEquipment);
    return new ListingText(
        TitleComposer.title(speech, book, ListingBrief.MAX_TITLE), TextFrame.fill(brief, text));
  }

  /** The vehicle's name and the call to action. */
  private static ListingText plain(ListingBrief brief, VehicleSpeech speech, PhraseBook book) {
    VehicleName name = speech.name();
    VehicleSpeech nameOnly =
        new VehicleSpeech(
            new VehicleName(name.year(), name.make(), name.model(), null),
            Map.of(
                "year", String.valueOf(name.year()),
                "car", name.shortName(),
                "short", name.shortName()),
            Set.of(),
            Map.of(),
            0);
    String text =
        new Composer(nameOnly, book, seed(brief.vehicle().id(), 0))
            .text(TextFrame.room(brief), false);
    return new ListingText(
        TitleComposer.title(nameOnly, book, ListingBrief.MAX_TITLE), TextFrame.fill(brief, text));
  }

  /** Stable per vehicle, so that a repeated request gives the same text. */
  private static long seed(UUID vehicle, int draft) {
    long mixed =
        vehicle.getMostSignificantBits() ^ Long.rotateLeft(vehicle.getLeastSignificantBits(), 17);
    // Ids of one import are close together; the multiplication spreads them.
    return (mixed + draft) * 0x9E3779B97F4A7C15L;
  }

  /** The facts allow no text at all, for example a dealership's name longer than a description. */
  public static final class UnwritableListingException extends RuntimeException {
    UnwritableListingException(List<String> reasons) {
      super("No text passes the checks: " + String.join("; ", reasons), null, false, false);
    }
  }
}
