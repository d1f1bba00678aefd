package com.lotview.inventory.meaning;

import com.lotview.inventory.meaning.CellReader.Found;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a text does with a phrase in it: says it, denies it by a word before ("not certified") or
 * behind ("Clean title: No"), or leaves it open ("Accidents: unknown"). In doubt a phrase counts as
 * denied or open: an omission does less harm than a false statement. The words are in {@code
 * denials.txt}.
 */
final class Denials {
  private static final Set<String> BEFORE = DenialWords.of("BEFORE");
  private static final Set<String> ZERO = DenialWords.of("ZERO");
  private static final Set<String> COUNTED = DenialWords.of("COUNTED");
  private static final Set<String> BEHIND = DenialWords.of("BEHIND");
  private static final Set<String> YES = DenialWords.of("YES");
  private static final Set<String> OPEN = DenialWords.of("OPEN");
  private static final Set<String> STATED = DenialWords.of("STATED");
  private static final Set<String> LIKE = DenialWords.of("LIKE");
  private static final Set<String> UNSURE = DenialWords.of("UNSURE");
  private static final Set<String> PARTLY = DenialWords.of("PARTLY");
  private static final Set<String> OR_SO = DenialWords.of("OR_SO");
  private static final Set<String> JOINING = DenialWords.of("JOINING");
  private static final Set<String> TURNING = DenialWords.of("TURNING");
  private static final Set<String> CARRYING = DenialWords.of("CARRYING");

  private static final Pattern ENDS_CLAUSE = Pattern.compile("(?s).*[.;|!?()\\n,].*");
  private static final Pattern ASKS_OR_NAMES = Pattern.compile("(?s).*[:=?].*");
  private static final Pattern LISTS = Pattern.compile("\\s*[/&]\\s*");
  private static final Pattern MARK_BEFORE = Pattern.compile("(?s)(.*[\\s(])?[!\u00AC]");
  private static final Pattern ABOUT_BEFORE = Pattern.compile("(?s).*[<>~\u2248\u2264\u2265]\\s*");
  private static final Pattern ABOUT_BEHIND = Pattern.compile("(?s)\\s*\\+.*");
  private static final int WORDS_BETWEEN = 3;
  private static final int WORDS_BEHIND = 3;

  private Denials() {}

  /** What a text does with a phrase. */
  enum Verdict {
    SAID,
    DENIED,
    /** Said and denied: "No accidents: No", "may be certified". Neither may be used. */
    UNSURE,
    OPEN
  }

  private enum Before {
    NOTHING,
    DENIES,
    OPENS,
    UNSURE
  }

  private enum Behind {
    NOTHING,
    DENIES,
    OPENS
  }

  /** What the text does with the phrase at {@code index} of those found. */
  static Verdict of(Words text, List<Found> found, int index) {
    Found phrase = found.get(index);
    Found next = index + 1 < found.size() ? found.get(index + 1) : null;
    Behind behind = behind(text, phrase, next);
    if (behind == Behind.OPENS) {
      return Verdict.OPEN;
    }
    Before before = aboutANumber(text, phrase) ? Before.UNSURE : before(text, found, index);
    return switch (before) {
      case UNSURE -> Verdict.UNSURE;
      case OPENS -> behind == Behind.DENIES ? Verdict.DENIED : Verdict.OPEN;
      case DENIES ->
          behind == Behind.DENIES || partly(text, phrase) ? Verdict.UNSURE : Verdict.DENIED;
      case NOTHING -> {
        if (behind == Behind.DENIES) {
          yield Verdict.DENIED;
        }
        yield onlyAsked(text, phrase) ? Verdict.OPEN : Verdict.SAID;
      }
    };
  }

  private static Before before(Words text, List<Found> found, int index) {
    Found previous = index == 0 ? null : found.get(index - 1);
    int start = found.get(index).start();
    int position = start;
    boolean counted = true;
    boolean partly = false;
    boolean joined = LISTS.matcher(text.gapBefore(position)).matches();
    if (MARK_BEFORE.matcher(text.gapBefore(position)).matches()) {
      return Before.DENIES;
    }
    while (position > 0
        && start - position <= WORDS_BETWEEN
        && !ENDS_CLAUSE.matcher(text.gapBefore(position)).matches()) {
      position--;
      if (previous != null && position < previous.end()) {
        return joined ? before(text, found, index - 1) : Before.NOTHING;
      }
      String word = text.word(position);
      if (TURNING.contains(word)) {
        return position > 0 && BEFORE.contains(text.word(position - 1))
            ? Before.UNSURE
            : Before.NOTHING;
      }
      if (denies(text, position, counted)) {
        boolean spent = previous != null && spent(text, previous, found.get(index), position);
        return spent ? Before.NOTHING : partly ? Before.UNSURE : Before.DENIES;
      }
      if (UNSURE.contains(word)) {
        return Before.UNSURE;
      }
      if (LIKE.contains(word) && position == start - 1) {
        return Before.OPENS;
      }
      joined = JOINING.contains(word);
      counted &= COUNTED.contains(word);
      partly |= PARTLY.contains(word);
    }
    return Before.NOTHING;
  }

