package com.lotview.inventory.vehicle.query;

import com.lotview.inventory.meaning.Lexicon;
import com.lotview.inventory.vehicle.query.QueryText.Token;
import com.lotview.inventory.vehicle.query.Understood.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a search: words about a price, a make or a colour become a filter, and the rest is searched
 * as text. Knows English and Spanish, and corrects words that neither the lot nor the lexicon has.
 * Immutable and thread-safe.
 */
public final class SearchReader {
  private static final Lexicon LEXICON = Lexicon.get();
  private static final SearchWords LISTS = new SearchWords();
  private static final int SHORTEST_NUMBER = 4;
  private static final Map<Kind, com.lotview.inventory.meaning.Kind> MEANT =
      new EnumMap<>(
          Map.of(
              Kind.COLOR, com.lotview.inventory.meaning.Kind.COLOR,
              Kind.BODY, com.lotview.inventory.meaning.Kind.BODY,
              Kind.FUEL, com.lotview.inventory.meaning.Kind.FUEL,
              Kind.GEARBOX, com.lotview.inventory.meaning.Kind.GEARBOX,
              Kind.DRIVE, com.lotview.inventory.meaning.Kind.DRIVE,
              Kind.CONDITION, com.lotview.inventory.meaning.Kind.CONDITION));
  private static final Set<String> VOCABULARY =
      MEANT.values().stream()
          .flatMap(kind -> LEXICON.words(kind).stream())
          .collect(Collectors.toUnmodifiableSet());

  private SearchReader() {}

  /**
   * Reads.
   *
   * @param lastYear the latest year that a vehicle can have
   */
  public static SearchReading read(String search, StockWords stock, int lastYear) {
    QueryText text = corrected(QueryText.of(search), stock);
    return new Run(text, stock, new RangeReader(LISTS, text, lastYear)).read();
  }

  private static QueryText corrected(QueryText text, StockWords stock) {
    List<Token> tokens = new ArrayList<>();
    for (int i = 0; i < text.tokens().size(); i++) {
      Token token = text.tokens().get(i);
      boolean part = token.isGlued() || (text.after(i).isEmpty() && i + 1 < text.tokens().size());
      boolean known =
          part
              || LISTS.knows(token.word())
              || VOCABULARY.contains(token.word())
              || stock.knows(token.word());
      String other =
          known
              ? null
              : Spelling.nearest(token.word(), List.of(stock.words(), VOCABULARY, LISTS.all()));
      tokens.add(other == null ? token : token.corrected(other));
    }
    return text.with(tokens);
  }

  /** What some words mean, up to the word {@code next}. */
  private record Part(
      Kind kind, List<String> values, @Nullable Long least, @Nullable Long most, int next) {
    static Part of(Kind kind, List<String> values, int next) {
      return new Part(kind, values, null, null, next);
    }
  }

  private static final class Run {
    private final QueryText text;
    private final List<String> words;
    private final StockWords stock;
    private final RangeReader ranges;
    private final List<Understood> understood = new ArrayList<>();
    private final List<String> rest = new ArrayList<>();

    Run(QueryText text, StockWords stock, RangeReader ranges) {
      this.text = text;
      this.words = text.words();
      this.stock = stock;
      this.ranges = ranges;
    }

    SearchReading read() {
      int at = 0;
      while (at < words.size()) {
        Part part = part(at);
        if (part != null) {
          add(part, at);
          at = part.next();
        } else {
          at = skipped(at);
        }
      }
      return new SearchReading(understood, rest);
    }

    private int skipped(int at) {
      int noise = Math.max(LISTS.at("NOISE", words, at), LISTS.at("STOCK", words, at));
      if (noise > 0) {
        return at + noise;
      }
      int end = run(at);
      rest.add(end == at + 1 && text.corrected(at, end) ? words.get(at) : text.written(at, end));
      return end;
    }

    private void add(Part part, int from) {
      understood.add(
          new Understood(
              part.kind(),
              text.written(from, part.next()),
              part.values(),
              part.least(),
              part.most(),
              text.corrected(from, part.next()),
              text.without(from, part.next())));
    }

