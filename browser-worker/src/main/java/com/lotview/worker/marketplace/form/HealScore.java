package com.lotview.worker.marketplace.form;

import com.lotview.form.FormFields;
import com.lotview.form.FormMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Scores how well a control of the right kind fits a field with a missing label: by its options,
 * then by its label and the known fields above and below. Only a clear winner counts.
 */
final class HealScore {

  /** Options have the largest weight: a list of five grades is almost certainly the condition. */
  private static final double OPTIONS_WEIGHT = 0.6;

  private static final double LABEL_WEIGHT = 0.2;
  private static final double POSITION_WEIGHT = 0.2;

  private static final double MIN_SCORE = 0.7;
  private static final double MIN_LEAD = 0.15;

  /** Minimum overlap of a list with our options. */
  private static final double MIN_OPTIONS_SHARE = 0.6;

  /** A list with less overlap is unrelated. */
  private static final double SOME_OPTIONS_SHARE = 0.25;

  /**
   * Fields whose choices no other list of a vehicle form has. Colours have two fields, and grades
   * may be those of a part.
   */
  private static final Set<String> KNOWN_BY_OPTIONS =
      Set.of("bodyStyle", "fuelType", "transmission");

  /** A list without foreign words and with this overlap has exactly the field's choices. */
  private static final double SAME_OPTIONS_SHARE = 0.85;

  /** Labels with less similarity are alike by accident. */
  private static final double MIN_SIMILARITY = 0.75;

  private final FormMap map;

  HealScore(FormMap map) {
    this.map = map;
  }

  /**
   * A control without a known label.
   *
   * @param options of its list; empty without a list
   */
  record Candidate(Control control, List<String> options) {}

  record Scored(Candidate candidate, double score) {}

  /**
   * The candidate that clearly fits best; empty if none fits well or two fit alike.
   *
   * @param form all controls of the form, from top to bottom
   */
  Optional<Scored> best(String field, List<Control> form, List<Candidate> candidates) {
    List<Scored> ranked =
        candidates.stream()
            .map(candidate -> new Scored(candidate, score(field, form, candidate)))
            .sorted(Comparator.comparingDouble(Scored::score).reversed())
            .toList();
    List<Scored> exact = ranked.stream().filter(one -> isExactly(field, one.candidate())).toList();
    if (exact.size() == 1) {
      return Optional.of(exact.getFirst());
    }
    if (ranked.isEmpty() || ranked.getFirst().score() < MIN_SCORE) {
      return Optional.empty();
    }
    boolean clear = ranked.size() == 1 || ranked.get(0).score() - ranked.get(1).score() >= MIN_LEAD;
    return clear ? Optional.of(ranked.getFirst()) : Optional.empty();
  }

  /** Whether the list alone identifies the field, independent of its position and label. */
  private boolean isExactly(String field, Candidate candidate) {
    List<String> known = FormFields.options(field);
    return KNOWN_BY_OPTIONS.contains(field)
        && FormFields.strange(map, known, candidate.options()).isEmpty()
        && options(field, candidate) >= SAME_OPTIONS_SHARE
        && !speaksOfAnother(field, candidate.control().name());
  }

  private boolean speaksOfAnother(String field, String name) {
    return map.hints().keySet().stream()
        .anyMatch(other -> !other.equals(field) && words(other, name) > words(field, name));
  }

  /** Whether the control can be the field: a readable list with other words is not. */
  boolean possible(String field, Candidate candidate) {
    return FormFields.options(field).isEmpty()
        || candidate.options().isEmpty()
        || options(field, candidate) >= SOME_OPTIONS_SHARE;
  }

  double score(String field, List<Control> form, Candidate candidate) {
    double options = options(field, candidate);
    if (options < MIN_OPTIONS_SHARE) {
      return 0;
    }
    return OPTIONS_WEIGHT * options
        + LABEL_WEIGHT * label(field, candidate.control().name())
        + POSITION_WEIGHT * position(field, form, candidate.control());
  }

  /** The form has only one field with several lines. */
  private double options(String field, Candidate candidate) {
    List<String> known = FormFields.options(field);
    if (known.isEmpty()) {
      return candidate.control().area() ? 1 : 0;
    }
    return FormFields.share(map, known, candidate.options());
  }

  /** Share of words of the field minus words of other fields, from 0 to 1. */
  double label(String field, String name) {
    if (name.isBlank()) {
      return 0;
    }
    double own = likeTo(field, name);
    double others =
        map.fields().keySet().stream()
            .filter(other -> !other.equals(field))
            .mapToDouble(other -> likeTo(other, name))
            .max()
            .orElse(0);
    double alike = own >= MIN_SIMILARITY && own > others ? own : 0;
    return Math.max(alike, words(field, name));
  }

  private double words(String field, String name) {
    List<String> tokens = tokens(name);
    Set<String> mine = new HashSet<>(map.hints(field).stream().map(HealScore::plain).toList());
    Set<String> foreign = new HashSet<>();
    map.hints().values().forEach(hints -> hints.forEach(hint -> foreign.add(plain(hint))));
    foreign.removeAll(mine);
    long own = tokens.stream().filter(mine::contains).count();
    long other = tokens.stream().filter(foreign::contains).count();
    return tokens.isEmpty() ? 0 : Math.clamp((double) (own - other) / tokens.size(), 0, 1);
  }

  private double likeTo(String field, String name) {
    return map.labels(field).stream()
        .mapToDouble(label -> likeness(plain(label), plain(name)))
        .max()
        .orElse(0);
  }

  /** Half for the right known field above, half for the right one below. */
  double position(String field, List<Control> form, Control control) {
    int at =
        IntStream.range(0, form.size())
            .filter(i -> form.get(i).is(control))
            .findFirst()
            .orElseThrow();
    int order = FormFields.ORDER.indexOf(field);
    Predicate<Integer> before = known -> known < order;
    Predicate<Integer> after = known -> known > order;
    boolean above = neighbour(form.subList(0, at).reversed()).filter(before).isPresent();
    boolean below = neighbour(form.subList(at + 1, form.size())).filter(after).isPresent();
    return (above ? 0.5 : 0) + (below ? 0.5 : 0);
  }

  private Optional<Integer> neighbour(List<Control> controls) {
    return controls.stream()
        .flatMap(control -> control.claimedBy(map).stream())
        .map(FormFields.ORDER::indexOf)
        .findFirst();
  }

  private static List<String> tokens(String name) {
    return Arrays.stream(plain(name).split("[^\\p{L}\\p{N}]+")).filter(s -> !s.isEmpty()).toList();
  }

  private static String plain(String text) {
    return FormFields.plain(text).toLowerCase(Locale.ROOT);
  }

  /** 1 minus Levenshtein's distance relative to the longer text. */
  private static double likeness(String one, String other) {
    int longest = Math.max(one.length(), other.length());
    if (longest == 0) {
      return 0;
    }
    List<Integer> row = new ArrayList<>();
    for (int j = 0; j <= other.length(); j++) {
      row.add(j);
    }
    for (int i = 1; i <= one.length(); i++) {
      int corner = row.set(0, i);
      for (int j = 1; j <= other.length(); j++) {
        int substituted = corner + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        corner = row.get(j);
        row.set(j, Math.min(substituted, Math.min(corner, row.get(j - 1)) + 1));
      }
    }
    return 1 - (double) row.get(other.length()) / longest;
  }
}