  private static boolean denies(Words text, int position, boolean counted) {
    return BEFORE.contains(text.word(position))
        || (counted && isZero(text, position))
        || writtenShort(text, position)
        || isPrefix(text, position);
  }

  // "w/o"
  private static boolean writtenShort(Words text, int position) {
    return position > 0
        && text.word(position).equals("o")
        && text.word(position - 1).equals("w")
        && text.gapBefore(position).equals("/");
  }

  // "un-certified"; alone "un" is the Spanish and French "a".
  private static boolean isPrefix(Words text, int position) {
    return Set.of("un", "de").contains(text.word(position))
        && text.gapBefore(position + 1).equals("-");
  }

  // A zero that is neither the end of a decimal like 2.0 nor the beginning of one like 0.9.
  private static boolean isZero(Words text, int position) {
    return ZERO.contains(text.word(position))
        && !(position > 0 && isPoint(text.gapBefore(position)))
        && !(position + 1 < text.size()
            && isPoint(text.gapBefore(position + 1))
            && Character.isDigit(text.word(position + 1).charAt(0)));
  }

  private static boolean isPoint(String gap) {
    return gap.equals(".") || gap.equals(",");
  }

  // ">1", "1+" and "1 or more" are no exact number.
  private static boolean aboutANumber(Words text, Found phrase) {
    int end = phrase.end();
    boolean or =
        end + 1 < text.size() && text.word(end).equals("or") && OR_SO.contains(text.word(end + 1));
    boolean first = Character.isDigit(text.word(phrase.start()).charAt(0));
    boolean last = Character.isDigit(text.word(end - 1).charAt(0));
    return or
        || (first && ABOUT_BEFORE.matcher(text.gapBefore(phrase.start())).matches())
        || (last && ABOUT_BEHIND.matcher(text.gapBefore(end)).matches());
  }

  // "No accidents since 2019"
  private static boolean partly(Words text, Found phrase) {
    int last = Math.min(text.size(), phrase.end() + WORDS_BEHIND);
    for (int at = phrase.end(); at < last; at++) {
      if (ENDS_CLAUSE.matcher(text.gapBefore(at)).matches()) {
        return false;
      }
      if (PARTLY.contains(text.word(at))) {
        return true;
      }
    }
    return false;
  }

  // The "No" of "Clean title: No" denies what stands before it, not what comes next, unless both
  // are the same: "Accidents: No accidents".
  private static boolean spent(Words text, Found previous, Found phrase, int position) {
    return position == previous.end()
        && ASKS_OR_NAMES.matcher(text.gapBefore(position)).matches()
        && !Objects.equals(previous.phrase().value(), phrase.phrase().value());
  }

  private static Behind behind(Words text, Found phrase, @Nullable Found next) {
    int end = next == null ? text.size() : next.start();
    boolean named = false;
    for (int at = phrase.end(); at < end && at <= phrase.end() + WORDS_BEHIND; at++) {
      named |= ASKS_OR_NAMES.matcher(text.gapBefore(at)).matches();
      if (opens(text, at, end, named)) {
        return Behind.OPENS;
      }
      if (BEHIND.contains(text.word(at)) || isZero(text, at)) {
        return named || endsClause(text, at) ? Behind.DENIES : Behind.NOTHING;
      }
      if (!CARRYING.contains(text.word(at))) {
        return Behind.NOTHING;
      }
    }
    return Behind.NOTHING;
  }

  private static boolean opens(Words text, int position, int end, boolean named) {
    String word = text.word(position);
    String following = position + 1 < end ? text.word(position + 1) : "";
    boolean notApplicable = word.equals("n") && following.equals("a");
    return notApplicable
        || (word.equals("not") && STATED.contains(following))
        || (OPEN.contains(word) && (named || endsClause(text, position)));
  }

  private static boolean endsClause(Words text, int position) {
    return position + 1 == text.size()
        || ENDS_CLAUSE.matcher(text.gapBefore(position + 1)).matches()
        || text.gapBefore(position + 1).contains("/");
  }

  /** Whether the text asks for the phrase and does not answer: "One owner?". */
  private static boolean onlyAsked(Words text, Found phrase) {
    return text.gapBefore(phrase.end()).contains("?")
        && !(phrase.end() < text.size() && YES.contains(text.word(phrase.end())));
  }
}
