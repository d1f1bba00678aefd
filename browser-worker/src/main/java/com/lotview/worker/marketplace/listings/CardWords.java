package com.lotview.worker.marketplace.listings;

import com.lotview.form.FormMap;
import com.lotview.form.Texts;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the cards of a list say besides title, price, date and clicks. A line that half of the cards
 * have says nothing about one listing; any other line may be the site's remark on it, in any
 * language.
 */
final class CardWords {
  private static final String BAR = " \\| ";

  /** In a shorter list, a line that all cards have may still be about each of them. */
  private static final int MIN_CARDS = 4;

  private final FormMap map;
  private final Set<String> usual;

  CardWords(FormMap map, List<Card> cards) {
    this.map = map;
    this.usual = usual(cards);
  }

  private static Set<String> usual(List<Card> cards) {
    if (cards.size() < MIN_CARDS) {
      return Set.of();
    }
    Map<String, Integer> counts = new HashMap<>();
    cards.forEach(card ->
        lines(card)
            .map(CardWords::shape)
            .distinct()
            .forEach(line -> counts.merge(line, 1, Integer::sum)));
    return counts.entrySet().stream()
        .filter(line -> line.getValue() * 2 >= cards.size())
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Stream<String> lines(Card card) {
    return Arrays.stream(card.text().split(BAR, -1))
        .map(ItemPage::plain)
        .filter(line -> !line.isEmpty());
  }

  // The same line with another number is the same line.
  private static String shape(String line) {
    return line.replaceAll("\\d+", "0");
  }

  /** The lines that are about this card's listing, joined; empty if there are none. */
  String about(Card card) {
    return lines(card).filter(line -> isRemark(card, line)).collect(Collectors.joining(" "));
  }

  private boolean isRemark(Card card, String line) {
    return !usual.contains(shape(line))
        && !Texts.key(line).equals(Texts.key(card.title()))
        && !ItemPage.showsPrice(line)
        && !isDate(card, line)
        && !has(line, "clicks")
        && !has(line, "sold")
        && !line.chars().allMatch(one -> !Character.isLetter(one));
  }

  private boolean isDate(Card card, String line) {
    return has(line, "listedOn") && !card.listedOn().isEmpty();
  }

  private boolean has(String line, String words) {
    // As in the page's script, whose texts have one form of apostrophe.
    String plain = line.replace('\u2019', '\'');
    return map.text(words).stream().anyMatch(plain::contains);
  }

  /** Whether the site reviews the listing. */
  boolean inReview(Card card) {
    return says(card, "reviewed");
  }

  /** Whether the site offers to renew it. */
  boolean renewable(Card card) {
    return says(card, "renew");
  }

  private boolean says(Card card, String words) {
    return card.says().stream().anyMatch(map.text(words)::contains);
  }

  /** Whether all unusual lines of the card are known, and none names a problem. */
  boolean isPlain(Card card) {
    return about(card).isEmpty() || renewable(card) || inReview(card);
  }

  /** How often the listing was clicked; empty if the card does not say so. */
  Optional<Integer> clicks(Card card) {
    return lines(card)
        .filter(line -> has(line, "clicks"))
        .flatMap(ItemPage::numbers)
        .filter(number -> number.length() < 9)
        .map(Integer::parseInt)
        .findFirst();
  }
}