    private @Nullable Part part(int at) {
      Part named = numbered(at);
      if (named != null) {
        return named;
      }
      RangeReader.Range range = ranges.read(at);
      if (range != null) {
        return new Part(range.kind(), List.of(), range.least(), range.most(), range.next());
      }
      Part name = name(at);
      return name != null ? name : number(at, run(at), SHORTEST_NUMBER);
    }

    private @Nullable Part name(int at) {
      Part make = make(at);
      if (make != null) {
        return make;
      }
      Part word = word(at);
      StockWords.Found model = stock.model(words, at);
      if (model == null) {
        return word;
      }
      int end = at + model.length();
      boolean better =
          word == null
              || end > word.next()
              || (end == word.next() && stock.isWhole(words, at, model));
      return better ? Part.of(Kind.MODEL, model.values(), end) : word;
    }

    private @Nullable Part make(int at) {
      StockWords.Found make = stock.make(words, at);
      if (make != null) {
        return Part.of(Kind.MAKE, make.values(), at + make.length());
      }
      int length = LISTS.at("MAKES", words, at);
      if (length == 0) {
        return null;
      }
      String alias = String.join(" ", words.subList(at, at + length));
      String name = LISTS.named("MAKES").getOrDefault(alias, alias);
      StockWords.Found known = stock.make(QueryText.of(name).words(), 0);
      return Part.of(Kind.MAKE, known == null ? List.of(name) : known.values(), at + length);
    }

    private @Nullable Part word(int at) {
      int several = LISTS.at("BODIES", words, at);
      if (several > 0) {
        String name = String.join(" ", words.subList(at, at + several));
        String bodies = LISTS.named("BODIES").getOrDefault(name, "");
        return Part.of(Kind.BODY, Stream.of(bodies.split(" ", -1)).sorted().toList(), at + several);
      }
      int notMeant = LISTS.at("NOT_MEANT", words, at);
      Part longest = null;
      for (Map.Entry<Kind, com.lotview.inventory.meaning.Kind> one : MEANT.entrySet()) {
        Lexicon.Mention mention = LEXICON.at(one.getValue(), words, at);
        int longer = longest == null ? notMeant : longest.next() - at;
        if (mention != null && mention.length() > longer) {
          longest = Part.of(one.getKey(), values(one.getValue(), mention), at + mention.length());
        }
      }
      return longest;
    }

    // A search for "electric" does not include hybrids, although they use electricity too.
    private static List<String> values(
        com.lotview.inventory.meaning.Kind kind, Lexicon.Mention mention) {
      String value = mention.value();
      boolean alone = kind == com.lotview.inventory.meaning.Kind.FUEL && !value.equals("HYBRID");
      Set<String> all = alone ? Set.of(value) : LEXICON.including(kind, value);
      return all.stream().sorted().toList();
    }

    // "VIN ending in 109186", "stock 17", "#17".
    private @Nullable Part numbered(int at) {
      int said = Math.max(LISTS.at("VIN", words, at), LISTS.at("STOCK", words, at));
      boolean sign = text.tokens().get(at).before().endsWith("#");
      int from = at + (sign ? 0 : said);
      if ((said == 0 && !sign) || from >= words.size()) {
        return null;
      }
      Part number = number(from, run(from), 1);
      return number == null ? null : Part.of(Kind.NUMBER, number.values(), number.next());
    }

    private @Nullable Part number(int from, int end, int shortest) {
      String written =
          text.text().substring(text.tokens().get(from).start(), text.tokens().get(end - 1).end());
      boolean number = written.length() >= shortest && written.chars().anyMatch(Character::isDigit);
      return number ? Part.of(Kind.NUMBER, List.of(written), end) : null;
    }

    // Words without a blank between them are one: a stock number, or "350z".
    private int run(int from) {
      int end = from + 1;
      while (end < words.size() && text.tokens().get(end).before().matches("|[-_./]")) {
        end++;
      }
      return end;
    }
  }
}
